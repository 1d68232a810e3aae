// Momentum that looks ahead (Nesterov 1983, in the form of Sutskever et al. 2013 as PyTorch has it): the step already
// contains what the new gradient adds to the speed.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct NesterovSettings {
    double beta = 0.9;
};
const std::vector<SettingOf<NesterovSettings>>& members() {
    static const std::vector<SettingOf<NesterovSettings>> all = {setting<NesterovSettings>(
        "beta", "Momentum β", &NesterovSettings::beta,
        "How much of the last steps' direction is kept; 0.9 averages over about ten steps.", {0, 0.9999})};
    return all;
}

class Nesterov : public Rule {
public:
    explicit Nesterov(NesterovSettings settings) : Rule({"v"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::nesterovStep<float>(p.n, p.g, p.moments[0], p.w, p.learningRate, settings_.beta, p.l2);
    }

private:
    NesterovSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "nesterov",
    .order = 3,
    .title = "Nesterov momentum",
    .meaning = "Momentum that looks where it is rolling to, and brakes earlier.",
    .formula = "v := β v + dW,  W := W − α (dW + β v)",
    .settings = specsOf(members()),
    .usualLearningRate = 0.01,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Nesterov>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
