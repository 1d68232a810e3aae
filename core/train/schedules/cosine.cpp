// Cosine annealing, with warm restarts if asked for (Loshchilov and Hutter 2017).
#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Cosine {
    double end = 0;
    std::int64_t cycles = 1;
};

double factor(const Cosine& s, const ScheduleTime& t) {
    // Exact where a cycle begins, which a product of shares would not be.
    double p = static_cast<double>(std::min(t.step, t.steps) * s.cycles) / static_cast<double>(t.steps);
    if (p < static_cast<double>(s.cycles))
        p -= std::floor(p);  // at the very end it is down, not up again
    else
        p = 1;
    return s.end + (1 - s.end) * 0.5 * (1 + std::cos(std::numbers::pi * p));
}

const RegisteredSchedule<Cosine> declared{{
    .id = "cosine",
    .order = 7,
    .title = "Cosine",
    .meaning = "Stays high for long, then glides down to its end; a safe choice for most networks.",
    .formula = "α = α₀ · (end + (1 − end) ½ (1 + cos π p)),  p = share of the run",
    .settings = {setting("end", "End", &Cosine::end, "The share of α that is left at the end.", {0, 1}),
                 setting("cycles", "Cycles", &Cosine::cycles,
                         "With more than 1 it jumps back to the top and glides down again: warm restarts.", {1, 1000})},
    .factor = factor,
}};

}  // namespace
}  // namespace perceptarium::train
