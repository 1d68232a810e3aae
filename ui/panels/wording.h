// How the window writes numbers for people: counts with separators, time left, shares; the same everywhere.
#pragma once

#include <QString>
#include <cstdint>
#include <string>

namespace perceptarium::ui {

/// UTF-8 from the engine.
inline QString qt(const std::string& text) { return QString::fromStdString(text); }

/// "60,000"
QString countText(std::int64_t count);
/// "48 s", "1:32 min", "2:05 h"; "–" when it is not known (negative, NaN, infinite).
QString durationText(double seconds);
/// "98.3 %" of a fraction; "–" for NaN.
QString percentText(double fraction);
/// A loss or any other metric, four significant digits; "–" for NaN.
QString numberText(double value);
/// Examples a second to three digits, "12,300"; "–" while nothing runs.
QString rateText(double perSecond);
/// A time in the record (ISO 8601, UTC) as today's clock or a date, in local time.
QString whenText(const std::string& iso);

}  // namespace perceptarium::ui
