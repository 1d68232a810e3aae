// Staircase: the learning rate stays, drops, and stays again (course §6.5: discrete staircase).
#include <cmath>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Step {
    double gamma = 0.5;
    std::int64_t every = 5;
};

const RegisteredSchedule<Step> declared{{
    .id = "step",
    .order = 4,
    .title = "Staircase",
    .meaning = "The learning rate drops after every few epochs and stays in between.",
    .formula = "α = α₀ · γ^⌊epoch / every⌋",
    .settings = {setting("every", "Every", &Step::every, "How long each stair is.", {1, 1'000'000}, "epochs"),
                 setting("gamma", "Factor γ", &Step::gamma, "What is left of α after a drop.", {0, 1})},
    .factor = [](const Step& s,
                 const ScheduleTime& t) { return std::pow(s.gamma, static_cast<double>(t.wholeEpoch() / s.every)); },
}};

}  // namespace
}  // namespace perceptarium::train
