// The list of schedules, and the warm-up that may stand before most of them.
#include "train/schedule.h"

#include <algorithm>
#include <cmath>

namespace perceptarium::train {

const ScheduleSpec* findSchedule(std::string_view id) { return Registry<ScheduleSpec>::instance().find(id); }
const std::vector<const ScheduleSpec*>& allSchedules() { return Registry<ScheduleSpec>::instance().all(); }

Status checkSchedule(const std::string& id, const Settings& settings) {
    const ScheduleSpec* spec = findSchedule(id);
    return spec && spec->check ? spec->check(settings) : Status{};
}

namespace detail {
namespace {

class Plain : public Schedule {
public:
    explicit Plain(std::function<double(const ScheduleTime&)> factor) : factor_(std::move(factor)) {}
    double factor(const ScheduleTime& time) const override { return factor_(time); }

private:
    std::function<double(const ScheduleTime&)> factor_;
};

/// Linear warm-up (Goyal et al. 2017): W steps rise to the start of the schedule proper, which sees the rest of the run
/// as the whole. The first step has 1/(W + 1) of it, as PyTorch's LinearLR(1/(W + 1), total_iters=W).
class WarmUp : public Schedule {
public:
    WarmUp(std::unique_ptr<Schedule> inner, double epochs) : inner_(std::move(inner)), epochs_(epochs) {}
    double factor(const ScheduleTime& time) const override {
        const std::int64_t warm = std::llround(epochs_ * static_cast<double>(time.perEpoch));
        const ScheduleTime rest{std::max<std::int64_t>(time.step - warm, 0),
                                std::max<std::int64_t>(time.steps - warm, 1), time.perEpoch};
        const double share =
            time.step < warm ? static_cast<double>(time.step + 1) / static_cast<double>(warm + 1) : 1.0;
        return share * inner_->factor(rest);
    }
    void epochEnded(double value, bool higherIsBetter) override { inner_->epochEnded(value, higherIsBetter); }
    std::map<std::string, double> state() const override { return inner_->state(); }
    void setState(const std::map<std::string, double>& state) override { inner_->setState(state); }

private:
    std::unique_ptr<Schedule> inner_;
    double epochs_;
};

}  // namespace

SettingSpec warmUpSetting() {
    return {"warmup",
            "Warm-up",
            SettingKind::Real,
            0.0,
            "Over so many epochs the rate rises in a straight line from almost nothing; fractions are allowed. The "
            "schedule begins after them.",
            "epochs",
            0,
            100'000,
            {}};
}

std::unique_ptr<Schedule> plainSchedule(std::function<double(const ScheduleTime&)> factor) {
    return std::make_unique<Plain>(std::move(factor));
}

std::unique_ptr<Schedule> warmedUp(std::unique_ptr<Schedule> inner, double epochs) {
    if (epochs <= 0) return inner;
    return std::make_unique<WarmUp>(std::move(inner), epochs);
}

}  // namespace detail
}  // namespace perceptarium::train
