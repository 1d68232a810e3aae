// Trainer: one run, step by step, on the caller's thread. Everything that the next step depends on is in its State.
#pragma once

#include <functional>
#include <memory>
#include <set>

#include "data/batches.h"
#include "network/model.h"
#include "train/best_epoch.h"
#include "train/loss.h"
#include "train/metric.h"
#include "train/optimizer.h"
#include "train/records.h"
#include "train/train_settings.h"

namespace perceptarium::train {

/// All of a run: put back, training goes on byte for byte as if it had never stopped. Random numbers need no entry of
/// their own: their streams are addressed by seed, epoch and step.
struct State {
    std::int64_t step = 0;   ///< batches done over the run
    std::int64_t epoch = 0;  ///< epochs finished
    std::int64_t batch = 0;  ///< batches done in the current epoch
    std::uint64_t seed = 1;
    double seconds = 0;
    StepKnobs knobs;  ///< as they are set; the schedule's factor is not in them
    std::map<std::string, Tensor> parameters;  ///< with batch-norm statistics
    std::map<std::string, Tensor> optimizer;
    std::map<std::string, double> epochSums;   ///< running sums of the unfinished epoch's train metrics
    std::map<std::string, double> counters;    ///< "best/…", "schedule/…", "patience"; "restored": best weights are back;
                                               ///< "frozen/<node>": frozen
    /// With early stopping: the weights of the best epoch; once these were put back, the last ones instead.
    std::map<std::string, Tensor> other;
};

/// Names of the nodes that were frozen, and the state as if these had been.
std::set<std::string> frozenIn(const State& state);
void setFrozenIn(State& state, const std::set<std::string>& nodes);

/// What the data says to shape inference.
network::DataTypes dataTypes(const data::DatasetInfo& info);

class Trainer {
public:
    /// Error: a finding of the drawing, a loss that does not suit, an empty training part.
    static Result<std::unique_ptr<Trainer>> create(const network::Graph& graph, data::PreparedPtr data,
                                                   const TrainSettings& settings);
    ~Trainer();

    /// One mini-batch. Error: data that cannot be read any more; or a loss or gradient that is not finite (nonFinite()):
    /// then nothing was updated, and the error names the node and example where it began, and what to try.
    /// BatchRecord::loss is the data's loss alone, without the L2 penalty, so that it compares with dev.
    Result<BatchRecord> step();
    /// The last step() failed because a number was not finite. The model is as it was before that step.
    bool nonFinite() const;
    /// True right after the last batch of an epoch, until finishEpoch() or step().
    bool epochEnded() const;
    /// Evaluates dev (and, after the last epoch, test) and begins the next epoch. After the last one, all done or
    /// stopped early, the best weights are put back where that is asked for; the test part is measured with these.
    Result<EpochRecord> finishEpoch(std::stop_token stop = {});
    bool done() const;  ///< all epochs are, or nothing got better for so many epochs as the patience says
    /// The second: training stopped early, or would if it were not done anyway.
    bool stoppedEarly() const;
    const BestEpoch& best() const;
    /// The weights are those of the best epoch, put back at the end. The next step() goes on from the last ones, as if
    /// training had never stopped.
    bool restoredBest() const;

    /// Loss and metrics of a part with the present weights, batch norm and dropout in evaluation mode. The loss is of
    /// targets as training sees them (standardized numbers); all other metrics are in the data's own units.
    Result<Metrics> evaluate(data::Part part, std::stop_token stop = {});

    State state() const;
    Status setState(const State& state);
    /// Back to the start, with this seed. The knobs stay as they are set now.
    void reset(std::uint64_t seed);

    void setKnobs(const StepKnobs& knobs);
    const StepKnobs& knobs() const;
    /// The learning rate of the next step: the knob times what the schedule says.
    double learningRate() const;
    /// Of the next step on: the nodes with these names are frozen, all others are not.
    void setFrozen(const std::set<std::string>& nodes);
    std::set<std::string> frozen() const;
    void setEpochs(std::int64_t epochs);
    void setPatience(std::int64_t patience);
    /// The test part is measured after the last epoch only, unless every epoch's record is asked to hold it.
    void setTestEachEpoch(bool each);
    bool testEachEpoch() const;
    /// Called between the batches of an evaluation, so that a long one keeps no one waiting. Must not train.
    void setDuringEvaluation(std::function<void()> call);

    /// Time counts from one step() or finishEpoch() to the next; not the time between this call and the next step.
    void pauseClock();

    const TrainSettings& settings() const;
    network::Model& model();
    const data::Prepared& data() const;
    const LossSpec& loss() const;
    const std::vector<ChosenMetric>& metrics() const;  ///< what is measured
    std::int64_t stepsDone() const;
    std::int64_t epochsDone() const;
    std::int64_t batchesDone() const;  ///< in the current epoch
    std::int64_t batchesPerEpoch() const;
    std::int64_t examplesPerEpoch() const;

private:
    Trainer();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace perceptarium::train
