// The cases of the gradient check. Each test file of operations adds its own; gradient_cases_test.cpp runs them all,
// and fails when an operation of core/autograd has none.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "autograd/variable.h"
#include "base/random.h"

namespace perceptarium::tests {

struct GradientCase {
    std::string name;            ///< the operation, or operation_variation
    std::vector<Tensor> inputs;  ///< f64; kinks are the case's own to avoid
    std::function<autograd::Variable(const autograd::Variables&)> operation;
};
struct AddGradientCases {
    explicit AddGradientCases(std::vector<GradientCase> cases);
};

/// Makes cases of one operation with random shapes, axes, settings and inputs.
struct RandomCases {
    std::string operation;
    std::function<GradientCase(Random&)> make;  ///< name: what was drawn
};
struct AddRandomCases {
    explicit AddRandomCases(std::vector<RandomCases> makers);
};

}  // namespace perceptarium::tests
