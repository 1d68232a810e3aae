// Adam (Kingma and Ba 2015): momentum and RMSProp together, corrected for starting at zero.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct AdamSettings {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
};
const std::vector<SettingOf<AdamSettings>>& members() {
    static const std::vector<SettingOf<AdamSettings>> all = {
        setting<AdamSettings>("beta1", "Momentum β₁", &AdamSettings::beta1,
                              "How much of the last steps' direction is kept; 0.9 averages over about ten steps.",
                              {0, 0.9999}),
        setting<AdamSettings>("beta2", "Decay β₂", &AdamSettings::beta2,
                              "How long squared gradients are remembered; 0.999 averages over about a thousand steps.",
                              {0, 0.999999}),
        setting<AdamSettings>("epsilon", "Epsilon ε", &AdamSettings::epsilon,
                              "Keeps the division from blowing up where gradients are almost zero.", {1e-12, 1})};
    return all;
}

class Adam : public Rule {
public:
    explicit Adam(AdamSettings settings) : Rule({"m", "v"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::adamStep<float>(p.n, p.g, p.moments[0], p.moments[1], p.w, p.step, p.learningRate, settings_.beta1,
                                 settings_.beta2, settings_.epsilon, p.l2);
    }

private:
    AdamSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "adam",
    .order = 6,
    .title = "Adam",
    .meaning = "Momentum and RMSProp together; works well in most nets without tuning.",
    .formula = "m := β₁ m + (1 − β₁) dW,  v := β₂ v + (1 − β₂) dW²,  W := W − α m̂ / (√v̂ + ε)",
    .settings = specsOf(members()),
    .usualLearningRate = 0.001,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Adam>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
