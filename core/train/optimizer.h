// An optimizer is declared once: its settings, and the rule that turns a gradient into a step.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/registry.h"
#include "base/settings.h"
#include "network/model.h"
#include "train/knobs.h"

namespace perceptarium::train {

class Optimizer {
public:
    virtual ~Optimizer() = default;
    /// One update from the parameters' gradients; a parameter without gradient stays. Sets nothing to zero.
    virtual void step(std::vector<network::Parameter>& parameters, const StepKnobs& knobs) = 0;
    /// Moments and step counts by name ("conv1.W/m", "step"; "conv1.W/rested": the steps in which that parameter was
    /// frozen): everything that the next step depends on.
    virtual std::map<std::string, Tensor> state() const = 0;
    virtual Status setState(const std::map<std::string, Tensor>& state) = 0;
};

/// Of an optimizer's state: one number, where all other tensors have their parameter's shape.
inline bool countsSteps(std::string_view name) { return name == "step" || name.ends_with("/rested"); }

struct OptimizerSpec {
    std::string id;  ///< "sgd", "momentum", …
    int order = 0;
    std::string title, meaning, formula;
    std::vector<SettingSpec> settings;  ///< beta1, …; learning rate and L2 are StepKnobs'
    double usualLearningRate = 0.001;
    std::function<std::unique_ptr<Optimizer>(const Settings&)> make;
};
const OptimizerSpec* findOptimizer(std::string_view id);
const std::vector<const OptimizerSpec*>& allOptimizers();

}  // namespace perceptarium::train
