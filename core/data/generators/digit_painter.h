// Draws one digit as it might have been written: a skeleton, bent, tilted, inked and photographed.
#pragma once

#include <cstdint>
#include <span>

#include "base/random.h"

namespace perceptarium::data {

constexpr int kDigitSide = 28;

/// Fills `pixels` [28, 28] with bright ink on dark ground. All that varies comes from `random`.
void paintDigit(int digit, Random& random, std::span<std::uint8_t, kDigitSide * kDigitSide> pixels);

}  // namespace perceptarium::data
