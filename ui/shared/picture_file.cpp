#include "ui/shared/picture_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>

namespace perceptarium::ui {
namespace {

using Paint = std::function<void(QPainter&)>;

constexpr double kDotsPerInch = 96;  // one pixel of the screen, as CSS and SVG have it

Status writePng(QSaveFile& file, QSizeF size, const Paint& paint) {
    // Twice the size, but never more pixels than a picture program would open.
    const double factor = std::min(2.0, 16000 / std::max({size.width(), size.height(), 1.0}));
    QImage image((size * factor).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return Error{"the picture is too large", {}, {}, {}};
    image.setDevicePixelRatio(factor);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        paint(painter);
    }
    if (!image.save(&file, "PNG")) return Error{file.errorString().toStdString(), {}, {}, {}};
    return {};
}

Status writeSvg(QSaveFile& file, QSizeF size, const QString& title, const Paint& paint) {
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF({0, 0}, size));
    generator.setTitle(title);
    QPainter painter(&generator);
    paint(painter);
    return {};
}

Status writePdf(QSaveFile& file, QSizeF size, const QString& title, const Paint& paint) {
    QPdfWriter writer(&file);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Perceptarium"));
    writer.setResolution(static_cast<int>(kDotsPerInch));
    // The page is the picture.
    writer.setPageSize(QPageSize(size / kDotsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    paint(painter);
    return {};
}

}  // namespace

Status writePicture(const QString& path, QSizeF size, const QString& title, const Paint& paint) {
    const auto failed = [&](const QString& why) {
        return Error{"the picture could not be written: " + why.toStdString(), path.toStdString(), {}, {}};
    };
    const QString ending = QFileInfo(path).suffix().toLower();
    const bool png = ending == QLatin1String("png"), svg = ending == QLatin1String("svg");
    if (!png && !svg && ending != QLatin1String("pdf"))
        return Error{"pictures are written as PNG, SVG or PDF", path.toStdString(), ".png, .svg or .pdf", ending.toStdString()};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failed(file.errorString());
    const Status written = png ? writePng(file, size, paint) : svg ? writeSvg(file, size, title, paint) : writePdf(file, size, title, paint);
    if (!written) return failed(QString::fromStdString(written.error().what));
    if (!file.commit()) return failed(file.errorString());
    return {};
}

QString pictureFilters() {
    return QCoreApplication::translate("Picture", "Pixels at twice the size (*.png);;Vector drawing (*.svg);;Page to print (*.pdf)");
}

}  // namespace perceptarium::ui
