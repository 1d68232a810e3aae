// Finds where a number first stopped being finite, and says it so that a learner knows what to try.
#pragma once

#include "data/batches.h"
#include "network/model.h"
#include "train/loss.h"
#include "train/optimizer.h"

namespace perceptarium::train {

/// The batch and pass in which loss (or gradient) was not finite. Runs it forward once more, unrecorded; running
/// averages of normalization may be changed by that and must be put back by the caller.
Error explainNonFinite(network::Model& model, const Loss& loss, const data::Prepared& data,
                       const data::Batch& batch, const network::Pass& pass, std::int64_t epoch, const StepKnobs& knobs);

/// Are all parameters of the model finite? The name of the first that is not, else empty.
std::string nonFiniteParameter(const network::Model& model);

}  // namespace perceptarium::train
