#include "ui/panels/play_button.h"

#include <QAction>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kHeight = 34, kSign = 14, kPadding = 14, kGap = 8;

}  // namespace

PlayButton::PlayButton(QAction* action, QWidget* parent) : QAbstractButton(parent), action_(action) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, action_, &QAction::trigger);
    connect(action_, &QAction::changed, this, &PlayButton::follow);
    follow();
}

QSize PlayButton::sizeHint() const {
    // Wide enough for both words, so that nothing moves when it toggles.
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int words = std::max({metrics.horizontalAdvance(tr("Play")), metrics.horizontalAdvance(tr("Pause")),
                                metrics.horizontalAdvance(text())});
    return {kPadding + kSign + kGap + words + kPadding, kHeight};
}

void PlayButton::follow() {
    setText(action_->iconText());
    setEnabled(action_->isEnabled());
    setToolTip(action_->toolTip());
    setAccessibleName(action_->iconText());
    setAccessibleDescription(action_->statusTip());
    update();
}

void PlayButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colour(Role::Accent), ink = Qt::white;
    if (!isEnabled()) {
        ground = palette().color(QPalette::Mid);
        ink = palette().color(QPalette::Disabled, QPalette::Text);
    } else if (isDown()) {
        ground = ground.darker(118);
    } else if (underMouse()) {
        ground = ground.lighter(108);
    }
    const QRectF box = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 8, 8);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-1.2, -1.2, 1.2, 1.2), 9, 9);
    }

    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QRectF sign(kPadding, (height() - kSign) / 2.0, kSign, kSign);
    if (action_->data().toBool()) {
        painter.drawRoundedRect(QRectF(sign.left() + 1, sign.top() + 1, 4, kSign - 2), 1.2, 1.2);
        painter.drawRoundedRect(QRectF(sign.left() + 8, sign.top() + 1, 4, kSign - 2), 1.2, 1.2);
    } else {
        QPainterPath triangle;
        triangle.moveTo(sign.left() + 2, sign.top() + 0.5);
        triangle.lineTo(sign.right(), sign.center().y());
        triangle.lineTo(sign.left() + 2, sign.bottom() - 0.5);
        triangle.closeSubpath();
        painter.drawPath(triangle);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(ink);
    const double left = sign.right() + kGap;
    painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

}  // namespace perceptarium::ui
