// What a run remembers from epoch to epoch: the schedule of the learning rate, the best epoch, and its weights.
#pragma once

#include <memory>

#include "network/infer_shapes.h"
#include "network/model.h"
#include "train/best_epoch.h"
#include "train/schedule.h"
#include "train/train_settings.h"

namespace perceptarium::train {

struct State;

class EpochMemory {
public:
    using Parameters = std::vector<network::Parameter>;

    EpochMemory() = default;
    /// Of a run that begins. Error names the setting: a schedule that is not declared or cannot have these settings, a
    /// metric that these data do not have.
    static Result<EpochMemory> create(const TrainSettings& settings, const network::TargetInfo& target);

    /// What the learning rate is multiplied by.
    double factor(const ScheduleTime& time) const { return schedule_->factor(time); }
    const BestEpoch& best() const { return best_; }
    std::int64_t patience() const { return patience_; }
    void setPatience(std::int64_t patience) { patience_ = patience; }

    /// Would training stop early after this epoch?
    bool stopsAfter(const EpochRecord& record) const;
    bool stoppedEarly() const { return stops(best_); }
    /// An epoch has ended. With the best one, the weights are kept.
    void add(const EpochRecord& record, const Parameters& parameters);

    /// Puts the best weights into the parameters and keeps the last ones instead; true when there were others than the
    /// last. Once more: back to the last.
    bool restore(Parameters& parameters);
    bool restored() const { return restored_; }
    bool restoresAtEnd() const { return keeps_ && patience_ > 0; }
    /// Is a record with such a value better than all before?
    bool isBest(const EpochRecord& record) const;

    void write(State& state, const Parameters& parameters) const;
    /// All or nothing. Error: kept weights that do not fit the parameters.
    Status read(const State& state, const Parameters& parameters);

private:
    bool stops(const BestEpoch& best) const { return patience_ > 0 && best.waited() >= patience_; }

    std::int64_t patience_ = 0;
    bool keeps_ = false;
    std::unique_ptr<Schedule> schedule_;
    BestEpoch best_;
    std::vector<Tensor> other_;  ///< by parameter: the best weights, or after restore() the last; empty: none kept
    bool restored_ = false;
};

}  // namespace perceptarium::train
