#include "autograd/gradient_check.h"

#include <algorithm>
#include <cmath>

namespace perceptarium::autograd {

std::vector<GradientCheck> checkGradients(const std::function<Variable()>& loss,
                                          std::vector<std::pair<std::string, Variable>> variables,
                                          std::int64_t entries) {
    constexpr double h = 1e-5;
    for (auto& [name, variable] : variables) {
        CHECK(variable.defined() && variable.dtype() == DType::F64 && variable.requiresGrad(),
              "gradients are checked in f64: " + name);
        variable.clearGrad();
    }
    backward(loss());
    const auto lossValue = [&] {
        const NoGrad off;
        return loss().value().at(0);
    };

    std::vector<GradientCheck> results;
    for (auto& [name, variable] : variables) {
        GradientCheck result;
        result.name = name;
        const std::int64_t n = variable.value().elements();
        result.checked = std::min(n, std::max<std::int64_t>(entries, 1));
        double difference2 = 0, tape2 = 0, numeric2 = 0, worst = -1;
        for (std::int64_t i = 0; i < result.checked; ++i) {
            const std::int64_t index = i * n / result.checked;
            double& number = variable.mutableValue().data<double>()[index];
            const double before = number;
            number = before + h;
            const double above = lossValue();
            number = before - h;
            const double below = lossValue();
            number = before;
            const double numeric = (above - below) / (2 * h);
            const double tape = variable.grad().defined() ? variable.grad().at(index) : 0;
            const double difference = std::abs(tape - numeric);
            difference2 += difference * difference;
            tape2 += tape * tape;
            numeric2 += numeric * numeric;
            if (difference > worst || std::isnan(difference)) {
                worst = difference;
                result.worstIndex = index;
                result.worstTape = tape;
                result.worstDifference = numeric;
            }
        }
        const double size = std::sqrt(tape2) + std::sqrt(numeric2);
        result.relativeError = size == 0 ? 0 : std::sqrt(difference2) / size;
        results.push_back(std::move(result));
    }
    for (auto& [name, variable] : variables) variable.clearGrad();
    return results;
}

}  // namespace perceptarium::autograd
