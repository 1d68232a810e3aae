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

namespace perceptarium::train {

/// Changes that may come between any two steps.
struct StepKnobs {
    double learningRate = 0.001;
    double l2 = 0;  ///< λ/m of the course as one number: gradient of ½·l2·‖W‖², added for weights that decay
};

class Optimizer {
public:
    virtual ~Optimizer() = default;
    /// One update from the parameters' gradients; a parameter without gradient stays. Sets nothing to zero.
    virtual void step(std::vector<network::Parameter>& parameters, const StepKnobs& knobs) = 0;
    /// Moments and step count by name ("conv1.W/m", "step"): everything that the next step depends on.
    virtual std::map<std::string, Tensor> state() const = 0;
    virtual Status setState(const std::map<std::string, Tensor>& state) = 0;
};

struct OptimizerSpec {
    std::string id;  ///< "sgd", "momentum", "rmsprop", "adam"
    int order = 0;
    std::string title, meaning, formula;
    std::vector<SettingSpec> settings;  ///< beta1, …; learning rate and L2 are TrainSettings'
    double usualLearningRate = 0.001;
    std::function<std::unique_ptr<Optimizer>(const Settings&)> make;
};
const OptimizerSpec* findOptimizer(std::string_view id);
const std::vector<const OptimizerSpec*>& allOptimizers();

}  // namespace perceptarium::train
