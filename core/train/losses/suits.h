// What the losses say about outputs that do not suit them, in the same words.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "network/infer_shapes.h"

namespace perceptarium::train {

/// "10 numbers", "1 number", "a 24×24×6 block".
std::string textOfOutput(const TensorType& output);
/// "10 numbers for each example, one for each class", and what to do to the last layer.
std::string wantedOf(const network::TargetInfo& target);
/// The last layer must give exactly `width` numbers for each example.
Status requireWidth(const TensorType& output, std::int64_t width, const std::string& why);

/// For losses of numbers: as many as the target has. `title` is the loss's, for the error.
Status suitsNumbers(const std::string& title, const TensorType& output, const network::TargetInfo& target);
/// For losses of classes with one output each.
Status suitsClasses(const std::string& title, const TensorType& logits, const network::TargetInfo& target);
/// For losses of two classes with one output.
Status suitsTwoClasses(const std::string& title, const TensorType& logits, const network::TargetInfo& target);

}  // namespace perceptarium::train
