#include "ui/canvas/mini_map.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr int kWidth = 176, kHeight = 112, kInset = 8;
}

MiniMap::MiniMap(NetworkCanvas& canvas) : QWidget(&canvas), canvas_(canvas) {  // not in the viewport, which scrolls its children
    setObjectName(QStringLiteral("mini-map"));
    setAccessibleName(tr("Mini-map"));
    setToolTip(tr("The whole drawing; drag to look elsewhere (Alt+M hides it)."));
    setFixedSize(kWidth, kHeight);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_NoMousePropagation);
    connect(&canvas.drawing(), &CanvasScene::synced, this, qOverload<>(&QWidget::update));
    connect(&canvas, &NetworkCanvas::zoomChanged, this, qOverload<>(&QWidget::update));
    for (auto* bar : {canvas.horizontalScrollBar(), canvas.verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

void MiniMap::place() { move(canvas_.viewport()->width() - kWidth - kMargin, canvas_.viewport()->height() - kHeight - kMargin); }

QRectF MiniMap::seenArea() const { return canvas_.mapToScene(canvas_.viewport()->rect()).boundingRect(); }

QTransform MiniMap::toMap() const {
    const QRectF all = canvas_.drawing().drawingRect() | seenArea();
    const double scale = std::min((kWidth - 2.0 * kInset) / all.width(), (kHeight - 2.0 * kInset) / all.height());
    return QTransform::fromTranslate(-all.center().x(), -all.center().y()) * QTransform::fromScale(scale, scale) *
           QTransform::fromTranslate(kWidth / 2.0, kHeight / 2.0);
}

void MiniMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colour(Role::NodeFill);
    ground.setAlphaF(0.92f);
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QTransform map = toMap();
    painter.setPen(Qt::NoPen);
    for (const auto& [id, item] : canvas_.drawing().frameItems()) {
        QColor tint = tintColour(item->frame().tint);
        tint.setAlphaF(0.25f);
        painter.setBrush(tint);
        painter.drawRoundedRect(map.mapRect(item->box()), 1.5, 1.5);
    }
    for (const auto& [id, item] : canvas_.drawing().nodeItems()) {
        painter.setBrush(item->look().severity == network::Severity::Error ? colour(Role::Error) : categoryColour(item->look().category));
        painter.drawRoundedRect(map.mapRect(item->body().translated(item->pos())), 1.5, 1.5);
    }
    QColor seen = colour(Role::Accent);
    painter.setPen(QPen(seen, 1.5));
    seen.setAlphaF(0.1f);
    painter.setBrush(seen);
    painter.drawRect(map.mapRect(seenArea()));
}

void MiniMap::goTo(QPointF at) { canvas_.centerOn(toMap().inverted().map(at)); }
void MiniMap::mousePressEvent(QMouseEvent* event) { goTo(event->position()); }
void MiniMap::mouseMoveEvent(QMouseEvent* event) { goTo(event->position()); }

}  // namespace perceptarium::ui
