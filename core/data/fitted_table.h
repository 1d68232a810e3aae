// A table in numbers, and the sets that are fitted on a part of it: what stands in for missing numbers is learnt from
// the training part, or taken over from the table that a network was trained on.
#pragma once

#include <map>
#include <memory>

#include "data/dataset.h"

namespace perceptarium::data {

/// The category of an input that says whether there is a value: "Cabin=(known)".
inline constexpr std::string_view kKnown = "(known)";

/// Shared by the sets fitted on different parts.
struct TableNumbers {
    DatasetInfo info;  ///< without notes on what is fitted
    Tensor x;          ///< [N, D], with NaN where nothing was recorded
    Tensor y;          ///< [N] i32, or [N, 1] f32
    std::vector<std::string> captions;
    std::map<std::string, std::vector<bool>> missing;  ///< by column: in which rows; columns without gaps are left out
    std::vector<bool> isNumber;                        ///< [D] of each feature: a number, else 0 or 1
    bool mean = false;                                 ///< fill with means, not medians
    bool holes = false;                                ///< is there any NaN
};

/// The table with gaps filled by what the rows `train` say.
DatasetPtr fitTable(const std::shared_ptr<const TableNumbers>& table, std::span<const std::int64_t> train);

}  // namespace perceptarium::data
