// What a user can set where labels are compared: smoothing, and how much each class counts.
#pragma once

#include "autograd/ops.h"
#include "train/loss.h"

namespace perceptarium::train {

struct SmoothingSettings {
    double smoothing = 0;
};
struct LabelSettings : SmoothingSettings {
    std::string classWeights = "none";
    std::string weights;
};
const std::vector<SettingOf<SmoothingSettings>>& smoothingMembers();
const std::vector<SettingOf<LabelSettings>>& labelMembers();

/// "balanced": each class counts as if all were equally frequent in the training part, N / (K · N_c) over the K classes
/// that occur there, as scikit-learn's; one that does not occur has weight 1. "given": the list. Errors name the
/// setting.
Result<autograd::LabelTreatment> treatmentOf(const LabelSettings& settings, const LossData& data);
/// Σ of the weights of the labels that are there.
double weightOf(const autograd::LabelTreatment& treatment, const Tensor& labels);

}  // namespace perceptarium::train
