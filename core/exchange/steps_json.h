// The steps of a project's history as JSON: part of a .percept file, so that undo survives saving.
#pragma once

#include <string>
#include <string_view>

#include "project/project.h"

namespace perceptarium::exchange {

inline constexpr std::size_t kMaximumSteps = 2'000;          ///< in a file; older ones are left out
inline constexpr std::size_t kMaximumStepsBytes = 16u << 20;  ///< before packing

/// The newest steps that the two limits allow; of those that were undone too.
std::string stepsText(const project::Steps& steps);
/// Whether they fit a document is another question (project/history.h). Errors name line and field.
Result<project::Steps> stepsFromText(std::string_view text, const std::string& where);

}  // namespace perceptarium::exchange
