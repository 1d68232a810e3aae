#include "ui/panels/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace perceptarium::ui {
namespace {

const QString kUnknown = QStringLiteral("–");
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

}  // namespace

QString countText(std::int64_t count) { return QLocale(QLocale::English).toString(static_cast<qlonglong>(count)); }

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return kUnknown;
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return Words::tr("%1 s").arg(whole);
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 3600) return Words::tr("%1:%2 min").arg(whole / 60).arg(two(whole % 60));
    return Words::tr("%1:%2 h").arg(whole / 3600).arg(two(whole % 3600 / 60));
}

QString percentText(double fraction) {
    if (!std::isfinite(fraction)) return kUnknown;
    return Words::tr("%1 %").arg(100 * fraction, 0, 'f', fraction > 0.9995 && fraction < 1 ? 2 : 1);
}

QString numberText(double value) {
    if (!std::isfinite(value)) return kUnknown;
    return QString::number(value, 'g', 4);
}

QString rateText(double perSecond) {
    if (!std::isfinite(perSecond) || perSecond <= 0) return kUnknown;
    // Three digits that mean something: the rest flickers.
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(perSecond)) - 2));
    return countText(static_cast<std::int64_t>(std::round(perSecond / unit) * unit));
}

QString whenText(const std::string& iso) {
    QDateTime when = QDateTime::fromString(qt(iso), Qt::ISODate);
    if (!when.isValid()) return qt(iso);
    if (when.timeSpec() == Qt::LocalTime) when.setTimeSpec(Qt::UTC);  // written without the Z
    when = when.toLocalTime();
    if (when.date() == QDate::currentDate()) return Words::tr("today %1").arg(when.toString(QStringLiteral("HH:mm")));
    return when.toString(QStringLiteral("d MMM yyyy HH:mm"));
}

}  // namespace perceptarium::ui
