// Knobs: numbers of a step that may be changed while training runs. A change is marked on the curves, and checkpoints
// hold them.
#pragma once

#include <string>
#include <vector>

namespace perceptarium::train {

/// Changes that may come between any two steps. All but the learning rate belong to a step rule (step_rule.h); 0: off.
struct StepKnobs {
    double learningRate = 0.001;
    double l2 = 0;  ///< λ/m of the course as one number: gradient of ½·l2·‖W‖², added for weights that decay
    double l1 = 0;
    double maxNorm = 0;
    double clipValue = 0;
    double clipNorm = 0;
    bool operator==(const StepKnobs&) const = default;
};

struct Knob {
    std::string name;   ///< the training setting that it is set by; the key in checkpoints ("learningRate")
    std::string words;  ///< on the curves: "learning rate"
    double StepKnobs::*value = nullptr;
};
/// The learning rate first, then one for each step rule.
const std::vector<Knob>& allKnobs();

}  // namespace perceptarium::train
