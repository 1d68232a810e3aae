// The gradient check of a whole network: what the tape says against what the loss does when one number is nudged, in
// f64, with training's own forward pass (course §5.4).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/progress.h"
#include "data/batches.h"
#include "data/prepare.h"
#include "network/model.h"
#include "train/train_settings.h"

namespace perceptarium::study {

/// How well two gradients agree, by the course's bars (§5.4): to 1e-7 they are the same but for rounding, above 1e-5
/// somebody should look, and a kink passed unnoticed lies between.
enum class Agreement { Good, Doubtful, Wrong };
inline constexpr double kGoodAgreement = 1e-7, kDoubtfulAgreement = 1e-5;
Agreement agreementOf(double relativeError);

/// One trained tensor.
struct ParameterGradient {
    std::string name;  ///< "conv1.W"
    Shape shape;
    double relativeError = 0;  ///< ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) over the entries; 0 when both are no more than rounding
    std::int64_t checked = 0;  ///< entries that were compared
    std::int64_t kinks = 0;    ///< entries passed over because the loss has a kink right there (ReLU, max pool)
    std::int64_t worstIndex = 0;
    double worstTape = 0, worstDifference = 0;  ///< the two numbers at the worst entry
};

struct ModelGradients {
    std::string loss;  ///< id of the loss that was differentiated
    double lossValue = 0;
    std::int64_t examples = 0;
    bool randomData = false;        ///< no data were given
    bool randomParameters = false;  ///< no values were given: the start, with biases moved off 0
    std::vector<ParameterGradient> parameters;
    double worst() const;  ///< the largest relative error
};

struct GradientCheckOptions {
    std::int64_t examples = 4;  ///< that are looked at
    std::int64_t entries = 24;  ///< compared in each tensor: half where the gradient is largest, half spread evenly
    std::uint64_t seed = 1;
};

/// `values`: trained parameters by name (all of the model's), or nullptr for a random start. `batch`: real examples, x
/// normalized, or nullptr for random ones of the right types; few are enough. Errors: a finding of the drawing, a loss
/// that does not suit, values that do not fit, cancelled.
Result<ModelGradients> checkModelGradients(const network::Graph& graph, const network::DataTypes& types,
                                           const train::TrainSettings& settings,
                                           const std::map<std::string, Tensor>* values, const data::Batch* batch,
                                           const GradientCheckOptions& options = {}, const Progress& progress = {});

/// The same on the first examples of the training part.
Result<ModelGradients> checkOnTrainingExamples(const network::Graph& graph, const data::Prepared& data,
                                               const train::TrainSettings& settings,
                                               const std::map<std::string, Tensor>* values, const Progress& progress = {});

}  // namespace perceptarium::study
