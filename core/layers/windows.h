// Windows that move over one axis of a picture or sequence, as convolutions and pools have them: how much padding, how
// many places, and the sum that says so.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tensor/tensor.h"

namespace perceptarium::layers {

struct Window {
    std::int64_t size = 1, stride = 1, dilation = 1;
    std::string padding = "valid";  ///< valid, same, explicit; causal: all in front, so that nothing looks ahead
    std::int64_t pad = 0;           ///< on each side, for explicit
    /// Places from the first tap to the last.
    std::int64_t reach() const { return dilation * (size - 1) + 1; }
};

/// (before, after) along an axis of this extent. "same": ⌈extent/stride⌉ places, an odd rest of padding goes to the
/// end.
std::pair<std::int64_t, std::int64_t> paddingOf(const Window& window, std::int64_t extent);
/// Is there at least one place for it?
bool fits(const Window& window, std::int64_t extent);
/// Requires fits() (CHECK).
std::int64_t placesOf(const Window& window, std::int64_t extent);
/// "⌊(28 + 2·2 − 5)/1⌋ + 1 = 28"
std::string placesExplained(const Window& window, std::int64_t extent);

/// The settings of `padding` and what they mean to a learner.
std::string paddingMeaning(bool causal);

/// Extents along which windows move: the height and width of a picture, the length of a sequence.
std::vector<std::int64_t> extentsUnderWindows(const TensorType& type);
/// A sum for each axis of `type`: one when they agree.
std::string allPlacesExplained(const Window& window, const TensorType& type);

}  // namespace perceptarium::layers
