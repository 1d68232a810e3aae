// The two-sided difference against the tape, in f64 (course §5.4).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "autograd/variable.h"

namespace perceptarium::autograd {

struct GradientCheck {
    std::string name;
    double relativeError = 0;  ///< ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) over the checked entries (0 when both vanish)
    std::int64_t worstIndex = 0;
    double worstTape = 0, worstDifference = 0;
    std::int64_t checked = 0;  ///< entries that were looked at
};

/// `loss` must compute the same number each time (re-seed inside). Checks up to `entries` entries of each variable (all f64,
/// leaves), spread evenly, with step h = 1e-5.
std::vector<GradientCheck> checkGradients(const std::function<Variable()>& loss,
                                          std::vector<std::pair<std::string, Variable>> variables,
                                          std::int64_t entries = 64);

}  // namespace perceptarium::autograd
