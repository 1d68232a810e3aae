// Exponential decay: every epoch multiplies the learning rate by the same number (course §6.5).
#include <cmath>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Exponential {
    double gamma = 0.95;
    bool smooth = false;
};

const RegisteredSchedule<Exponential> declared{{
    .id = "exponential",
    .order = 3,
    .title = "Exponential",
    .meaning = "Every epoch multiplies the learning rate by the same number.",
    .formula = "α = α₀ · γ^epoch",
    .settings = {setting("gamma", "Factor γ", &Exponential::gamma, "What is left of α after an epoch.", {0, 1}),
                 setting("smooth", "At every step", &Exponential::smooth,
                         "Changes with each step instead of after each epoch.")},
    .factor =
        [](const Exponential& s, const ScheduleTime& t) {
            return std::pow(s.gamma, s.smooth ? t.epoch() : static_cast<double>(t.wholeEpoch()));
        },
}};

}  // namespace
}  // namespace perceptarium::train
