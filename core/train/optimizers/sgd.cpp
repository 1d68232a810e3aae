// Plain stochastic gradient descent.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

class Sgd : public Rule {
public:
    Sgd() : Rule({}) {}
    void update(const Update& p) override { kernels::sgdStep<float>(p.n, p.g, p.w, p.learningRate, p.l2); }
};

const Registered<OptimizerSpec> declared{{
    .id = "sgd",
    .order = 1,
    .title = "Gradient descent (SGD)",
    .meaning = "A step straight down the gradient of each mini-batch.",
    .formula = "W := W − α dW",
    .usualLearningRate = 0.1,
    .make = [](const Settings&) -> std::unique_ptr<Optimizer> { return std::make_unique<Sgd>(); },
}};

}  // namespace
}  // namespace perceptarium::train
