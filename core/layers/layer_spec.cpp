#include "layers/layer_spec.h"

#include <algorithm>
#include <cctype>
#include <map>

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
        case Category::Block: return "Block";
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

const LayerSpec* findLayerByWord(std::string_view word) {
    static const std::map<std::string, const LayerSpec*> byWord = [] {
        std::map<std::string, const LayerSpec*> all;
        for (const LayerSpec* spec : allLayers())
            for (const std::string& one : wordsOf(*spec))
                CHECK(all.emplace(one, spec).first->second == spec, "two layers are called " + one);
        return all;
    }();
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = byWord.find(lower);
    return found == byWord.end() ? nullptr : found->second;
}

std::vector<std::string> wordsOf(const LayerSpec& spec) {
    std::string plain = spec.id;
    std::erase(plain, '-');
    std::vector<std::string> words{plain};
    words.insert(words.end(), spec.aliases.begin(), spec.aliases.end());
    if (plain != spec.id) words.push_back(spec.id);
    return words;
}

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
