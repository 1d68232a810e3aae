// Writing the notation: the drawing's structure as text, with no more names and settings than reading it needs, and before it
// the blocks that it uses.
#include <algorithm>
#include <map>

#include "network/notation.h"
#include "network/node_flags.h"
#include "network/edit_parts.h"
#include "network/notation_names.h"
#include "network/notation_reading.h"
#include "network/notation_structure.h"

namespace perceptarium::network {
namespace {

/// Those nodes and what is between them.
Graph partOf(const Graph& graph, const std::vector<NodeId>& nodes) {
    if (nodes.empty()) return graph;
    Graph part;
    part.setBlocks(graph.blocks());
    for (const NodeId id : std::set<NodeId>(nodes.begin(), nodes.end()))
        if (const Node* node = graph.find(id)) part.insert(*node);
    for (const auto& [id, node] : part.nodes()) {
        int port = 0;
        for (const Edge& edge : graph.edgesInto(id))
            if (part.find(edge.from)) part.connect({edge.from, id, port++});
    }
    return part;
}

class Writer {
public:
    /// `block`: the drawing is what is in it.
    explicit Writer(const Graph& graph, const Block* block = nullptr) : graph_(graph), inside_(block != nullptr), chains_(textChainsOf(graph)) {
        for (const TextChain& chain : chains_) gather(chain);
        if (inside_ && !inputsAreInOrder()) nameInputsFirst();
        for (const auto& [id, node] : graph.nodes()) inside_ = inside_ || node.layer == kBlockInput;
        if (block)
            for (const BlockSetting& setting : block->settings)
                for (const auto& drive : setting.drives) given_[{drive.node, drive.setting}] = setting.name;
        chooseLabels();
    }

    std::string text() const {
        std::string text;
        for (const TextChain& chain : chains_) text += (text.empty() ? "" : "; ") + textOf(chain);
        return text;
    }
    bool isOneChain() const { return chains_.size() == 1; }

private:
    void gather(const TextChain& chain) {
        for (const TextStep& step : chain) {
            for (const TextChain& branch : step.branches) gather(branch);
            if (step.kind == TextStep::Kind::Reference) named_.insert(step.node);
            if (step.kind == TextStep::Kind::Layer) inOrder_.push_back(step.node);
        }
    }

    /// A block's inputs are numbered as the text tells of them.
    bool inputsAreInOrder() const {
        std::vector<NodeId> inputs;
        for (const NodeId id : inOrder_)
            if (graph_.find(id)->layer == kBlockInput) inputs.push_back(id);
        return std::is_sorted(inputs.begin(), inputs.end());
    }
    void nameInputsFirst() {
        std::vector<TextChain> chains;
        for (const NodeId id : inputsOf(graph_)) chains.push_back({{TextStep::Kind::Layer, id, {}}});
        for (TextChain& chain : chains_) {
            referToInputs(chain);
            if (chain.size() > 1 || chain.front().kind != TextStep::Kind::Reference) chains.push_back(chain);  // one that is alone is said
        }
        chains_ = std::move(chains);
        inOrder_.clear();
        named_.clear();
        for (const TextChain& chain : chains_) gather(chain);
    }
    void referToInputs(TextChain& chain) const {
        for (TextStep& step : chain) {
            for (TextChain& branch : step.branches) referToInputs(branch);
            if (step.kind == TextStep::Kind::Layer && graph_.find(step.node)->layer == kBlockInput) step.kind = TextStep::Kind::Reference;
        }
    }

    /// The shape of an Input that is nothing else than its shape; empty for everything else.
    static std::string shapeAlone(const Node& node) {
        const auto* spec = layers::findLayer(node.layer);
        if (!spec || spec != dataLayer() || node.settings.size() != 1 || !textSetting(*spec)) return {};
        const auto shape = node.settings.find(textSetting(*spec)->name);
        const auto* text = shape == node.settings.end() ? nullptr : std::get_if<std::string>(&shape->second);
        return text && isShapeWord(*text) && asWord(*text) == *text ? *text : std::string();
    }

