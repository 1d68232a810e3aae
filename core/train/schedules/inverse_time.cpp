// 1/(1 + rate·epoch): quick at first, then ever slower (course §6.5).
#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct InverseTime {
    double rate = 1;
    bool smooth = false;
};

const RegisteredSchedule<InverseTime> declared{{
    .id = "inverse-time",
    .order = 2,
    .title = "1 / (1 + rate · epoch)",
    .meaning = "Falls quickly at first and then ever slower; the course's learning rate decay.",
    .formula = "α = α₀ / (1 + rate · epoch)",
    .settings = {setting("rate", "Decay rate", &InverseTime::rate, "With 1, α is halved after the first epoch.",
                         {0, 1000}),
                 setting("smooth", "At every step", &InverseTime::smooth,
                         "Changes with each step instead of after each epoch.")},
    .factor =
        [](const InverseTime& s, const ScheduleTime& t) {
            return 1 / (1 + s.rate * (s.smooth ? t.epoch() : static_cast<double>(t.wholeEpoch())));
        },
}};

}  // namespace
}  // namespace perceptarium::train
