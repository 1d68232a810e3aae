// What all optimizers share: walking over the parameters, keeping their moments by name, counting steps. A file in this
// folder only adds its rule for one parameter.
#pragma once

#include <string>
#include <vector>

#include "train/optimizer.h"

namespace perceptarium::train {

/// One parameter in one step. `w`, `g` and the moments have n numbers.
struct Update {
    std::int64_t n = 0;
    float* w = nullptr;
    const float* g = nullptr;
    float* moments[2] = {nullptr, nullptr};  ///< in the order of the names given to Rule
    std::int64_t step = 1;                   ///< t = 1, 2, …
    double learningRate = 0;
    double l2 = 0;  ///< 0 for what does not decay
    bool decays = false;
};

class Rule : public Optimizer {
public:
    /// `moments`: names of the tensors kept beside each parameter, at most two, all starting at zero.
    explicit Rule(std::vector<std::string> moments);

    void step(std::vector<network::Parameter>& parameters, const StepKnobs& knobs) final;
    std::map<std::string, Tensor> state() const final;
    Status setState(const std::map<std::string, Tensor>& state) final;

protected:
    virtual void update(const Update& parameter) = 0;

private:
    struct Kept {
        std::string name;  ///< of the parameter
        Tensor moments[2];
        std::int64_t rested = 0;  ///< steps in which it was frozen: its own t counts the others
    };
    void bind(const std::vector<network::Parameter>& parameters);
    void startMoments(Kept& kept, const Shape& shape);

    std::vector<std::string> names_;
    std::int64_t steps_ = 0;
    std::vector<Kept> kept_;                 ///< parallel to the parameters once step() has seen them
    std::map<std::string, Tensor> pending_;  ///< what setState() brought, until then
};

}  // namespace perceptarium::train
