// How layers put shapes, sums and mistakes into words, so that all of them speak alike to a learner.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "base/result.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

/// "a vector of 784 numbers", "a 28×28×1 picture", "a sequence of 40 vectors of 16 numbers", "a row of 40 word ids".
std::string inWords(const TensorType& type);

bool isVector(const TensorType& type);    ///< [D] f32
bool isSequence(const TensorType& type);  ///< [T, D] f32
bool isPicture(const TensorType& type);   ///< [H, W, C] f32
bool isWords(const TensorType& type);     ///< [T] i32

TensorType vectorOf(std::int64_t numbers);
TensorType sequenceOf(std::int64_t length, std::int64_t numbers);
TensorType pictureOf(std::int64_t height, std::int64_t width, std::int64_t channels);
TensorType wordsOf(std::int64_t length, std::int64_t vocabulary);

/// "48,120"; for results, not for file formats.
std::string grouped(std::int64_t number);

/// An error for a learner. `problem` and `advice` are sentences without and with a full stop; what() holds both, and
/// splitAdvice() takes them apart again. `where` is the setting at fault, or "input".
Error teach(std::string where, const std::string& problem, const std::string& advice, std::string expected,
            std::string found);
/// (problem, advice); the advice is empty when there is none.
std::pair<std::string, std::string> splitAdvice(const std::string& what);

/// The error of a layer `title` that needs `expected` ("a picture (height × width × channels)") and gets `type`.
Error wrongInput(const std::string& title, const std::string& expected, const TensorType& type,
                 const std::string& advice);

/// Status of an input that must be numbers (f32) of any shape, such as an activation's.
Status requireNumbers(const std::string& title, const TensorType& type);
/// Of an input that must be a sequence of vectors.
Status requireSequence(const std::string& title, const TensorType& type);
/// Of an input that must be a picture.
Status requirePicture(const std::string& title, const TensorType& type);

/// ⌊(extent + padding − window)/stride⌋ + 1, for padding on both sides together. Requires extent + padding ≥ window.
std::int64_t windowsIn(std::int64_t extent, std::int64_t padding, std::int64_t window, std::int64_t stride);

/// A sum for the height and, where it differs, one for the width.
std::string bothAxes(const std::string& height, const std::string& width);

}  // namespace perceptarium::layers
