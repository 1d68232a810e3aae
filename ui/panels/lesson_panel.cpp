#include "ui/panels/lesson_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

LessonPanel::LessonPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), title_(new QLabel), page_(new QTextBrowser), editor_(new QPlainTextEdit),
      pages_(new QStackedWidget), write_(new QToolButton) {
    title_->setProperty("role", "heading");
    title_->setWordWrap(true);
    title_->setTextFormat(Qt::PlainText);
    page_->setFrameShape(QFrame::NoFrame);
    page_->setOpenLinks(false);  // a project opens nothing by itself
    page_->setAccessibleName(tr("Lesson"));
    page_->setToolTip(tr("What this project says about itself."));
    editor_->setAccessibleName(tr("Text of the lesson"));
    editor_->setToolTip(tr("Plain text or Markdown: # heading, **bold**, - list. It is saved with the project."));
    editor_->setPlaceholderText(tr("What is there to see in this project, and what should one try?"));
    write_->setIcon(icon("rename"));
    write_->setCheckable(true);
    write_->setToolTip(tr("Write the text"));
    write_->setAccessibleName(tr("Write the text"));
    pages_->addWidget(page_);
    pages_->addWidget(editor_);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(kMargin, kSpacing, kSpacing, 0);
    top->addWidget(title_, 1);
    top->addWidget(write_, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(pages_, 1);
    setFocusProxy(page_);

    connect(write_, &QToolButton::toggled, this, &LessonPanel::write);
    connect(editor_, &QPlainTextEdit::textChanged, this, &LessonPanel::keep);
    connect(&workbench_, &Workbench::documentChanged, this, &LessonPanel::refresh);
    connect(&workbench_, &Workbench::replaced, this, [this] { write_->setChecked(false); });
    refresh();
}

void LessonPanel::refresh() {
    const project::Document& document = workbench_.document();
    const QString text = qt(document.description);
    title_->setText(qt(document.name));
    if (text.trimmed().isEmpty())
        page_->setMarkdown(tr("*This project has no text yet. The pencil writes one.*"));
    else if (page_->property("shown").toString() != text)
        page_->setMarkdown(text);
    page_->setProperty("shown", text);
    if (editor_->toPlainText() != text) {
        const QSignalBlocker quiet(editor_);
        editor_->setPlainText(text);
    }
}

void LessonPanel::write(bool on) {
    workbench_.sealEdit();
    pages_->setCurrentWidget(on ? static_cast<QWidget*>(editor_) : page_);
    if (on) editor_->setFocus();
}

void LessonPanel::keep() {
    workbench_.edit(
        tr("Write the text"),
        [text = editor_->toPlainText().toStdString()](project::Document& document) -> Status {
            document.description = text;
            return {};
        },
        "lesson/text");
}

void LessonPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        page_->setProperty("shown", QVariant());  // Markdown takes its colours when it is set
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::ui
