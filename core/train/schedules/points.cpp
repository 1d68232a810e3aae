#include "train/schedules/points.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace perceptarium::train {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

/// False when it is no number.
bool number(std::string_view text, double& value) {
    text = trimmed(text);
    const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && stop == text.data() + text.size() && std::isfinite(value);
}

}  // namespace

Result<std::vector<SchedulePoint>> parseSchedulePoints(const std::string& text) {
    const auto wrong = [](const std::string& what, const std::string& expected, std::string_view found) {
        return Error{what, "points", expected, std::string(found)};
    };
    std::vector<SchedulePoint> points;
    std::string_view left = text;
    while (true) {
        const auto comma = left.find(',');
        const std::string_view one = trimmed(left.substr(0, comma));
        const auto colon = one.find(':');
        SchedulePoint point;
        if (colon == std::string_view::npos || !number(one.substr(0, colon), point.progress) ||
            !number(one.substr(colon + 1), point.factor))
            return wrong("this is not a point of the schedule", "progress:factor, as in 0:0.1, 0.2:1, 1:0", one);
        if (point.progress < 0 || point.progress > 1)
            return wrong("a point lies outside the run", "a progress from 0 to 1", one);
        if (point.factor < 0 || point.factor > kLargestScheduleFactor)
            return wrong("a point is too high or too low", fmt::format("a factor from 0 to {}", kLargestScheduleFactor),
                         one);
        if (!points.empty() && point.progress <= points.back().progress)
            return wrong("the points are not in order", fmt::format("a progress above {}", points.back().progress),
                         one);
        if (points.size() == kMostSchedulePoints)
            return wrong("too many points", fmt::format("at most {}", kMostSchedulePoints), one);
        points.push_back(point);
        if (comma == std::string_view::npos) return points;
        left.remove_prefix(comma + 1);
    }
}

std::string schedulePointsText(const std::vector<SchedulePoint>& points) {
    std::string text;
    for (const SchedulePoint& point : points)
        text += fmt::format("{}{:.6g}:{:.6g}", text.empty() ? "" : ", ", point.progress, point.factor);
    return text;
}

double factorAt(const std::vector<SchedulePoint>& points, double progress) {
    if (points.empty()) return 1;
    const auto next = std::upper_bound(points.begin(), points.end(), progress,
                                       [](double p, const SchedulePoint& point) { return p < point.progress; });
    if (next == points.begin()) return points.front().factor;
    if (next == points.end()) return points.back().factor;
    const SchedulePoint &a = *(next - 1), &b = *next;
    return a.factor + (b.factor - a.factor) * (progress - a.progress) / (b.progress - a.progress);
}

}  // namespace perceptarium::train
