// A schedule drawn by hand: points over the run, straight lines between them.
#include "train/schedule.h"
#include "train/schedules/points.h"

namespace perceptarium::train {
namespace {

struct HandDrawn {
    std::string points = "0:0.1, 0.1:1, 0.6:1, 1:0.01";
};

const RegisteredSchedule<HandDrawn> declared{{
    .id = "hand-drawn",
    .order = 10,
    .title = "Hand-drawn",
    .meaning = "Any shape: drag the points of the curve, or write them as progress:factor.",
    .formula = "α = α₀ · f(p),  f straight between the points",
    .settings = {setting("points", "Points", &HandDrawn::points,
                         "Share of the run and factor on α, as in 0:0.1, 0.2:1, 1:0.")},
    .warmsUp = false,
    .make = [](const HandDrawn& s) -> std::unique_ptr<Schedule> {
        auto points = parseSchedulePoints(s.points);
        CHECK(points.has_value(), "points of a schedule that were not checked");
        return detail::plainSchedule(
            [points = std::move(*points)](const ScheduleTime& time) { return factorAt(points, time.progress()); });
    },
    .check = [](const HandDrawn& s) -> Status {
        PC_TRY(parseSchedulePoints(s.points));
        return {};
    },
}};

}  // namespace
}  // namespace perceptarium::train
