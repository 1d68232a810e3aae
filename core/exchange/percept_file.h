// .percept: a zip with project.json, the steps that led there (steps.json), and, once something was trained, state.json, the
// tensors and the history of the training.
#pragma once

#include <string>
#include <string_view>

#include "project/project.h"

namespace perceptarium::exchange {

/// The same project, the same bytes.
Result<std::string> perceptBytes(const project::Project& project);
/// Errors name the part of the archive, its line or byte, and the field. Unknown parts are ignored.
Result<project::Project> perceptFromBytes(std::string_view bytes, const std::string& where);

}  // namespace perceptarium::exchange
