// The binary form of CIFAR-10 (A. Krizhevsky's page on it): records of a label and 32×32 pixels, the colours one after
// the other.
#pragma once

#include "data/readers/byte_stream.h"

namespace perceptarium::data {

constexpr std::int64_t kCifarSide = 32;
constexpr std::int64_t kCifarPixels = kCifarSide * kCifarSide * 3;
constexpr std::int64_t kCifarRecord = 1 + kCifarPixels;
constexpr int kCifarClasses = 10;

/// Appends to `labels` and, as [32, 32, 3] with red, green and blue beside each other, to `pixels`.
Status readCifar(ByteStream& stream, std::vector<std::uint8_t>& pixels, std::vector<std::int32_t>& labels,
                 const Progress& progress, double from = 0, double to = 1);

}  // namespace perceptarium::data
