// The first filters of many layers, as they are now: as much of them as a small picture shows.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "study/asked_probe.h"

namespace perceptarium::study {

struct FiltersQuestion {
    std::vector<network::NodeId> nodes;
    bool operator==(const FiltersQuestion&) const = default;
};

/// A layer's weights, cut: W as the layer has it ([K, K, C, F], [K, C, F], [D, U] or [V, D]) with fewer filters, fewer channels,
/// fewer rows. f32.
struct LayerFilters {
    Tensor values;
    std::optional<Shape> picture;  ///< [H, W, C] that the inputs of a dense layer came from, with as many channels as are left
};

struct Filters {
    FiltersQuestion asked;
    std::int64_t step = 0;
    std::map<network::NodeId, LayerFilters> layers;  ///< of those that have any
};

inline constexpr std::int64_t kMostFilters = 16;

/// The first kMostFilters filters of weights of rank 2 to 4; of their channels all three, where there are three, else the first;
/// of what is no picture as many rows and columns as make a small one. Undefined of a lower rank.
LayerFilters firstFilters(const Tensor& weights, const std::optional<Shape>& picture);

class FiltersProbe : public AskedProbe<FiltersQuestion, Filters> {
protected:
    Result<Filters> see(const train::ProbeContext& context, const FiltersQuestion& question) override;
};

}  // namespace perceptarium::study
