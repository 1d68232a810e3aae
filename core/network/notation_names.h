// How layers without a label are called, for reader and writer alike. Private to network/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layers/layer_spec.h"
#include "network/graph.h"

namespace perceptarium::network {

/// A layer in the order of the text: the word that stands for it, and its label ("": none).
struct Called {
    std::string word, label;
};
/// "relu" where one has that word and no label, else "relu1", "relu2", …; never a name that is taken.
std::vector<std::string> namesOf(const std::vector<Called>& layers);

/// What a word stands for: a layer, a block of `blocks`, or (`inside` a block) its input.
struct Meaning {
    std::string layer;  ///< as Node::layer
    std::string word;   ///< what nodes of it are called after
    std::string name;   ///< where the word ends in a number ("conv2"): what the node is called
    bool operator==(const Meaning&) const = default;
};
std::optional<Meaning> meaningOf(const std::string& word, const Blocks& blocks, bool inside);
/// May a block be written by its name alone? Where the name means something else, it is written "block/name".
bool isPlainBlockName(const std::string& name);

/// Is it a shape, which alone stands for the Input: does it begin with a digit, or with "words:"?
bool isShapeWord(const std::string& word);
/// The layer where data enter.
const layers::LayerSpec* dataLayer();

/// A layer's word with a number behind it ("conv2") is a layer that is called so: its word; empty where it is none.
std::string numberedWord(const std::string& name);

/// The settings that numbers without a name go to: the first that matter in any case.
std::vector<const SettingSpec*> placedSettings(const layers::LayerSpec& spec);
/// The one choice setting that has this choice; nullptr when none has it, or several.
const SettingSpec* settingOfChoice(const layers::LayerSpec& spec, const std::string& choice);
/// The one setting that is a text; nullptr when there is none, or several.
const SettingSpec* textSetting(const layers::LayerSpec& spec);

}  // namespace perceptarium::network
