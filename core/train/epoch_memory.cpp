#include "train/epoch_memory.h"

#include <algorithm>

#include "train/metric.h"
#include "train/trainer.h"

namespace perceptarium::train {
namespace {

template <class Specs>
std::string listOf(const Specs& specs) {
    std::string list;
    for (const auto* spec : specs) list += (list.empty() ? "" : ", ") + spec->id;
    return list;
}

Status checkMonitor(const std::string& monitor, const network::TargetInfo& target) {
    if (monitor == "loss") return {};
    const MetricSpec* metric = findMetric(monitor);
    if (metric && metric->applies(target)) return {};
    std::string known = "loss";
    for (const MetricSpec* other : allMetrics())
        if (other->applies(target)) known += ", " + other->id;
    return Error{"the best epoch cannot be told by a metric that these data do not have", "monitor", known, monitor};
}

/// Those whose names begin so, without it.
std::map<std::string, double> countersOf(const std::map<std::string, double>& all, const std::string& prefix) {
    std::map<std::string, double> some;
    for (const auto& [name, value] : all)
        if (name.starts_with(prefix)) some[name.substr(prefix.size())] = value;
    return some;
}

}  // namespace

Result<EpochMemory> EpochMemory::create(const TrainSettings& settings, const network::TargetInfo& target) {
    const ScheduleSpec* spec = findSchedule(settings.schedule);
    if (spec == nullptr)
        return Error{"there is no such schedule", "schedule", listOf(allSchedules()), settings.schedule};
    auto complete = completeSettings(spec->settings, settings.scheduleSettings);
    if (!complete) return complete.error().at("schedule " + settings.schedule);
    if (const Status fine = checkSchedule(settings.schedule, *complete); !fine)
        return fine.error().at("schedule " + settings.schedule);
    PC_TRY(checkMonitor(settings.monitor, target));

    EpochMemory memory;
    memory.patience_ = settings.patience;
    memory.keeps_ = settings.restoreBest;
    memory.schedule_ = spec->make(*complete);
    memory.best_ = BestEpoch(settings.monitor, settings.minDelta);
    return memory;
}

bool EpochMemory::isBest(const EpochRecord& record) const {
    BestEpoch after = best_;
    return after.add(record);
}

bool EpochMemory::stopsAfter(const EpochRecord& record) const {
    BestEpoch after = best_;
    after.add(record);
    return stops(after);
}

void EpochMemory::add(const EpochRecord& record, const Parameters& parameters) {
    schedule_->epochEnded(best_.valueOf(record), best_.higherIsBetter());
    if (!best_.add(record) || !restoresAtEnd()) return;
    CHECK(!restored_, "the best epoch ended with weights of another");
    if (other_.empty())
        for (const network::Parameter& parameter : parameters) other_.push_back(parameter.variable.value().clone());
    for (std::size_t i = 0; i < other_.size(); ++i) {
        const Tensor& now = parameters[i].variable.value();
        std::copy(now.bytes(), now.bytes() + now.byteSize(), other_[i].bytes());
    }
}

bool EpochMemory::restore(Parameters& parameters) {
    if (other_.empty()) return false;
    for (std::size_t i = 0; i < other_.size(); ++i) {
        Tensor& now = parameters[i].variable.mutableValue();
        std::swap_ranges(now.bytes(), now.bytes() + now.byteSize(), other_[i].bytes());
    }
    restored_ = !restored_;
    return true;
}

void EpochMemory::write(State& state, const Parameters& parameters) const {
    for (const auto& [name, value] : best_.counters()) state.counters["best/" + name] = value;
    for (const auto& [name, value] : schedule_->state()) state.counters["schedule/" + name] = value;
    if (restored_) state.counters["restored"] = 1;
    state.counters["patience"] = static_cast<double>(patience_);  // it may have been changed while training ran
    for (std::size_t i = 0; i < other_.size(); ++i) state.other[parameters[i].name] = other_[i].clone();
}

Status EpochMemory::read(const State& state, const Parameters& parameters) {
    std::vector<Tensor> other;
    for (const network::Parameter& parameter : parameters) {
        if (state.other.empty()) break;
        const auto found = state.other.find(parameter.name);
        const Tensor& now = parameter.variable.value();
        if (found == state.other.end() || found->second.shape() != now.shape() || found->second.dtype() != now.dtype())
            return Error{"the best weights of this state do not fit the network", parameter.name, now.shape().text(),
                         found == state.other.end() ? "none" : found->second.shape().text()};
        other.push_back(found->second.clone());
    }
    other_ = std::move(other);
    restored_ = !other_.empty() && state.counters.contains("restored");
    best_.setCounters(countersOf(state.counters, "best/"));
    schedule_->setState(countersOf(state.counters, "schedule/"));
    if (const auto patience = state.counters.find("patience");
        patience != state.counters.end() && patience->second >= 0 && patience->second < 9e15)
        patience_ = static_cast<std::int64_t>(patience->second);
    return {};
}

}  // namespace perceptarium::train
