// Targets of numbers as training sees them. House prices around 200,000 would need learning rates of their own; with
// mean 0 and deviation 1 the usual ones work. Whatever a user reads is turned back: answers, targets, errors, exported
// models.
#pragma once

#include <string>
#include <vector>

#include "base/progress.h"
#include "data/dataset.h"

namespace perceptarium::data {

/// standardized = (y − mean) / deviation, number by number; own = mean + deviation · standardized.
struct TargetScaling {
    std::vector<double> mean, deviation;  ///< [K]; empty: training sees the numbers as they are
    bool identity() const { return mean.empty(); }
    /// In place; y [N, K] f32. K must fit.
    void standardize(Tensor& y) const;
    /// y [N, K] f32 or f64 in the data's own units, of the same kind; y itself when there is nothing to turn back.
    Tensor inOwnUnits(const Tensor& y) const;
    /// For people: "price is standardized for training: 0 stands for 206856 and 1 more for 115396 more". `names` [K].
    std::vector<std::string> notes(const std::vector<std::string>& names) const;
    bool operator==(const TargetScaling&) const = default;
};

/// Fitted on `train` only; identity unless the set asks for it (DatasetInfo::standardizeTargets). A number that is the
/// same in all examples is only moved to 0. Errors: data that cannot be read any more, cancelled.
Result<TargetScaling> fitTargetScaling(const Dataset& dataset, const std::vector<std::int64_t>& train,
                                       const Progress& progress);

}  // namespace perceptarium::data
