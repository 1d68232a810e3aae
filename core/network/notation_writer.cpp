// Writing the notation: the drawing's structure as text, with no more names and settings than reading it needs.
#include <algorithm>
#include <map>

#include "network/notation.h"
#include "network/node_flags.h"
#include "network/notation_names.h"
#include "network/notation_structure.h"
#include "network/notation_tokens.h"

namespace perceptarium::network {
namespace {

/// Those nodes and what is between them.
Graph partOf(const Graph& graph, const std::vector<NodeId>& nodes) {
    if (nodes.empty()) return graph;
    Graph part;
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
    explicit Writer(const Graph& graph) : graph_(graph), chains_(textChainsOf(graph)) {
        for (const TextChain& chain : chains_) gather(chain);
        chooseLabels();
    }

    std::string text() const {
        std::string text;
        for (const TextChain& chain : chains_) text += (text.empty() ? "" : "; ") + textOf(chain);
        return text;
    }

private:
    void gather(const TextChain& chain) {
        for (const TextStep& step : chain) {
            for (const TextChain& branch : step.branches) gather(branch);
            if (step.kind == TextStep::Kind::Reference) named_.insert(step.node);
            if (step.kind == TextStep::Kind::Layer) inOrder_.push_back(step.node);
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
        const bool numbered = !called.label.empty() && numberedWord(called.label) == called.word;
        std::string marks;
        for (const NodeFlag& flag : nodeFlags())
            if (node.*flag.member) marks += std::string(" ") + flag.name;
        if (const std::string shape = shapeAlone(node); !shape.empty() && called.label.empty()) return shape + marks;
        const std::string label = called.label.empty() || numbered ? "" : asWord(called.label) + ": ";
        std::string text = label + asWord(numbered ? called.label : called.word);
        if (const auto* spec = layers::findLayer(node.layer)) return text + settingsText(*spec, node.settings) + marks;
        for (const auto& [name, value] : node.settings) text += " " + name + "=" + asWord(settingText(value));
        return text + marks;
    }

    /// Numbers without names as far as they come first, in order; single words for choices; the rest by name.
    static std::string settingsText(const layers::LayerSpec& spec, const Settings& settings) {
        std::string text;
        std::set<std::string> said;
        bool squareSaid = false;
        for (const SettingSpec* setting : placedSettings(spec)) {
            const auto value = settings.find(setting->name);
            if (value == settings.end() || std::holds_alternative<std::string>(value->second) || std::holds_alternative<bool>(value->second)) break;
            // The first size in pixels is that of a window, which is written with both of its sides.
            const bool square = setting->unit == "pixels" && !std::exchange(squareSaid, squareSaid || setting->unit == "pixels");
            const std::string number = settingText(value->second);
            text += " " + (square && !std::holds_alternative<Pair>(value->second) ? number + "x" + number : number);
            said.insert(setting->name);
        }
        for (const SettingSpec& setting : spec.settings) {
            const auto value = settings.find(setting.name);
            if (value == settings.end() || !said.insert(setting.name).second) continue;
            const std::string word = settingText(value->second);
            const bool choice = settingOfChoice(spec, word) == &setting;
            const bool shape = textSetting(spec) == &setting && isShapeWord(word) && placedSettings(spec).empty();
            const bool alone = (choice || shape) && asWord(word) == word;
            text += alone ? " " + word : " " + setting.name + "=" + asWord(word);
        }
        for (const auto& [name, value] : settings)
            if (!said.contains(name)) text += " " + name + "=" + asWord(settingText(value));
        return text;
    }

    const Graph& graph_;
    const std::vector<TextChain> chains_;
    std::vector<NodeId> inOrder_;
    std::set<NodeId> named_;  ///< something refers to them
    std::map<NodeId, Called> called_;
};

}  // namespace

std::string toNotation(const Graph& graph, const std::vector<NodeId>& nodes) {
    const Graph part = partOf(graph, nodes);
    return Writer(part).text();
}

}  // namespace perceptarium::network
