// Networks to export: every layer's samples, and the wirings in which layouts can go wrong, with weights and inputs that
// are random but the same each time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "exchange/export.h"

namespace perceptarium::tests {

struct ExportCase {
    std::string name;
    network::Model model;
    data::Normalization normalization;
    Tensor raw;       ///< [N, …] in the engine's layout, not normalized
    Tensor expected;  ///< the model's output node for the normalized input, engine's layout; numbers in the data's own units
    bool openCvReads = true;  ///< OpenCV's dnn has all its operators
    data::TargetScaling targetScaling;

    exchange::ExportInput input() const { return {model, normalization, targetScaling, name, {"yes", "no"}, {}, {}, {}}; }
};

/// Of every registered layer with at most one input, and of merges.
std::vector<std::shared_ptr<ExportCase>> layerCases();
/// Permutations across Flatten, branches, pass-through ends, whole networks.
std::vector<std::shared_ptr<ExportCase>> wiringCases();
/// The ready projects and blocks after a little training on few examples.
std::vector<std::shared_ptr<ExportCase>> trainedCases();

/// The ready table network fitted to that table of houses and trained a little: prices that training standardized.
std::shared_ptr<ExportCase> housePrices(const std::string& table);

/// As the exported graph has it: pictures [N, C, H, W], all else unchanged.
Tensor channelsFirst(const Tensor& batch);

}  // namespace perceptarium::tests
