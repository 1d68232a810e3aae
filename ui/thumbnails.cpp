#include "ui/thumbnails.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include "ui/panels/project_card.h"

namespace perceptarium::ui {
namespace {

constexpr QSize kSize(256, 160);  // "large" is at most 256 either way

QString uriOf(const QString& path) { return QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toString(QUrl::FullyEncoded); }

QString modified(const QString& path) { return QString::number(QFileInfo(path).lastModified().toSecsSinceEpoch()); }

}  // namespace

QImage drawThumbnail(const network::Graph& graph) {
    QImage picture(kSize, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.scale(1.6, 1.6);  // lines that are still seen when it is shown small
    paintMiniature(painter, QRectF(QPointF(), QSizeF(kSize) / 1.6).adjusted(10, 10, -10, -10), graph);
    return picture;
}

QString thumbnailPath(const QString& path) {
    const QByteArray name = QCryptographicHash::hash(uriOf(path).toUtf8(), QCryptographicHash::Md5).toHex();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation))
        .filePath(QStringLiteral("thumbnails/large/%1.png").arg(QLatin1String(name)));
}

void keepThumbnail(const QString& path, QImage picture) {
    picture.setText(QStringLiteral("Thumb::URI"), uriOf(path));
    picture.setText(QStringLiteral("Thumb::MTime"), modified(path));
    picture.setText(QStringLiteral("Software"), QStringLiteral("Perceptarium"));
    const QString place = thumbnailPath(path);
    QDir().mkpath(QFileInfo(place).absolutePath());
    QSaveFile file(place);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);  // whose projects they are is nobody else's business
    if (picture.save(&file, "PNG")) file.commit();
}

QImage thumbnailOf(const QString& path) {
    QImageReader reader(thumbnailPath(path), "png");
    if (reader.size().width() > kSize.width() || reader.size().height() > kSize.width()) return {};
    const QImage picture = reader.read();
    return picture.text(QStringLiteral("Thumb::MTime")) == modified(path) ? picture : QImage();
}

}  // namespace perceptarium::ui
