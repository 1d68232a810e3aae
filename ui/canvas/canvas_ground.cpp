// The ground that the canvas paints, what it says where nothing is drawn, and what follows its size and colours.
#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <cmath>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/live_preview.h"
#include "ui/canvas/mini_map.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

void NetworkCanvas::drawBackground(QPainter* painter, const QRectF& rect) {
    scene_->pictures().beginFrame(painter->device() == viewport(), zoom());
    painter->fillRect(rect, colour(Role::Canvas));
    // Dots; twice as far apart whenever they would come too near each other.
    double step = network::kGrid * 3;
    while (step * zoom() < 14) step *= 2;
    const double left = std::floor(rect.left() / step) * step, top = std::floor(rect.top() / step) * step;
    // One line of dots, copied down: painting each would take longer than the rest of the picture.
    const double ratio = painter->device()->devicePixelRatioF();
    const auto onPixel = [ratio](double place) { return std::round(place * ratio) / ratio; };
    const QTransform world = painter->worldTransform();
    const double from = world.map(QPointF(left, top)).x(), width = std::max(1.0, rect.width() * zoom() + 2 * step * zoom());
    QImage line(QSize(static_cast<int>(std::ceil(width * ratio)), static_cast<int>(std::ceil(2 * ratio))), QImage::Format_ARGB32_Premultiplied);
    line.setDevicePixelRatio(ratio);
    line.fill(Qt::transparent);
    {
        QPainter dots(&line);
        const QColor tint = colour(Role::Grid).darker(isDark() ? 90 : 108);
        for (double x = 0; x < width; x += step * zoom()) dots.fillRect(QRectF(onPixel(x), 0, 2, 2), tint);
    }
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (double y = top; y < rect.bottom(); y += step) painter->drawImage(QPointF(onPixel(from) - 1, onPixel(world.map(QPointF(left, y)).y()) - 1), line);
    painter->restore();
}

void NetworkCanvas::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->resetTransform();
    const QRectF room = viewport()->rect();
    if (scene_->nodeItems().empty() && !gesture_) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.4);
        large.setWeight(QFont::DemiBold);
        painter->setFont(large);
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(room.adjusted(20, 0, -20, -34), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing here yet"));
        painter->setFont(font());
        painter->setPen(colour(Role::Secondary));
        painter->drawText(room.adjusted(20, 34, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          tr("Drag a layer from the palette, or press Space to search one.\nA network starts with an Input."));
    }
    if (gesture_) gesture_->paint(*painter);
    if (hasFocus() && scene_->keyboardHere() && std::holds_alternative<std::monostate>(scene_->current())) {  // the keyboard is on the canvas itself
        painter->setPen(QPen(colour(Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(room.adjusted(1, 1, -1, -1));
    }
    painter->restore();
    if (scene_->pictures().unfinished()) QTimer::singleShot(0, viewport(), qOverload<>(&QWidget::update));
}

void NetworkCanvas::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    fitAgain();
    if (miniMap_) miniMap_->place();
    if (preview_) preview_->place();
    placeBreadcrumb();
}

void NetworkCanvas::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    if (!touched_) fitAll();
}

void NetworkCanvas::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    scene_->pictures().forgetAll();
    if (preview_) preview_->paintAgain();
    viewport()->update();
}

}  // namespace perceptarium::ui
