// Huber loss: squared near the target, straight far from it (Huber 1964).
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

struct HuberSettings {
    double delta = 1;
};
const std::vector<SettingOf<HuberSettings>>& members() {
    static const std::vector<SettingOf<HuberSettings>> all{
        setting("delta", "Bend δ", &HuberSettings::delta,
                "Misses larger than this count in proportion, smaller ones by their square; in the units that training "
                "sees, so "
                "1 is one deviation of a standardized target.",
                {1e-6, 1e6})};
    return all;
}

const Registered<LossSpec> declared{{
    .id = "huber",
    .order = 5,
    .title = "Huber",
    .meaning = "Squared for small misses, absolute for large ones: smooth at the target, calm with wild examples.",
    .formula = "L = ½ r² for |r| ≤ δ, else δ (|r| − ½ δ),  r = a − y",
    .settings = specsOf(members()),
    .onLogits = false,
    .suits = [](const TensorType& output,
                const network::TargetInfo& target) { return suitsNumbers("Huber loss", output, target); },
    .make = [](const Settings& settings, const LossData&) -> Result<LossFunctions> {
        const double delta = typedSettings(members(), settings).delta;
        return LossFunctions{[delta](const autograd::Variable& output, const Tensor& target) {
                                 return autograd::huberLoss(output, target, delta);
                             },
                             {}};
    },
    .prediction = [](const Tensor& output) { return output; },
}};

}  // namespace
}  // namespace perceptarium::train
