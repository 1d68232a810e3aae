// One cycle: up to a high rate and down to almost nothing (Smith and Topin 2018). As PyTorch's OneCycleLR with cosines;
// the momentum is left alone.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct OneCycle {
    double rising = 0.3;
    double start = 25;
    double end = 10'000;
};

/// Half a cosine from a to b.
double between(double a, double b, double share) {
    return b + (a - b) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(share, 0.0, 1.0)));
}

double factor(const OneCycle& s, const ScheduleTime& t) {
    const double low = 1 / s.start, least = low / s.end;
    const double last = static_cast<double>(t.steps) - 1, top = s.rising * static_cast<double>(t.steps) - 1;
    const auto step = static_cast<double>(t.step);
    if (step <= top) return top > 0 ? between(low, 1, step / top) : 1;
    return between(1, least, last > std::max(top, 0.0) ? (step - top) / (last - top) : 1);
}

const RegisteredSchedule<OneCycle> declared{{
    .id = "one-cycle",
    .order = 8,
    .title = "One cycle",
    .meaning =
        "Rises to α and falls to almost nothing, once; α may be larger than with other schedules. The range test "
        "finds it.",
    .formula = "α₀/start → α₀ → α₀/(start · end), along cosines",
    .settings =
        {setting("rising", "Rising", &OneCycle::rising, "The share of the run in which the rate rises.", {0, 1}),
         setting("start", "Start divisor", &OneCycle::start, "The run begins with α divided by this.", {1, 1e6}),
         setting("end", "End divisor", &OneCycle::end, "The last rate is the first one divided by this.", {1, 1e9})},
    .warmsUp = false,
    .factor = factor,
}};

}  // namespace
}  // namespace perceptarium::train
