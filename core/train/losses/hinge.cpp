// Hinge loss: the right class must win by a margin; more than that is not rewarded. The loss of support vector
// machines.
#include "train/losses/answers.h"
#include "train/losses/label_settings.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

struct HingeSettings {
    double margin = 1;
    bool squared = false;
};
const std::vector<SettingOf<HingeSettings>>& members() {
    static const std::vector<SettingOf<HingeSettings>> all{
        setting("margin", "Margin", &HingeSettings::margin,
                "By how much the right class must win before the loss is 0.", {1e-6, 1e6}),
        setting("squared", "Squared", &HingeSettings::squared,
                "Counts the square of what is missing to the margin: smoother.")};
    return all;
}

/// One output tells two classes apart by its sign; with one for each class, the right one must be ahead of all others.
Status suits(const TensorType& logits, const network::TargetInfo& target) {
    const bool two = target.kind == network::TargetInfo::Kind::Class && target.classes.size() == 2;
    if (two && suitsTwoClasses("hinge loss", logits, target)) return {};
    if (target.kind == network::TargetInfo::Kind::Class && target.classes.size() == 1)
        return Error{"hinge loss needs a wrong class to stay ahead of", {}, "two classes or more", "1"};
    return suitsClasses("hinge loss", logits, target);
}

Result<LossFunctions> make(const Settings& settings, const LossData&) {
    const HingeSettings typed = typedSettings(members(), settings);
    return LossFunctions{[typed](const autograd::Variable& logits, const Tensor& target) {
                             const bool one = logits.value().elements() == target.elements();
                             return one ? autograd::binaryHinge(logits, target, typed.margin, typed.squared)
                                        : autograd::multiHinge(logits, target, typed.margin, typed.squared);
                         },
                         [](const Tensor& target) { return weightOf({}, target); }};
}

/// Scores that were trained with it are no log-odds: of these probabilities only the order means something.
Tensor prediction(const Tensor& logits) {
    return logits.elements() == logits.shape()[0] ? probabilitiesOfTwo(logits) : probabilitiesOfAll(logits);
}

const Registered<LossSpec> declared{{
    .id = "hinge",
    .order = 6,
    .title = "Hinge",
    .meaning =
        "The right class must win by a margin, as in a support vector machine; its scores are not probabilities, and "
        "what is shown as such only keeps their order.",
    .formula = "L = max(0, m − t z), t = ±1;  for K classes (1/K) Σₖ max(0, m − z_y + zₖ) over the wrong k",
    .settings = specsOf(members()),
    .suits = suits,
    .make = make,
    .prediction = prediction,
}};

}  // namespace
}  // namespace perceptarium::train
