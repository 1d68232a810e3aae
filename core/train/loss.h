// A loss is declared once: what it compares, on what the network must end, and what its output means as a prediction.
#pragma once

#include <functional>
#include <string>

#include "autograd/variable.h"
#include "base/registry.h"
#include "network/infer_shapes.h"
#include "network/model.h"

namespace perceptarium::train {

struct LossSpec {
    std::string id;  ///< "binary-cross-entropy", "categorical-cross-entropy", "mean-squared-error"
    int order = 0;
    std::string title, meaning, formula;
    /// Reads the logits node (what stands before a last Softmax or Sigmoid); false: reads the output node itself.
    bool onLogits = true;
    /// Does it suit a network with this output for this target? Error says what would (shown as a finding).
    std::function<Status(const TensorType& logits, const network::TargetInfo& target)> suits;
    /// logits [N, K] from the logits node; target as data::Batch::y. One number: the mean over the batch.
    std::function<autograd::Variable(const autograd::Variable& logits, const Tensor& target)> loss;
    /// What a user reads as the answer: logits [N, K] → probabilities [N, classes], or the numbers themselves.
    std::function<Tensor(const Tensor& logits)> prediction;
};
const LossSpec* findLoss(std::string_view id);
const std::vector<const LossSpec*>& allLosses();
/// What to ask Model::forward() for, so that its value goes into loss() and prediction(): kNoNode for the logits.
network::NodeId nodeOf(const LossSpec& loss, const network::Model& model);
/// The id "auto" means the first loss that suits. Error: none does, and why.
Result<const LossSpec*> chooseLoss(const std::string& id, const TensorType& logits, const network::TargetInfo& target);

}  // namespace perceptarium::train
