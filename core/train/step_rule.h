// A step rule is declared once: something with one strength that is done around an optimizer's step, to the gradients
// before it (clipping, L1) or to the weights after it (max-norm). 0 turns it off, and then it costs nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/registry.h"
#include "network/model.h"
#include "train/knobs.h"

namespace perceptarium::train {

struct StepRuleSpec {
    enum class Kind { Clipping, Regularizer };
    using Parameters = std::vector<network::Parameter>;

    std::string id;  ///< also the name of the training setting
    /// Rules are carried out in this order: first the data's gradient is clipped, then penalties are added to it.
    int order = 0;
    Kind kind = Kind::Regularizer;
    std::string title, meaning, formula;
    std::string words;  ///< on the curves: "L1"
    double StepKnobs::*strength = nullptr;
    double maximum = 1000;
    /// Changes the gradients. `norm`: their length as gradientNorm() gives it; a rule that changes it makes it NaN.
    std::function<void(Parameters&, double strength, double& norm)> beforeStep;
    std::function<void(Parameters&, double strength)> afterStep;
    /// What it adds to the loss that the optimizer makes small; empty: nothing that can be said as a number.
    std::function<double(const Parameters&, double strength)> penalty;
};
const StepRuleSpec* findStepRule(std::string_view id);
const std::vector<const StepRuleSpec*>& allStepRules();

/// Sum of the penalties; 0 when none is on.
double penaltyOf(const std::vector<network::Parameter>& parameters, const StepKnobs& knobs);

}  // namespace perceptarium::train