    /// The layer's word that its name is made of ("pool1": pool), or the plain one.
    static std::string wordOf(const Node& node) {
        if (isBlock(node)) return stemOf(node.layer);
        if (node.layer == kBlockInput) return "in";
        const auto* spec = layers::findLayer(node.layer);
        if (!spec) return node.layer;
        if (!shapeAlone(node).empty()) return spec->id;
        const auto words = layers::wordsOf(*spec);
        for (const std::string& word : words) {
            const bool begins = node.name.starts_with(word);
            if (begins && node.name.find_first_not_of("0123456789", word.size()) == std::string::npos) return word;
        }
        return words.front();
    }
    /// What is written for it: a block's own name, in all its letters.
    static std::string writtenWord(const Node& node, const Called& called) {
        if (!isBlock(node)) return called.word;
        const std::string name = blockName(node.layer);
        return isPlainBlockName(name) ? name : node.layer;
    }
    /// The word with the number that the name ends in, where that says the name.
    std::string numbered(const Node& node, const Called& called) const {
        if (!called.label.starts_with(called.word) || called.label == called.word) return {};
        std::string word = writtenWord(node, called) + called.label.substr(called.word.size());
        const bool says = meaningOf(word, graph_.blocks(), inside_) == Meaning{node.layer, called.word, called.label};
        return says && asWord(word) == word ? word : std::string();
    }

    /// Labels only where a layer would be called something else without; each label changes the numbers of the others.
    void chooseLabels() {
        std::vector<Called> called;
        for (const NodeId id : inOrder_) {
            const Node& node = *graph_.find(id);
            called.push_back({wordOf(node), named_.contains(id) ? node.name : std::string()});
        }
        for (bool more = true; more;) {
            more = false;
            const auto names = namesOf(called);
            for (std::size_t i = 0; i < called.size(); ++i) {
                const std::string& name = graph_.find(inOrder_[i])->name;
                if (names[i] == name) continue;
                more = more || called[i].label.empty();
                called[i].label = name;
            }
        }
        for (std::size_t i = 0; i < called.size(); ++i) called_[inOrder_[i]] = called[i];
    }

    std::string textOf(const TextChain& chain) const {
        std::string text;
        for (const TextStep& step : chain) text += (text.empty() ? "" : " > ") + textOf(step);
        return text;
    }
    std::string textOf(const TextStep& step) const {
        if (step.kind == TextStep::Kind::Reference) return "@" + asWord(graph_.find(step.node)->name);
        if (step.kind == TextStep::Kind::Layer) return layerText(*graph_.find(step.node));
        std::string text = "( ";
        for (std::size_t i = 0; i < step.branches.size(); ++i)
            text += (i == 0 ? "" : " | ") + (step.branches[i].empty() ? "skip" : textOf(step.branches[i]));
        return text + " )";
    }

    std::string layerText(const Node& node) const {
        const Called& called = called_.at(node.id);
        std::string marks;
        for (const NodeFlag& flag : nodeFlags())
            if (node.*flag.member) marks += std::string(" ") + flag.name;
        if (const std::string shape = shapeAlone(node); !shape.empty() && called.label.empty()) return shape + marks;
        std::string text = called.label.empty() ? std::string() : numbered(node, called);
        if (text.empty()) text = (called.label.empty() ? "" : asWord(called.label) + ": ") + asWord(writtenWord(node, called));
        const SpecPtr spec = specOf(graph_, node.layer);
        return text + settingsText(node, spec ? *spec : layers::LayerSpec()) + marks;
    }

    /// "$filters" where the block's setting gives the value.
    std::string givenText(const Node& node, const std::string& setting) const {
        const auto giver = given_.find({node.id, setting});
        return giver == given_.end() ? std::string() : "$" + asWord(giver->second);
    }

