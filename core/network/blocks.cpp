#include "network/blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/check.h"

namespace perceptarium::network {
namespace {

using layers::LayerSpec;

constexpr int kDeepest = 32;  ///< of blocks in blocks, while settings are looked up

/// "keepProb" → "Keep prob".
std::string titleFrom(const std::string& name) {
    std::string title;
    for (const char c : name) {
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        if (upper && !title.empty()) title += ' ';
        title += static_cast<char>(title.empty() ? std::toupper(static_cast<unsigned char>(c))
                                                 : std::tolower(static_cast<unsigned char>(c)));
    }
    return title;
}

SettingSpec repeatSpec() {
    return {.name = kRepeat,
            .title = "Repeat",
            .kind = SettingKind::Integer,
            .standard = std::int64_t{1},
            .meaning = "So many copies of the block one after another, each with weights of its own.",
            .minimum = 1,
            .maximum = kMostRepeats};
}

std::optional<SettingSpec> settingAt(const Graph& graph, const std::string& layer, const std::string& name, int depth);

/// What people may type for the setting: as in the first place inside that takes it.
SettingSpec specFrom(const Graph& graph, const Block& block, const BlockSetting& setting, int depth) {
    SettingSpec spec;
    constexpr SettingKind kKinds[] = {SettingKind::Bool, SettingKind::Integer, SettingKind::Real, SettingKind::Text,
                                        SettingKind::Pair};
    spec.kind = kKinds[setting.standard.index()];
    const Node* node = setting.drives.empty() ? nullptr : block.inside.find(setting.drives[0].node);
    if (node)
        if (const auto inner = settingAt(graph, node->layer, setting.drives[0].setting, depth + 1)) spec = *inner;
    spec.onlyFor = {};
    spec.name = setting.name;
    spec.title = titleFrom(setting.name);
    spec.standard = setting.standard;
    return spec;
}

/// The setting of a layer or block. Looks along one way inward, so that its time is bounded.
std::optional<SettingSpec> settingAt(const Graph& graph, const std::string& layer, const std::string& name, int depth) {
    if (const auto* registered = layers::findLayer(layer)) {
        const SettingSpec* spec = findSetting(registered->settings, name);
        return spec ? std::optional(*spec) : std::nullopt;
    }
    const auto found = isBlock(layer) ? graph.blocks().find(blockName(layer)) : graph.blocks().end();
    if (found == graph.blocks().end() || depth > kDeepest) return std::nullopt;
    if (name == kRepeat) return repeatSpec();
    for (const BlockSetting& setting : found->second->settings)
        if (setting.name == name) return specFrom(graph, *found->second, setting, depth);
    return std::nullopt;
}

SpecPtr specOfBlock(const Graph& graph, const std::string& layer) {
    const std::string name = blockName(layer);
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return nullptr;
    const Block& block = *found->second;
    LayerSpec spec;
    spec.id = layer;
    spec.category = layers::Category::Block;
    spec.title = name;
    spec.meaning = block.meaning.empty() ? "A block of your own: open it to see what is inside." : block.meaning;
    spec.minimumInputs = spec.maximumInputs = static_cast<int>(inputsOf(block.inside).size());
    for (const auto& setting : block.settings) spec.settings.push_back(specFrom(graph, block, setting, 0));
    spec.settings.push_back(repeatSpec());
    return std::make_shared<const LayerSpec>(std::move(spec));
}

SpecPtr specOfBlockInput() {
    static const SpecPtr spec = [] {
        LayerSpec input;
        input.id = kBlockInput;
        input.category = layers::Category::Data;
        input.title = "Block input";
        input.meaning = "What comes into the block from outside.";
        input.minimumInputs = input.maximumInputs = 0;
        return std::make_shared<const LayerSpec>(std::move(input));
    }();
    return spec;
}

/// Adds the blocks that `inside` uses; each is looked into once.
void addUsed(const Graph& graph, const Graph& inside, std::set<std::string>& used) {
    for (const auto& [id, node] : inside.nodes()) {
        if (!isBlock(node) || !used.insert(blockName(node.layer)).second) continue;
        if (const Block* block = blockOf(graph, node)) addUsed(graph, block->inside, used);
    }
}

Finding fault(std::string rule, std::string what, std::string tryThis, std::string expected, std::string found) {
    return {.what = std::move(what),
            .expected = std::move(expected),
            .found = std::move(found),
            .tryThis = std::move(tryThis),
            .rule = std::move(rule)};
}

}  // namespace

bool sameBlocks(const Blocks& a, const Blocks& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && (x.second == y.second || *x.second == *y.second);
    });
}

