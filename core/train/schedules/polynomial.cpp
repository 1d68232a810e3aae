// Polynomial decay to an end value; with power 1 a straight line.
#include <algorithm>
#include <cmath>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Polynomial {
    double power = 1;
    double end = 0;
};

const RegisteredSchedule<Polynomial> declared{{
    .id = "polynomial",
    .order = 6,
    .title = "Polynomial",
    .meaning = "Falls to its end over the whole run: with power 1 in a straight line, with more it falls early.",
    .formula = "α = α₀ · (end + (1 − end) (1 − p)^power),  p = share of the run",
    .settings = {setting("power", "Power", &Polynomial::power, "1: a straight line.", {0.01, 10}),
                 setting("end", "End", &Polynomial::end, "The share of α that is left at the end.", {0, 1})},
    .factor =
        [](const Polynomial& s, const ScheduleTime& t) {
            return s.end + (1 - s.end) * std::pow(1 - std::min(t.progress(), 1.0), s.power);
        },
}};

}  // namespace
}  // namespace perceptarium::train
