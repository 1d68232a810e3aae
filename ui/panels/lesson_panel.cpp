#include "ui/panels/lesson_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "project/course.h"
#include "ui/languages.h"
#include "ui/panels/course_page.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

LessonPanel::LessonPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), contents_(new QComboBox), title_(new QLabel), page_(new QTextBrowser),
      editor_(new QPlainTextEdit), pages_(new QStackedWidget), back_(new QToolButton), write_(new QToolButton) {
    fillContents();
    title_->setProperty("role", "heading");
    title_->setWordWrap(true);
    title_->setTextFormat(Qt::PlainText);
    page_->setFrameShape(QFrame::NoFrame);
    page_->setOpenLinks(false);  // a project opens nothing by itself; what links may do is said in follow()
    page_->setAccessibleName(tr("Lesson"));
    editor_->setAccessibleName(tr("Text of the lesson"));
    editor_->setToolTip(tr("Plain text or Markdown: # heading, **bold**, - list. It is saved with the project."));
    editor_->setPlaceholderText(tr("What is there to see in this project, and what should one try?"));
    back_->setObjectName(QStringLiteral("back-to-project"));
    back_->setIcon(icon("previous"));
    back_->setToolTip(tr("Back to what this project says about itself"));
    back_->setAccessibleName(tr("Back to the project's text"));
    write_->setIcon(icon("rename"));
    write_->setCheckable(true);
    write_->setToolTip(tr("Write the text"));
    write_->setAccessibleName(tr("Write the text"));
    pages_->addWidget(page_);
    pages_->addWidget(editor_);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(kSpacing, kSpacing, kSpacing, 0);
    top->addWidget(contents_, 1);
    top->addWidget(back_);
    top->addWidget(write_);
    title_->setContentsMargins(kMargin, kSpacing, kMargin, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(title_);
    layout->addWidget(pages_, 1);
    setFocusProxy(page_);

    connect(write_, &QToolButton::toggled, this, &LessonPanel::write);
    connect(editor_, &QPlainTextEdit::textChanged, this, &LessonPanel::keep);
    connect(&workbench_, &Workbench::documentChanged, this, &LessonPanel::refresh);
    connect(&workbench_, &Workbench::replaced, this, [this] {
        write_->setChecked(false);
        if (!following_) showProject();
    });
    connect(page_, &QTextBrowser::anchorClicked, this, &LessonPanel::follow);
    connect(back_, &QToolButton::clicked, this, &LessonPanel::showProject);
    connect(contents_, &QComboBox::activated, this, [this] { showPage(contents_->currentData().toString()); });
    showProject();
}

void LessonPanel::fillContents() {
    contents_->setObjectName(QStringLiteral("contents"));
    contents_->setAccessibleName(tr("Contents"));
    contents_->setToolTip(tr("What to read: this project's own text, or a section of the course"));
    contents_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    contents_->setMinimumContentsLength(12);
    contents_->setMaxVisibleItems(24);
    contents_->addItem(icon("network"), tr("This project"), QString());
    contents_->insertSeparator(1);
    for (const project::CourseSection& section : project::courseSections(language().toStdString()))
        contents_->addItem(qt(section.heading()), qt(section.number));
}

void LessonPanel::showSection(const QString& number) {
    if (project::findCourseSection(number.toStdString(), language().toStdString())) showPage(number);
}

void LessonPanel::showPage(const QString& number) {
    write_->setChecked(false);
    section_ = number;
    contents_->setCurrentIndex(contents_->findData(number));
    const bool own = number.isEmpty();
    title_->setVisible(own);
    write_->setVisible(own);
    back_->setVisible(!own);
    page_->setToolTip(own ? tr("What this project says about itself.") : QString());
    page_->setProperty("shown", QVariant());
    refresh();
}

void LessonPanel::refresh() {
    const project::Document& document = workbench_.document();
    const project::CourseSection* section = project::findCourseSection(section_.toStdString(), language().toStdString());
    const QString text = qt(section ? section->markdown : document.description);
    title_->setText(qt(document.name));
    if (page_->property("shown") != QVariant(text)) {
        if (section)
            showCoursePage(*page_, text);
        else
            page_->setMarkdown(text.trimmed().isEmpty() ? tr("*This project has no text yet. The pencil writes one.*") : text);
    }
    page_->setProperty("shown", text);
    if (const QString own = qt(document.description); editor_->toPlainText() != own) {
        const QSignalBlocker quiet(editor_);
        editor_->setPlainText(own);
    }
}

/// Only what is inside the program is opened, whatever a project's text holds.
void LessonPanel::follow(const QUrl& link) {
    const QString what = link.path();
    if (link.scheme() == QLatin1String("section")) {
        showSection(what);
    } else if (link.scheme() == QLatin1String("ready")) {
        const QScopedValueRollback stays(following_, true);
        emit readyRequested(what);
    } else if (link.scheme() == QLatin1String("layer")) {
        if (const auto node = nodeOf(what.toStdString()); node != network::kNoNode) {
            workbench_.select({node});
            emit nodeRequested(node);
        } else {
            emit layerRequested(what);
        }
    }
}

/// The first node of that layer after the selected one, so that following the link again goes through all.
network::NodeId LessonPanel::nodeOf(const std::string& layer) const {
    network::NodeId first = network::kNoNode;
    for (const auto& [id, node] : workbench_.graph().nodes()) {
        if (node.layer != layer) continue;
        if (id > workbench_.selectedNode()) return id;
        if (first == network::kNoNode) first = id;
    }
    return first;
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
