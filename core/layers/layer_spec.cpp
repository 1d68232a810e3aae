#include "layers/layer_spec.h"

namespace perceptarium::layers {

std::string_view nameOf(Category category) {
    switch (category) {
        case Category::Data: return "Data";
        case Category::Layer: return "Layer";
        case Category::Activation: return "Activation";
        case Category::Pooling: return "Pooling";
        case Category::Normalization: return "Normalization";
        case Category::Dropout: return "Dropout";
        case Category::Shape: return "Shape";
        case Category::Merge: return "Merge";
    }
    CHECK(false, "a category without a name");
}

const autograd::Variable& Context::parameter(std::string_view name) const {
    for (const Named& named : parameters)
        if (named.name == name) return *named.variable;
    CHECK(false, "the layer has no parameter " + std::string(name));
}

Tensor& Context::state(std::string_view name) const {
    for (const Named& named : parameters)
        if (named.name == name) return named.variable->mutableValue();
    CHECK(false, "the layer has no state " + std::string(name));
}

const LayerSpec* findLayer(std::string_view id) { return Registry<LayerSpec>::instance().find(id); }

const std::vector<const LayerSpec*>& allLayers() {
    // Sorted once after loading: by group of the palette, then by the order and id that the registry sorted by.
    static const std::vector<const LayerSpec*> sorted = [] {
        auto layers = Registry<LayerSpec>::instance().all();
        std::stable_sort(layers.begin(), layers.end(),
                         [](const LayerSpec* a, const LayerSpec* b) { return a->category < b->category; });
        return layers;
    }();
    return sorted;
}

}  // namespace perceptarium::layers
