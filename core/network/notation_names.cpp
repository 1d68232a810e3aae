#include "network/notation_names.h"

#include <map>

#include "network/blocks.h"
#include "network/edit_parts.h"

namespace perceptarium::network {
namespace {

template <class Fits>
const SettingSpec* onlyOne(const layers::LayerSpec& spec, Fits fits) {
    const SettingSpec* only = nullptr;
    for (const SettingSpec& setting : spec.settings) {
        if (!fits(setting)) continue;
        if (only) return nullptr;
        only = &setting;
    }
    return only;
}

}  // namespace

std::vector<std::string> namesOf(const std::vector<Called>& layers) {
    std::set<std::string> taken;
    std::map<std::string, int> uses, numbers;
    for (const Called& layer : layers) {
        if (layer.label.empty())
            ++uses[layer.word];
        else
            taken.insert(layer.label);
    }
    std::vector<std::string> names;
    for (const Called& layer : layers) {
        std::string name = layer.label.empty() ? layer.word : layer.label;
        if (layer.label.empty() && (uses[layer.word] > 1 || taken.contains(name))) do {
                name = layer.word + std::to_string(++numbers[layer.word]);
            } while (taken.contains(name));
        taken.insert(name);
        names.push_back(std::move(name));
    }
    return names;
}

bool isShapeWord(const std::string& word) {
    return !word.empty() && (std::isdigit(static_cast<unsigned char>(word[0])) || word.starts_with("words:"));
}

std::string numberedWord(const std::string& name) {
    const auto end = name.find_last_not_of("0123456789");
    if (end == std::string::npos || end + 1 == name.size() || layers::findLayerByWord(name)) return {};
    const std::string word = name.substr(0, end + 1);
    return layers::findLayerByWord(word) ? word : std::string();
}

namespace {

constexpr const char* kInputWord = "in";

/// "Residual2" → {"Residual", "2"}; no number: the second is empty.
std::pair<std::string, std::string> splitNumber(const std::string& word) {
    const auto end = word.find_last_not_of("0123456789");
    const std::size_t length = end == std::string::npos ? 0 : end + 1;
    return {word.substr(0, length), word.substr(length)};
}

Meaning blockMeaning(const std::string& name, const std::string& number) {
    Meaning meaning{blockLayer(name), stemOf(blockLayer(name)), {}};
    if (!number.empty()) meaning.name = meaning.word + number;
    return meaning;
}

}  // namespace

std::optional<Meaning> meaningOf(const std::string& word, const Blocks& blocks, bool inside) {
    if (const auto* spec = layers::findLayerByWord(word)) return Meaning{spec->id, word, {}};
    if (isBlock(word)) {
        const std::string name = blockName(word);
        return blocks.contains(name) ? std::optional(blockMeaning(name, {})) : std::nullopt;
    }
    const auto [stem, number] = splitNumber(word);
    if (inside && stem == kInputWord) return Meaning{kBlockInput, kInputWord, number.empty() ? std::string() : word};
    const auto exact = blocks.find(word);
    if (exact != blocks.end() && isPlainBlockName(word)) return blockMeaning(word, {});
    if (const std::string layer = numberedWord(word); !layer.empty()) return Meaning{layers::findLayerByWord(layer)->id, layer, word};
    if (!number.empty() && blocks.contains(stem) && isPlainBlockName(stem)) return blockMeaning(stem, number);
    return std::nullopt;
}

bool isPlainBlockName(const std::string& name) {
    return name != "skip" && name != "block" && !isBlock(name) && !isShapeWord(name) && !meaningOf(name, {}, true);
}

const layers::LayerSpec* dataLayer() {
    for (const auto* spec : layers::allLayers())
        if (spec->category == layers::Category::Data) return spec;
    return nullptr;
}

std::vector<const SettingSpec*> placedSettings(const layers::LayerSpec& spec) {
    constexpr std::size_t kMost = 3;  // more, and nobody remembers which number is which
    std::vector<const SettingSpec*> placed;
    for (const SettingSpec& setting : spec.settings)
        if (placed.size() < kMost && setting.onlyFor.setting.empty() && setting.name != kRepeat &&
            (setting.kind == SettingKind::Integer || setting.kind == SettingKind::Real || setting.kind == SettingKind::Pair))
            placed.push_back(&setting);
    return placed;
}

const SettingSpec* settingOfChoice(const layers::LayerSpec& spec, const std::string& choice) {
    return onlyOne(spec, [&](const SettingSpec& setting) {
        return std::find(setting.choices.begin(), setting.choices.end(), choice) != setting.choices.end();
    });
}

const SettingSpec* textSetting(const layers::LayerSpec& spec) {
    return onlyOne(spec, [](const SettingSpec& setting) { return setting.kind == SettingKind::Text || setting.kind == SettingKind::Path; });
}

}  // namespace perceptarium::network
