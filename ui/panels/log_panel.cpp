#include "ui/panels/log_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostLines = 5000;  // older ones go: the log must not eat memory in a long session

QString plain(const QDateTime& when, const QString& text, bool isProblem) {
    return QStringLiteral("%1  %2  %3").arg(when.toString(QStringLiteral("HH:mm:ss")),
                                            isProblem ? LogPanel::tr("problem") : LogPanel::tr("note   "), text);
}

}  // namespace

LogPanel::LogPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), page_(new QPlainTextEdit), problemsOnly_(new QToolButton) {
    page_->setReadOnly(true);
    page_->setFrameShape(QFrame::NoFrame);
    page_->setUndoRedoEnabled(false);
    page_->setMaximumBlockCount(static_cast<int>(kMostLines));
    page_->setAccessibleName(tr("Log"));
    page_->setPlaceholderText(tr("What happens is written here: files opened and saved, data loaded, runs ended, problems."));
    page_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    problemsOnly_->setIcon(icon("filter"));
    problemsOnly_->setCheckable(true);
    problemsOnly_->setToolTip(tr("Show problems only"));
    problemsOnly_->setAccessibleName(tr("Show problems only"));
    auto* copy = new QToolButton;
    copy->setIcon(icon("copy"));
    copy->setToolTip(tr("Copy the whole log"));
    copy->setAccessibleName(tr("Copy the whole log"));
    auto* clear = new QToolButton;
    clear->setIcon(icon("delete"));
    clear->setToolTip(tr("Clear the log"));
    clear->setAccessibleName(tr("Clear the log"));

    auto* tools = new QVBoxLayout;
    tools->setSpacing(2);
    for (QToolButton* button : {problemsOnly_, copy, clear}) tools->addWidget(button);
    tools->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 2, 0);
    layout->setSpacing(2);
    layout->addWidget(page_, 1);
    layout->addLayout(tools);

    connect(problemsOnly_, &QToolButton::toggled, this, &LogPanel::showAll);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(clear, &QToolButton::clicked, this, [this] {
        lines_.clear();
        showAll();
    });
    connect(&workbench, &Workbench::said, this, &LogPanel::append);
}

QString LogPanel::text() const {
    QString all;
    for (const Line& line : lines_) all += plain(line.when, line.text, line.isProblem) + QLatin1Char('\n');
    return all;
}

void LogPanel::append(const QString& text, bool isProblem) {
    if (text.isEmpty()) return;
    lines_.push_back({QDateTime::currentDateTime(), text, isProblem});
    if (lines_.size() > kMostLines) lines_.pop_front();
    showLine(lines_.back());
}

void LogPanel::showLine(const Line& line) {
    if (problemsOnly_->isChecked() && !line.isProblem) return;
    QTextCursor end(page_->document());
    end.movePosition(QTextCursor::End);
    if (!page_->document()->isEmpty()) end.insertBlock();
    QTextCharFormat faint, normal;
    faint.setForeground(colour(Role::Secondary));
    normal.setForeground(line.isProblem ? colour(Role::Error) : palette().color(QPalette::Text));
    end.insertText(line.when.toString(QStringLiteral("HH:mm:ss")) + QStringLiteral("  "), faint);
    end.insertText(line.text, normal);
    page_->moveCursor(QTextCursor::End);
}

void LogPanel::showAll() {
    page_->clear();
    for (const Line& line : lines_) showLine(line);
}

void LogPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) showAll();
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::ui
