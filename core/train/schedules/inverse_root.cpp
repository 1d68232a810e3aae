// 1/√t (course §6.5), t = 1 in the first epoch.
#include <cmath>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct InverseRoot {
    bool smooth = false;
};

const RegisteredSchedule<InverseRoot> declared{{
    .id = "inverse-root",
    .order = 5,
    .title = "1 / √t",
    .meaning = "Falls slowly and never to zero; with a warm-up it is the schedule of the first Transformers.",
    .formula = "α = α₀ / √(1 + epoch)",
    .settings = {setting("smooth", "At every step", &InverseRoot::smooth,
                         "Changes with each step instead of after each epoch.")},
    .factor =
        [](const InverseRoot& s, const ScheduleTime& t) {
            return 1 / std::sqrt(1 + (s.smooth ? t.epoch() : static_cast<double>(t.wholeEpoch())));
        },
}};

}  // namespace
}  // namespace perceptarium::train
