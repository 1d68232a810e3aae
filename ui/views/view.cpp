#include "ui/views/view.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QWindow>

#include "ui/shared/picture_file.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

/// A heading above the picture, so that an exported file says by itself what it shows.
constexpr int kHeading = 34;

void paintPicture(QPainter& painter, QWidget& picture, const QString& title, const QString& project) {
    const QPalette palette = picture.palette();
    painter.fillRect(QRect(0, 0, picture.width(), picture.height() + kHeading), palette.color(QPalette::Base));
    QFont font = picture.font();
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const QRect heading(kMargin, 0, picture.width() - 2 * kMargin, kHeading);
    painter.drawText(heading, Qt::AlignVCenter | Qt::AlignLeft, title);
    font.setBold(false);
    painter.setFont(font);
    painter.setPen(colour(Role::Secondary));
    painter.drawText(heading, Qt::AlignVCenter | Qt::AlignRight, project);
    picture.render(&painter, QPoint(0, kHeading), QRegion(), QWidget::DrawChildren);
}

}  // namespace

View::View(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    turn_ = workbench.pictures().add({[this] { return refresh(); }, [this] { return canBeSeen(); },
                                      [this] { return std::chrono::duration<double>(atLeastEvery()).count(); }});
    connect(&workbench, &Workbench::tick, this, [this] {
        followSight();
        if (isVisible()) showFailures();
    });
    connect(&workbench, &Workbench::trainerChanged, this, [this] {
        if (failure_) failure_->hide();
        trainerReplaced();
        if (isVisible()) refresh();
    });
}

Status View::exportPicture(const QString& path) {
    QWidget& shown = *picture();
    const QSize size(shown.width(), shown.height() + kHeading);
    const QString project = QString::fromStdString(workbench_.document().name);
    return writePicture(path, size, windowTitle(), [&](QPainter& painter) { paintPicture(painter, shown, windowTitle(), project); });
}

bool View::canBeSeen() const {
    const QWindow* shownIn = window()->windowHandle();
    return isVisible() && shownIn && shownIn->isExposed() && !window()->isMinimized();
}

void View::followSight() {
    const bool seen = canBeSeen();
    if (seen == !subscriptions_.empty()) return;
    subscriptions_.clear();
    if (!seen) return;
    for (const train::ProbePtr& probe : probes_) subscriptions_.push_back(workbench_.subscribe(probe));
}

void View::watch(train::ProbePtr probe) {
    if (isVisible()) subscriptions_.push_back(workbench_.subscribe(probe));
    probes_.push_back(std::move(probe));
    failuresSeen_.push_back(0);
}

void View::showFailures() {
    for (std::size_t i = 0; i < probes_.size(); ++i) {
        const auto failure = probes_[i]->failure.newer(failuresSeen_[i]);
        if (!failure) continue;
        if (!failure_) {
            failure_ = new QLabel(this);
            failure_->setWordWrap(true);
            failure_->setAutoFillBackground(true);
            failure_->setMargin(kSpacing);
        }
        QPalette ink = palette();
        ink.setColor(QPalette::WindowText, colour(Role::Error));
        failure_->setPalette(ink);
        failure_->setText(QString::fromStdString(*failure));
        failure_->setVisible(!failure->empty());
        failure_->raise();
        resizeEvent(nullptr);
    }
}

void View::resizeEvent(QResizeEvent*) {
    if (!failure_ || failure_->isHidden()) return;
    const int needed = failure_->heightForWidth(width());
    failure_->setGeometry(0, height() - needed, width(), needed);
}

void View::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (subscriptions_.empty())
        for (const train::ProbePtr& probe : probes_) subscriptions_.push_back(workbench_.subscribe(probe));
    refresh();
}

void View::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    subscriptions_.clear();
}

void View::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange) themeChanged();
}

const std::vector<const ViewSpec*>& allViews() { return Registry<ViewSpec>::instance().all(); }

}  // namespace perceptarium::ui
