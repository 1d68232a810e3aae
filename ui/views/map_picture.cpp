#include "ui/views/map_picture.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/views/example_pictures.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr double kReach = 14;  ///< pixels within which a point is picked
constexpr double kCard = 92, kFoot = 16;
constexpr std::size_t kMostNames = 400;
constexpr qsizetype kLongestName = 28;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EmbeddingView)
};
QColor ink(QPalette::ColorRole role) { return QGuiApplication::palette().color(role); }
QSizeF sizeOf(const QImage& image) { return image.isNull() ? QSizeF(1, 1) : QSizeF(image.size()); }

}  // namespace

void MapPicture::fitAll() {
    zoom_ = 1;
    centre_ = {};
}

QRectF MapPicture::plot(const QRectF& area) const {
    return area.adjusted(kMargin, kMargin, -kMargin, -kMargin - kFoot - (picked >= 0 ? kCard : 0));
}

/// The same along both axes: a distance is a distance in every direction.
double MapPicture::scale(const QRectF& room) const {
    const QRectF& bounds = points_.bounds();
    return zoom_ * std::max(std::min(room.width() / bounds.width(), room.height() / bounds.height()), 1e-12);
}

double MapPicture::radius() const { return std::clamp(3.2 * std::sqrt(zoom_), 2.6, 6.0); }

QPointF MapPicture::toPixel(QPointF place, const QRectF& room) const {
    const QPointF way = (place - points_.bounds().center() - centre_) * scale(room);
    return {room.center().x() + way.x(), room.center().y() - way.y()};
}

void MapPicture::zoomAt(QPointF pixel, double steps, const QRectF& area) {
    const QRectF room = plot(area);
    const double next = std::clamp(zoom_ * std::pow(1.18, steps), 0.5, 60.0), before = scale(room);
    const QPointF fromCentre(pixel.x() - room.center().x(), room.center().y() - pixel.y());
    centre_ += fromCentre * (1 / before - zoom_ / next / before);
    zoom_ = next;
}

void MapPicture::startPan(QPointF from) {
    panFrom_ = from;
    panCentre_ = centre_;
}

void MapPicture::pan(QPointF to, const QRectF& area) {
    centre_ = panCentre_ + QPointF(panFrom_.x() - to.x(), to.y() - panFrom_.y()) / scale(plot(area));
}

int MapPicture::pointAt(QPointF pixel, const QRectF& area) const {
    const QRectF room = plot(area);
    int nearest = -1;
    double least = kReach * kReach;
    for (int i = 0; i < points_.size(); ++i) {
        const QPointF way = toPixel(points_.place(i), room) - pixel;
        const double distance = QPointF::dotProduct(way, way);
        if (distance < least) least = distance, nearest = i;
    }
    return nearest;
}

bool MapPicture::asPictures() const { return marks == Marks::Pictures && pictures_.available() && !points_.areWords(); }

void MapPicture::paint(QPainter& painter, const QRectF& area) {
    const QRectF room = plot(area);
    const MapWorker::Map& map = *points_.map();
    painter.save();
    painter.setClipRect(QRectF(area.left(), area.top(), area.width(), room.bottom() + kMargin - area.top()),
                        Qt::IntersectClip);
    if (!map.tsne) {  // where the mean is
        painter.setPen(QPen(colour(Role::Grid), 1));
        const QPointF origin = toPixel({0, 0}, room);
        painter.drawLine(QPointF(origin.x(), area.top()), QPointF(origin.x(), room.bottom() + kMargin));
        painter.drawLine(QPointF(area.left(), origin.y()), QPointF(area.right(), origin.y()));
    }
    paintMarks(painter, room);
    if (!asPictures() && (marks == Marks::Words || !found.empty())) paintNames(painter, room);
    paintChosen(painter, room);
    if (hovered >= 0 && hovered < points_.size()) paintHovered(painter, room);
    painter.restore();

    painter.setPen(colour(Role::Secondary));
    const QRectF foot(area.left() + kMargin, room.bottom() + kMargin - 2, area.width() - 2 * kMargin, kFoot);
    const QString axes = map.tsne ? Words::tr("t-SNE: only neighbourhoods count, axes have no unit")
                                  : Words::tr("across: component 1 (%1 % of the variance), up: component 2 (%2 %)")
                                        .arg(100 * map.shares[0], 0, 'f', 0)
                                        .arg(100 * map.shares[1], 0, 'f', 0);
    const QString brief = map.tsne ? Words::tr("t-SNE: axes have no unit")
                                   : Words::tr("→ component 1 (%1 %)  ↑ component 2 (%2 %)")
                                         .arg(100 * map.shares[0], 0, 'f', 0)
                                         .arg(100 * map.shares[1], 0, 'f', 0);
    const bool roomy = painter.fontMetrics().horizontalAdvance(axes) <= foot.width();
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, roomy ? axes : brief);
    if (picked >= 0 && picked < points_.size()) paintCard(painter, area);
}