    /// Numbers without names as far as they come first, in order; single words for choices; the rest by name.
    std::string settingsText(const Node& node, const layers::LayerSpec& spec) const {
        const Settings& settings = node.settings;
        std::string text;
        std::set<std::string> said;
        bool windowSaid = false;
        for (const SettingSpec* setting : placedSettings(spec)) {
            const auto value = settings.find(setting->name);
            const std::string given = givenText(node, setting->name);
            if (given.empty() && (value == settings.end() || std::holds_alternative<std::string>(value->second) || std::holds_alternative<bool>(value->second))) break;
            // The first size in pixels is that of a window, which is written with both of its sides.
            const bool window = setting->unit == "pixels" && !std::exchange(windowSaid, windowSaid || setting->unit == "pixels");
            const std::string number = given.empty() ? settingText(value->second) : given;
            text += " " + (window && given.empty() && !std::holds_alternative<Pair>(value->second) ? number + "x" + number : number);
            said.insert(setting->name);
        }
        for (const SettingSpec& setting : spec.settings) {
            const std::string given = givenText(node, setting.name);
            const auto value = settings.find(setting.name);
            if ((given.empty() && value == settings.end()) || !said.insert(setting.name).second) continue;
            const std::string word = given.empty() ? settingText(value->second) : given;
            const bool choice = settingOfChoice(spec, word) == &setting;
            const bool shape = textSetting(spec) == &setting && isShapeWord(word) && placedSettings(spec).empty();
            const bool alone = given.empty() && (choice || shape) && asWord(word) == word;
            text += alone ? " " + word : " " + asWord(setting.name) + "=" + (given.empty() ? asWord(word) : given);
        }
        for (const auto& [name, value] : settings)
            if (!said.contains(name)) text += " " + asWord(name) + "=" + asWord(settingText(value));
        return text;
    }

    const Graph& graph_;
    bool inside_;
    std::vector<TextChain> chains_;
    std::vector<NodeId> inOrder_;
    std::set<NodeId> named_;  ///< something refers to them
    std::map<NodeId, Called> called_;
    std::map<std::pair<NodeId, std::string>, std::string> given_;  ///< settings, and the block's that give them their values
};

/// These blocks and those inside them, what is inside before what holds it.
void gatherBlocks(const Graph& inside, const Blocks& blocks, std::set<std::string>& seen, std::vector<std::string>& names) {
    for (const auto& [id, node] : inside.nodes()) {
        if (!isBlock(node)) continue;
        const std::string name = blockName(node.layer);
        const auto block = blocks.find(name);
        if (block == blocks.end() || !seen.insert(name).second) continue;
        gatherBlocks(block->second->inside, blocks, seen, names);
        names.push_back(name);
    }
}

}  // namespace

std::string definitionText(const std::string& name, const Blocks& blocks) {
    const Block& block = *blocks.at(name);
    std::string text = "block " + asWord(isPlainBlockName(name) ? name : blockLayer(name));
    for (std::size_t i = 0; i < block.settings.size(); ++i)
        text += (i == 0 ? "(" : " ") + asWord(block.settings[i].name) + "=" + asWord(settingText(block.settings[i].standard));
    if (!block.settings.empty()) text += ")";
    Graph inside = block.inside;
    inside.setBlocks(blocks);
    const Writer writer(inside, &block);
    return text + " = " + (writer.isOneChain() ? writer.text() : "{ " + writer.text() + " }");
}

std::string toNotation(const Graph& graph, const std::vector<NodeId>& nodes) {
    const Graph part = partOf(graph, nodes);
    std::set<std::string> seen;
    std::vector<std::string> names;
    gatherBlocks(part, part.blocks(), seen, names);
    std::string text;
    for (const std::string& name : names) text += definitionText(name, part.blocks()) + "; ";
    return text + Writer(part).text();
}

}  // namespace perceptarium::network
