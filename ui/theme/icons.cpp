// Line icons: SVG drawn in the text colour at whatever size and scale is asked for, following light and dark by
// themselves.
#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "base/check.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

class LineIcon : public QIconEngine {
public:
    LineIcon(QString name, QByteArray svg) : name_(std::move(name)), svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        QPixmap picture = draw(rect.size() * ratio, mode);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return draw(size, mode); }
    QIconEngine* clone() const override { return new LineIcon(name_, svg_); }
    QString key() const override { return QStringLiteral("perceptarium-line"); }

private:
    QPixmap draw(const QSize& size, QIcon::Mode mode) const {
        const QPalette palette = QApplication::palette();
        const QColor ink = mode == QIcon::Disabled   ? palette.color(QPalette::Disabled, QPalette::Text)
                           : mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                                     : palette.color(QPalette::Text);
        const QString key =
            QStringLiteral("%1/%2x%3/%4").arg(name_).arg(size.width()).arg(size.height()).arg(ink.rgb());
        QPixmap picture;
        if (QPixmapCache::find(key, &picture)) return picture;
        QByteArray svg = svg_;
        svg.replace("#000", ink.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        picture = QPixmap(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, picture);
        return picture;
    }

    QString name_;
    QByteArray svg_;
};

}  // namespace

QIcon icon(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    CHECK(file.open(QIODevice::ReadOnly), "no icon is called " + name.toStdString());
    return QIcon(new LineIcon(name, file.readAll()));
}

}  // namespace perceptarium::ui
