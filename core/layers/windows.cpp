#include "layers/windows.h"

#include <fmt/format.h>

#include <algorithm>

#include "layers/wording.h"

namespace perceptarium::layers {

Window Windows::along(std::size_t axis) const {
    const auto at = [&](const Pair& pair) { return axis == 0 ? pair.rows : pair.columns; };
    return {at(size), at(stride), at(dilation), padding, at(pad)};
}

std::pair<std::int64_t, std::int64_t> paddingOf(const Window& w, std::int64_t extent) {
    if (w.padding == "explicit") return {w.pad, w.pad};
    if (w.padding == "causal") return {w.reach() - 1, 0};
    if (w.padding == "valid") return {0, 0};
    const std::int64_t wanted = (extent + w.stride - 1) / w.stride;
    const std::int64_t total = std::max<std::int64_t>(0, (wanted - 1) * w.stride + w.reach() - extent);
    return {total / 2, total - total / 2};
}

bool fits(const Window& w, std::int64_t extent) {
    const auto [before, after] = paddingOf(w, extent);
    return extent + before + after >= w.reach();
}

std::int64_t placesOf(const Window& w, std::int64_t extent) {
    const auto [before, after] = paddingOf(w, extent);
    return windowsIn(extent, before + after, w.reach(), w.stride);
}

std::string placesExplained(const Window& w, std::int64_t extent) {
    const std::int64_t places = placesOf(w, extent);
    if (w.padding == "same" || w.padding == "causal") return fmt::format("⌈{}/{}⌉ = {}", extent, w.stride, places);
    const std::string reach =
        w.dilation == 1 ? std::to_string(w.size) : fmt::format("({}·({} − 1) + 1)", w.dilation, w.size);
    return fmt::format("⌊({} + 2·{} − {})/{}⌋ + 1 = {}", extent, paddingOf(w, extent).first, reach, w.stride, places);
}

std::string paddingMeaning(bool causal) {
    return std::string(
               "valid: only where the window lies inside. same: padding around it, so that the size stays (divided "
               "by the stride). ") +
           (causal ? "causal: padding in front only, so that no output knows later inputs. " : "") +
           "explicit: as much padding on each side as you say.";
}

std::vector<std::int64_t> extentsUnderWindows(const TensorType& type) {
    const auto extents = type.shape.extents();
    return {extents.begin(), extents.end() - 1};
}

std::vector<std::int64_t> placesUnderWindows(const Windows& windows, const TensorType& type) {
    std::vector<std::int64_t> places;
    for (const std::int64_t extent : extentsUnderWindows(type))
        places.push_back(placesOf(windows.along(places.size()), extent));
    return places;
}

std::optional<std::size_t> axisTooShort(const Windows& windows, const TensorType& type) {
    const auto extents = extentsUnderWindows(type);
    std::optional<std::size_t> shortest;
    for (std::size_t axis = 0; axis < extents.size(); ++axis)
        if (!fits(windows.along(axis), extents[axis]) && (!shortest || extents[axis] < extents[*shortest])) shortest = axis;
    return shortest;
}

std::string placesExplained(const Windows& windows, const TensorType& type) {
    const auto extents = extentsUnderWindows(type);
    const std::string first = placesExplained(windows.along(0), extents[0]);
    return extents.size() == 1 ? first : bothAxes(first, placesExplained(windows.along(1), extents[1]));
}

std::vector<std::int64_t> padsUnderWindows(const Windows& windows, const TensorType& type) {
    const auto extents = extentsUnderWindows(type);
    std::vector<std::int64_t> pads, behind;
    for (std::size_t axis = 0; axis < extents.size(); ++axis) {
        const auto [before, after] = paddingOf(windows.along(axis), extents[axis]);
        pads.push_back(before), behind.push_back(after);
    }
    pads.insert(pads.end(), behind.begin(), behind.end());
    return pads;
}

std::vector<std::int64_t> eachAxis(const Pair& pair, int axes) {
    return axes == 1 ? std::vector{pair.rows} : std::vector{pair.rows, pair.columns};
}

std::string atMost(std::int64_t most, bool oneAxis, std::size_t axis) {
    const std::string number = fmt::format("at most {}", most);
    if (!oneAxis) return number;
    return number + (axis == 0 ? " row" : " column") + (most == 1 ? "" : "s");
}

}  // namespace perceptarium::layers
