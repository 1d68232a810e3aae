// The list of optimizers.
#include "train/optimizer.h"

namespace perceptarium::train {

const OptimizerSpec* findOptimizer(std::string_view id) { return Registry<OptimizerSpec>::instance().find(id); }
const std::vector<const OptimizerSpec*>& allOptimizers() { return Registry<OptimizerSpec>::instance().all(); }

}  // namespace perceptarium::train
