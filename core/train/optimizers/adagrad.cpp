// AdaGrad (Duchi, Hazan and Singer 2011): each weight's step is divided by all of its gradients so far.
#include "kernels/update.h"
#include "train/optimizers/rule.h"

namespace perceptarium::train {
namespace {

struct AdagradSettings {
    double epsilon = 1e-10;
};
const std::vector<SettingOf<AdagradSettings>>& members() {
    static const std::vector<SettingOf<AdagradSettings>> all = {
        setting<AdagradSettings>("epsilon", "Epsilon ε", &AdagradSettings::epsilon,
                                 "Keeps the division from blowing up where gradients are almost zero.", {1e-12, 1})};
    return all;
}

class Adagrad : public Rule {
public:
    explicit Adagrad(AdagradSettings settings) : Rule({"s"}), settings_(settings) {}
    void update(const Update& p) override {
        kernels::adagradStep<float>(p.n, p.g, p.moments[0], p.w, p.learningRate, settings_.epsilon, p.l2);
    }

private:
    AdagradSettings settings_;
};

const Registered<OptimizerSpec> declared{{
    .id = "adagrad",
    .order = 4,
    .title = "AdaGrad",
    .meaning =
        "Weights that seldom get a gradient take large steps, busy ones ever smaller ones; made for sparse data.",
    .formula = "s := s + dW²,  W := W − α dW / (√s + ε)",
    .settings = specsOf(members()),
    .usualLearningRate = 0.01,
    .make = [](const Settings& settings) -> std::unique_ptr<Optimizer> {
        return std::make_unique<Adagrad>(typedSettings(members(), settings));
    },
}};

}  // namespace
}  // namespace perceptarium::train
