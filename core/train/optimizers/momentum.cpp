// Gradient descent with momentum. As in PyTorch the gradient enters whole (v = β v + dW), not times 1 − β: a learning
// rate means 1/(1 − β) times the step of the course's form.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct MomentumSettings {
    double beta = 0.9;
};
const std::vector<SettingOf<MomentumSettings>>& members() {
    static const std::vector<SettingOf<MomentumSettings>> all = {
        setting<MomentumSettings>("beta", "Momentum β", &MomentumSettings::beta,
                                  "How much of the last steps' direction is kept; 0.9 averages over about ten steps.",
                                  {0, 0.9999})};
    return all;
}

class Momentum : public Rule {
public:
    explicit Momentum(MomentumSettings settings) : Rule({"v"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::momentumStep<float>(p.n, p.g, p.moments[0], p.w, p.learningRate, settings_.beta, false, p.l2);
    }

private:
    MomentumSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "momentum",
    .order = 2,
    .title = "Momentum",
    .meaning = "Keeps rolling in the direction of the last steps, so that zigzags cancel out.",
    .formula = "v := β v + dW,  W := W − α v",
    .settings = specsOf(members()),
    .usualLearningRate = 0.01,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Momentum>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
