// AdamW (Loshchilov and Hutter 2019): Adam, with weight decay apart from the gradient, so that all weights decay alike.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct AdamwSettings {
    double weightDecay = 0.01;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
};
const std::vector<SettingOf<AdamwSettings>>& members() {
    static const std::vector<SettingOf<AdamwSettings>> all = {
        setting<AdamwSettings>("weightDecay", "Weight decay λ", &AdamwSettings::weightDecay,
                               "Each step takes α·λ of every weight away, whatever its gradients are; instead of L2.",
                               {0, 100}),
        setting<AdamwSettings>("beta1", "Momentum β₁", &AdamwSettings::beta1,
                               "How much of the last steps' direction is kept; 0.9 averages over about ten steps.",
                               {0, 0.9999}),
        setting<AdamwSettings>("beta2", "Decay β₂", &AdamwSettings::beta2,
                               "How long squared gradients are remembered; 0.999 averages over about a thousand steps.",
                               {0, 0.999999}),
        setting<AdamwSettings>("epsilon", "Epsilon ε", &AdamwSettings::epsilon,
                               "Keeps the division from blowing up where gradients are almost zero.", {1e-12, 1})};
    return all;
}

class Adamw : public Rule {
public:
    explicit Adamw(AdamwSettings settings) : Rule({"m", "v"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::adamStep<float>(p.n, p.g, p.moments[0], p.moments[1], p.w, p.step, p.learningRate, settings_.beta1,
                                 settings_.beta2, settings_.epsilon, p.l2, p.decays ? settings_.weightDecay : 0);
    }

private:
    AdamwSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "adamw",
    .order = 7,
    .title = "AdamW",
    .meaning = "Adam with weight decay of its own, which acts alike on all weights; the usual choice for Transformers.",
    .formula = "W := W − α λ W,  then as Adam",
    .settings = specsOf(members()),
    .usualLearningRate = 0.001,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Adamw>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