bool isBlock(const std::string& layer) { return layer.starts_with(kBlockPrefix); }

std::string blockName(const std::string& layer) {
    CHECK(isBlock(layer), "not a block's layer: " + layer);
    return layer.substr(kBlockPrefix.size());
}

std::string blockLayer(const std::string& name) { return std::string(kBlockPrefix) + name; }

SpecPtr specOf(const Graph& graph, const std::string& layer) {
    if (const auto* registered = layers::findLayer(layer)) return {SpecPtr{}, registered};  // lives for ever
    if (layer == kBlockInput) return specOfBlockInput();
    return isBlock(layer) ? specOfBlock(graph, layer) : nullptr;
}

const Block* blockOf(const Graph& graph, const Node& node) {
    if (!isBlock(node)) return nullptr;
    const auto found = graph.blocks().find(blockName(node.layer));
    return found == graph.blocks().end() ? nullptr : found->second.get();
}

std::vector<NodeId> inputsOf(const Graph& inside) {
    std::vector<NodeId> inputs;
    for (const auto& [id, node] : inside.nodes())
        if (node.layer == kBlockInput) inputs.push_back(id);
    return inputs;
}

NodeId outputOf(const Graph& inside) {
    NodeId output = kNoNode;
    for (const NodeId id : inside.sinks()) {
        if (inside.edgesInto(id).empty()) continue;  // not connected, which is said there
        if (output != kNoNode) return kNoNode;
        output = id;
    }
    return output;
}

std::set<std::string> blocksUsed(const Graph& graph) { return blocksUsed(graph, graph); }

std::set<std::string> blocksUsed(const Graph& inside, const Graph& whole) {
    std::set<std::string> used;
    addUsed(whole, inside, used);
    return used;
}

Graph insideWith(const Block& block, const Settings& settings) {
    Graph inside = block.inside;
    for (const BlockSetting& setting : block.settings)
        for (const auto& drive : setting.drives) {
            const Node* driven = inside.find(drive.node);
            if (!driven) continue;
            Node node = *driven;
            node.settings[drive.setting] = settings.at(setting.name);
            inside.replace(node);
        }
    return inside;
}

std::optional<Finding> faultOf(const Graph& graph, const std::string& name) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end())
        return fault("unknown-block", fmt::format("Missing block: this project has no block “{}”", name),
                     "Replace this node, or paste the block from the project that has it.", "a block of this project", name);
    const Graph& inside = found->second->inside;
    if (blocksUsed(inside, graph).contains(name))
        return fault("block-in-itself", fmt::format("The block “{}” holds itself, so it would never end", name),
                     "Open it and delete the node that stands for the block itself.", "other blocks and layers", name);
    const auto inputs = inputsOf(inside);
    if (inputs.empty())
        return fault("block-without-input", fmt::format("Nothing can come into the block “{}”", name),
                     "Open it and add a Block input.", "at least one Block input", "none");
    for (const NodeId input : inputs)
        if (inside.edgesOutOf(input).empty())
            return fault("block-input-loose", fmt::format("In the block “{}” nothing comes after its input “{}”", name, inside.find(input)->name),
                         "Open the block and connect the input, or delete it.", {}, {});
    if (outputOf(inside) == kNoNode)
        return fault("block-ends", fmt::format("The block “{}” ends in several places", name),
                     "Open it and join the branches with Add or Concatenate.", "one end", "several");
    return std::nullopt;
}

}  // namespace perceptarium::network
