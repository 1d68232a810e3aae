// Sign descent: every weight moves by the same step, up or down. An optimizer.
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

class SignDescent : public Rule {
public:
    SignDescent() : Rule({}) {}  // names of the moments that are kept beside each parameter: none
    void update(const Update& p) override {
        for (std::int64_t i = 0; i < p.n; ++i) {
            const double slope = p.g[i] + p.l2 * p.w[i];
            if (slope != 0) p.w[i] -= static_cast<float>(slope > 0 ? p.learningRate : -p.learningRate);
        }
    }
};

const Registered<OptimizerSpec> declared{{
    .id = "example-sign-descent",
    .order = 100,
    .title = "Sign descent",
    .meaning = "Looks only at which way is down, not at how steep it is.",
    .formula = "W := W − α sign(dW)",
    .usualLearningRate = 0.001,
    .make = [](const Settings&) -> std::unique_ptr<Optimizer> { return std::make_unique<SignDescent>(); },
}};

}  // namespace
}  // namespace perceptarium::train
