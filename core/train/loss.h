// A loss is declared once: what it compares, on what the network must end, what a user can set, and what the network's
// output means as a prediction.
#pragma once

#include <functional>
#include <string>

#include "autograd/variable.h"
#include "base/registry.h"
#include "base/settings.h"
#include "network/infer_shapes.h"
#include "network/model.h"

namespace perceptarium::train {

struct TrainSettings;
struct LossSpec;

/// What a loss must know of the data.
struct LossData {
    network::TargetInfo target;
    std::vector<std::int64_t> classCounts;  ///< [classes] in the training part; empty: not known, taken as equal
};

/// With its settings, ready to compute.
struct LossFunctions {
    /// logits [N, K] from the logits node; target as data::Batch::y. One number: the mean over what counts in the
    /// batch; 0 with no gradient where nothing does (all labels are missing).
    std::function<autograd::Variable(const autograd::Variable& logits, const Tensor& target)> mean;
    /// What that mean divides by, so that means of batches can be put together; empty: the examples.
    std::function<double(const Tensor& target)> weight;
};

struct LossSpec {
    std::string id;  ///< "binary-cross-entropy", "huber", …; for ever
    int order = 0;   ///< "auto" takes the first that suits
    std::string title, meaning, formula;
    std::vector<SettingSpec> settings;
    /// Reads the logits node (what stands before a last Softmax or Sigmoid); false: reads the output node itself.
    bool onLogits = true;
    /// Compares numbers that must stay as they are: no standardized targets.
    bool wantsOwnUnits = false;
    /// Does it suit a network with this output for this target? Error says what would (shown as a finding).
    std::function<Status(const TensorType& logits, const network::TargetInfo& target)> suits;
    /// `settings` are complete. Error: settings that these data do not allow (weights for other classes).
    std::function<Result<LossFunctions>(const Settings& settings, const LossData& data)> make;
    /// What a user reads as the answer: logits [N, K] → probabilities [N, classes], or the numbers themselves.
    std::function<Tensor(const Tensor& logits)> prediction;
};
const LossSpec* findLoss(std::string_view id);
const std::vector<const LossSpec*>& allLosses();
/// What to ask Model::forward() for, so that its value goes into mean() and prediction(): kNoNode for the logits.
network::NodeId nodeOf(const LossSpec& loss, const network::Model& model);
/// The id "auto" means the first loss that suits. Error: none does, and why.
Result<const LossSpec*> chooseLoss(const std::string& id, const TensorType& logits, const network::TargetInfo& target);

/// A chosen loss with its settings.
class Loss {
public:
    Loss() = default;
    /// lossSettings may leave settings out. Errors name the setting.
    static Result<Loss> make(const LossSpec& spec, const Settings& lossSettings, const LossData& data);
    const LossSpec& spec() const { return *spec_; }
    autograd::Variable mean(const autograd::Variable& logits, const Tensor& target) const {
        return functions_.mean(logits, target);
    }
    /// How much a batch with this target counts when means are put together.
    double weight(const Tensor& target) const {
        return functions_.weight ? functions_.weight(target) : static_cast<double>(target.shape()[0]);
    }

private:
    const LossSpec* spec_ = nullptr;
    LossFunctions functions_;
};

/// Takes "auto", without settings, instead of a loss that does not suit any more.
void fitLoss(TrainSettings& settings, const TensorType& logits, const network::TargetInfo& target);

}  // namespace perceptarium::train
