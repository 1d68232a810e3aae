#include "layers/windows.h"

#include <fmt/format.h>

#include <algorithm>

#include "layers/wording.h"

namespace perceptarium::layers {

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

std::string allPlacesExplained(const Window& window, const TensorType& type) {
    const auto extents = extentsUnderWindows(type);
    const std::string first = placesExplained(window, extents.front());
    return extents.size() == 1 ? first : bothAxes(first, placesExplained(window, extents[1]));
}

}  // namespace perceptarium::layers
