#include "network/notation_names.h"

#include <map>

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

const layers::LayerSpec* dataLayer() {
    for (const auto* spec : layers::allLayers())
        if (spec->category == layers::Category::Data) return spec;
    return nullptr;
}

std::vector<const SettingSpec*> placedSettings(const layers::LayerSpec& spec) {
    constexpr std::size_t kMost = 3;  // more, and nobody remembers which number is which
    std::vector<const SettingSpec*> placed;
    for (const SettingSpec& setting : spec.settings)
        if (placed.size() < kMost && setting.onlyFor.setting.empty() &&
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
