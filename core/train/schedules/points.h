// The points of a hand-drawn schedule, as people write them: "0:0.1, 0.2:1, 1:0".
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace perceptarium::train {

struct SchedulePoint {
    double progress = 0;  ///< 0 … 1 of the run
    double factor = 1;    ///< on α
    bool operator==(const SchedulePoint&) const = default;
};
inline constexpr std::size_t kMostSchedulePoints = 100;
inline constexpr double kLargestScheduleFactor = 1000;

/// One point or more, progress rising. Error names the point that cannot be.
Result<std::vector<SchedulePoint>> parseSchedulePoints(const std::string& text);
std::string schedulePointsText(const std::vector<SchedulePoint>& points);
/// Straight lines between the points; level before the first and after the last.
double factorAt(const std::vector<SchedulePoint>& points, double progress);

}  // namespace perceptarium::train
