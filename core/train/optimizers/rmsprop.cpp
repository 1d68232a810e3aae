// RMSProp (Hinton's lecture, 2012): each weight's step is divided by the size of its recent gradients.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct RmspropSettings {
    double beta = 0.99;
    double epsilon = 1e-8;
};
const std::vector<SettingOf<RmspropSettings>>& members() {
    static const std::vector<SettingOf<RmspropSettings>> all = {
        setting<RmspropSettings>("beta", "Decay β", &RmspropSettings::beta,
                                 "How long squared gradients are remembered; 0.99 averages over about a hundred steps.",
                                 {0, 0.99999}),
        setting<RmspropSettings>("epsilon", "Epsilon ε", &RmspropSettings::epsilon,
                                 "Keeps the division from blowing up where gradients are almost zero.", {1e-12, 1})};
    return all;
}

class Rmsprop : public Rule {
public:
    explicit Rmsprop(RmspropSettings settings) : Rule({"s"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::rmspropStep<float>(p.n, p.g, p.moments[0], p.w, p.learningRate, settings_.beta, settings_.epsilon,
                                    p.l2);
    }

private:
    RmspropSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "rmsprop",
    .order = 5,
    .title = "RMSProp",
    .meaning = "Takes steps of like size for all weights, however steep or flat their direction is.",
    .formula = "s := β s + (1 − β) dW²,  W := W − α dW / (√s + ε)",
    .settings = specsOf(members()),
    .usualLearningRate = 0.001,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Rmsprop>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
