// The same learning rate throughout.
#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Constant {};

const RegisteredSchedule<Constant> declared{{
    .id = "constant",
    .order = 1,
    .title = "Constant",
    .meaning = "The same learning rate throughout.",
    .formula = "α = α₀",
    .factor = [](const Constant&, const ScheduleTime&) { return 1.0; },
}};

}  // namespace
}  // namespace perceptarium::train
