// Learning-rate range test (Smith 2017): a short run in which α grows from step to step. Where the loss falls fastest
// is a good learning rate; where it flies off is too much.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <stop_token>

#include "train/trainer.h"

namespace perceptarium::train {

struct RangeTestSettings {
    double from = 1e-6, to = 10;
    std::int64_t steps = 100;
};
/// From and to above zero and rising, 30 steps or more; what the window and the command line offer.
const std::vector<SettingSpec>& rangeTestSettings();
Result<RangeTestSettings> rangeTestSettings(const Settings& settings);

struct RangePoint {
    double learningRate = 0;
    double loss = 0;      ///< of the step's batch, before the step
    double smoothed = 0;  ///< exponential mean with weight 0.9, corrected for its start
};
struct RangeTest {
    std::vector<RangePoint> points;
    /// Where the smoothed loss falls fastest over log α, before its lowest point; nullopt when it does not fall clearly
    /// (three times the noise of its batches), as with a net that is trained already.
    std::optional<double> suggested;
    double lowest = std::numeric_limits<double>::quiet_NaN();  ///< α of the lowest smoothed loss
    bool diverged = false;                                     ///< the loss flew off before `to`: the test ended there
};

/// On a net of its own that starts from `state` (else from new weights), so that no run is touched. α grows by the same
/// factor each step; schedule and early stopping are off, everything else is as in `settings`. It ends when the
/// smoothed loss is four times the lowest, or a number is not finite. `each` is told of every point. Error: as
/// Trainer::create; cancelled by `stop`.
Result<RangeTest> testLearningRates(const network::Graph& graph, data::PreparedPtr data, const TrainSettings& settings,
                                    const State* state, const RangeTestSettings& range, std::stop_token stop = {},
                                    const std::function<void(const RangePoint&)>& each = {});

/// What `points` suggest: see RangeTest.
std::optional<double> steepestDescent(const std::vector<RangePoint>& points);

}  // namespace perceptarium::train