void MapPicture::paintMarks(QPainter& painter, const QRectF& room) {
    const bool images = asPictures();
    const double dot = marks == Marks::Words ? 2 : radius(), side = std::clamp(18.0 * std::sqrt(zoom_), 16.0, 64.0);
    const QColor ground = ink(QPalette::Base), plain = colour(Role::Accent);
    const QRectF seen = room.adjusted(-30, -30, 30, 30);
    const QPointF middle = room.center(), centre = points_.bounds().center() + centre_;
    const double unit = scale(room);
    for (const bool bright : {false, true}) {  // what was found is drawn last, over the rest
        for (int i = 0; i < points_.size(); ++i) {
            if (hit(i) != bright) continue;
            const QPointF way = (points_.place(i) - centre) * unit;
            const QPointF pixel(middle.x() + way.x(), middle.y() - way.y());
            if (!seen.contains(pixel)) continue;
            const int label = points_.classOf(i);
            QColor tint = label >= 0 ? classColour(label) : plain;
            if (!bright) tint.setAlpha(40);
            if (!images) {
                stamps_.draw(painter, pixel, dot, tint, ground);
                continue;
            }
            const QRectF box(pixel.x() - side / 2, pixel.y() - side / 2, side, side);
            painter.setOpacity(bright ? 1 : 0.2);
            if (const QImage image = pictures_.picture(points_.idOf(i)); !image.isNull()) {
                painter.setRenderHint(QPainter::SmoothPixmapTransform);
                painter.drawImage(fitted(image.size(), box), image);
            }
            painter.setPen(QPen(tint, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
            painter.setOpacity(1);
        }
    }
}

/// The names of all points, or of those that were found, as far as they do not lie on each other.
void MapPicture::paintNames(QPainter& painter, const QRectF& room) const {
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    QColor ground = ink(QPalette::Base);
    ground.setAlpha(190);
    for (int i = 0; i < points_.size() && taken.size() < kMostNames; ++i) {
        if (!hit(i)) continue;
        const QPointF pixel = toPixel(points_.place(i), room);
        if (!room.adjusted(-30, -30, 30, 30).contains(pixel)) continue;
        QString name = points_.nameOf(i);
        if (name.size() > kLongestName) name = name.left(kLongestName - 2) + QStringLiteral("…");
        QRectF box(pixel.x() + 5, pixel.y() - metrics.height() / 2, metrics.horizontalAdvance(name), metrics.height());
        if (box.right() > room.right() + kMargin) box.moveRight(pixel.x() - 5);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        painter.fillRect(box.adjusted(-1, 1, 1, -1), ground);  // dots below do not eat the letters
        painter.setPen(ink(QPalette::Text));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, name);
    }
}

void MapPicture::paintChosen(QPainter& painter, const QRectF& room) const {
    const int size = points_.size();
    QColor line = ink(QPalette::Text);
    line.setAlpha(90);
    painter.setPen(QPen(line, 1));
    for (const MapNeighbour& each : near)
        if (picked >= 0 && picked < size && each.point < size)
            painter.drawLine(toPixel(points_.place(picked), room), toPixel(points_.place(each.point), room));
    painter.setBrush(Qt::NoBrush);
    for (const int point : {hovered, picked}) {
        if (point < 0 || point >= size) continue;
        painter.setPen(QPen(ink(QPalette::Text), point == picked ? 2 : 1.2));
        painter.drawEllipse(toPixel(points_.place(point), room), radius() + 3, radius() + 3);
    }
}

void MapPicture::paintHovered(QPainter& painter, const QRectF& room) const {
    const QFontMetricsF metrics(painter.font());
    const QPointF pixel = toPixel(points_.place(hovered), room);
    QString text = metrics.elidedText(points_.nameOf(hovered), Qt::ElideRight, 260);
    if (const QString group = points_.classNameOf(hovered); !group.isEmpty()) text += QStringLiteral("  ·  ") + group;
    const bool image = pictures_.available() && !points_.areWords();
    QRectF box(pixel.x() + 12, pixel.y() + 10, metrics.horizontalAdvance(text) + 16 + (image ? 44 : 0),
               image ? 52 : metrics.height() + 8);
    if (box.right() > room.right()) box.moveRight(pixel.x() - 12);
    if (box.bottom() > room.bottom()) box.moveBottom(pixel.y() - 10);
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(ink(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 5, 5);
    if (image) {
        const QImage shown = pictures_.picture(points_.idOf(hovered));
        drawSharp(painter, fitted(sizeOf(shown), QRectF(box.left() + 4, box.top() + 4, 44, 44)), shown);
    }
    painter.setPen(ink(QPalette::ToolTipText));
    painter.drawText(box.adjusted(image ? 52 : 8, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void MapPicture::paintCard(QPainter& painter, const QRectF& area) const {
    const QRectF card(area.left() + kMargin, area.bottom() - kCard, area.width() - 2 * kMargin, kCard - 6);
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.setBrush(ink(QPalette::AlternateBase));
    painter.drawRoundedRect(card, 6, 6);
    const bool images = pictures_.available() && !points_.areWords();
    const QFontMetricsF metrics(painter.font());
    double x = card.left() + 10;
    const auto picture = [&](int point, double top, double side) {
        const QImage image = pictures_.picture(points_.idOf(point));
        drawSharp(painter, fitted(sizeOf(image), QRectF(x, top, side, side)), image);
    };
    if (images) {
        picture(picked, card.top() + 8, 64);
        x += 72;
    }
    QString title = points_.nameOf(picked);
    if (const QString group = points_.classNameOf(picked); !group.isEmpty())
        title = group + QStringLiteral("  ·  ") + title;
    const double half = std::max(card.width() * 0.42 - (x - card.left()), 80.0);
    painter.setPen(ink(QPalette::Text));
    painter.drawText(QRectF(x, card.top() + 8, half, card.height() - 14),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, title);
    x += half + 10;
    painter.setPen(colour(Role::Secondary));
    painter.drawText(QRectF(x, card.top() + 8, card.right() - x - 8, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(Words::tr("nearest in this layer (cosine)"), Qt::ElideRight, card.right() - x - 8));
    const double top = card.top() + 8 + metrics.height() + 2;
    if (images) {
        constexpr double kSide = 38;
        for (const MapNeighbour& each : near) {
            if (x + kSide > card.right()) break;
            picture(each.point, top, kSide);
            painter.drawText(QRectF(x - 4, top + kSide, kSide + 8, 14), Qt::AlignCenter,
                             QString::number(each.cosine, 'f', 2));
            x += kSide + 8;
        }
        return;
    }
    QStringList parts;
    for (const MapNeighbour& each : near) {
        QString word = points_.nameOf(each.point);
        if (word.size() > 40) word = word.left(38) + QStringLiteral("…");
        parts << QStringLiteral("%1 (%2)").arg(word).arg(each.cosine, 0, 'f', 2);
    }
    painter.setPen(ink(QPalette::Text));
    painter.drawText(QRectF(x, top, card.right() - x - 8, card.bottom() - top - 6),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     parts.join(points_.areWords() ? QStringLiteral(", ") : QStringLiteral("\n")));
}

}  // namespace perceptarium::ui
