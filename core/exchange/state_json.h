// What training has added, without its large numbers: place, rates, epochs, marks, and what the data were.
#pragma once

#include <string>
#include <string_view>

#include "project/project.h"

namespace perceptarium::exchange {

std::string stateText(const project::Trained& trained);
/// Everything that stateText() wrote; tensors and batches stay empty. Errors name line and field.
Result<project::Trained> stateFromText(std::string_view text, const std::string& where);

}  // namespace perceptarium::exchange
