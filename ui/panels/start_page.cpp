#include "ui/panels/start_page.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "project/project.h"
#include "ui/panels/project_card.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"
#include "ui/thumbnails.h"

namespace perceptarium::ui {
namespace {

constexpr int kCardWidth = 250;
constexpr QSize kThumbnail(80, 50);

QLabel* label(const QString& text, const char* role) {
    auto* made = new QLabel(text);
    made->setProperty("role", role);
    made->setWordWrap(true);
    return made;
}

}  // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent), cards_(new QWidget), recent_(new QWidget) {
    setAutoFillBackground(true);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * kMargin, 2 * kMargin, 3 * kMargin, 2 * kMargin);
    column->setSpacing(2 * kSpacing);

    auto* close = new QPushButton(icon("close"), tr("Back to the drawing"));
    auto* top = new QHBoxLayout;
    top->addWidget(label(tr("Start"), "heading"), 1);
    top->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(label(tr("Ready projects are wired and train as they are: open one, press play, and change what you like."),
                            "secondary"));
    new QGridLayout(cards_);
    cards_->layout()->setContentsMargins(0, 0, 0, 0);
    cards_->layout()->setSpacing(kMargin);
    for (const project::ReadyProject& project : project::readyProjects()) {
        auto* card = new ProjectCard(project, cards_);
        const QString id = qt(project.id);
        connect(card, &QAbstractButton::clicked, this, [this, id] { emit openRequested(id); });
        projectCards_ << card;
    }
    column->addWidget(cards_);

    auto* files = new QHBoxLayout;
    auto* fresh = new QPushButton(icon("new"), tr("New network"));
    auto* open = new QPushButton(icon("open"), tr("Open a file…"));
    close->setToolTip(tr("Shows what is open (Esc does the same)."));
    fresh->setToolTip(tr("An empty drawing with an Input."));
    open->setToolTip(tr("A project, .percept or .json."));
    files->addWidget(fresh);
    files->addWidget(open);
    files->addStretch(1);
    column->addWidget(label(tr("Your own"), "title"));
    column->addLayout(files);
    new QVBoxLayout(recent_);
    recent_->layout()->setContentsMargins(0, 0, 0, 0);
    recent_->layout()->setSpacing(2);
    column->addWidget(recent_);
    column->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(close, &QPushButton::clicked, this, &StartPage::closed);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::browseRequested);
    setRecent({});
    arrangeCards();
}

void StartPage::setRecent(const QStringList& paths) {
    QLayout* layout = recent_->layout();
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths) {
        const QFileInfo file(path);
        const QImage picture = thumbnailOf(path);
        auto* button = new QPushButton(QStringLiteral("%1\n%2").arg(file.fileName(), file.absolutePath()));
        button->setIcon(picture.isNull() ? icon("network") : QIcon(QPixmap::fromImage(picture)));
        button->setIconSize(kThumbnail);
        button->setFlat(true);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setToolTip(tr("Opens this project, saved %1.").arg(QLocale().toString(file.lastModified(), QLocale::ShortFormat)));
        button->setAccessibleName(tr("Open %1").arg(path));
        connect(button, &QPushButton::clicked, this, [this, path] { emit openRequested(path); });
        layout->addWidget(button);
    }
    if (paths.isEmpty()) layout->addWidget(label(tr("Projects that you save will be listed here."), "secondary"));
}

void StartPage::arrangeCards() {
    const int columns = std::max(1, (width() - 6 * kMargin + kMargin) / (kCardWidth + kMargin));
    if (columns == columns_) return;
    columns_ = columns;
    auto* grid = static_cast<QGridLayout*>(cards_->layout());
    for (int i = 0; i < projectCards_.size(); ++i) grid->addWidget(projectCards_[i], i / columns, i % columns);
    for (int i = 0; i < grid->columnCount(); ++i) grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void StartPage::resizeEvent(QResizeEvent* event) {
    arrangeCards();
    QWidget::resizeEvent(event);
}

void StartPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace perceptarium::ui
