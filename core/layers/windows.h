// Windows that move over a picture or sequence, as convolutions and pools have them: how much padding, how many places,
// and the sum that says so.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/settings.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

/// Along one axis.
struct Window {
    std::int64_t size = 1, stride = 1, dilation = 1;
    std::string padding = "valid";  ///< valid, same, explicit; causal: all in front, so that nothing looks ahead
    std::int64_t pad = 0;           ///< on each side, for explicit
    /// Places from the first tap to the last.
    std::int64_t reach() const { return dilation * (size - 1) + 1; }
};

/// Along all axes, as a layer's settings have them: rows and columns of a picture; of a sequence rows are its steps.
struct Windows {
    Pair size, stride, dilation;
    std::string padding = "valid";
    Pair pad;
    /// Axis 0: rows or steps; 1: columns.
    Window along(std::size_t axis) const;
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
/// Places along each of them. Requires that the windows fit (CHECK).
std::vector<std::int64_t> placesUnderWindows(const Windows& windows, const TensorType& type);
/// The axis that the windows do not fit into, of several the shortest; nullopt: they fit.
std::optional<std::size_t> axisTooShort(const Windows& windows, const TensorType& type);
/// A sum for each axis of `type`: one when they agree.
std::string placesExplained(const Windows& windows, const TensorType& type);
/// For ONNX, "pads": those in front along each axis, then those behind.
std::vector<std::int64_t> padsUnderWindows(const Windows& windows, const TensorType& type);
/// One number for each of so many axes.
std::vector<std::int64_t> eachAxis(const Pair& pair, int axes);
/// "at most 3", or where it is said of one axis only "at most 3 rows".
std::string atMost(std::int64_t most, bool oneAxis, std::size_t axis);

}  // namespace perceptarium::layers
