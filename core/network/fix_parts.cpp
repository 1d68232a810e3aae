// The candidates that several rules of fixes offer: leave out, set, replace, insert, append, connect, move.
#include <fmt/format.h>

#include <algorithm>

#include "layers/layer_spec.h"
#include "layers/wording.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

using Uses = std::vector<layers::Remedy::Use>;

Error changed() { return {"the drawing has changed since this was offered", {}, {}, {}}; }

Status setAll(Graph& graph, NodeId id, const Settings& settings) {
    for (const auto& [name, value] : settings) PC_TRY(changeSetting(graph, id, name, value));
    return {};
}

/// In the words of a setting: "units", "kernel size".
std::string lowered(std::string title) {
    if (!title.empty()) title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
    return title;
}

std::string valueText(const SettingValue& value) {
    if (const auto pair = pairOf(value)) return pairText(*pair);
    const std::string text = settingText(value);
    return text.empty() ? "nothing" : text;
}

}  // namespace

std::string quoted(const Node& node) { return "“" + node.name + "”"; }
std::string quoted(const Graph& graph, NodeId id) {
    const Node* node = graph.find(id);
    return node ? quoted(*node) : "";
}

std::string titleOf(const std::string& layer) {
    const auto* spec = layers::findLayer(layer);
    return spec ? spec->title : layer;
}

std::string withArticle(const std::string& layer) {
    const std::string title = titleOf(layer);
    const bool vowel = !title.empty() && std::string("AEIOU").find(title[0]) != std::string::npos;
    return (vowel ? "an " : "a ") + title;
}

std::string inWords(const Uses& uses) {
    std::string words;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        words += i == 0 ? "" : i + 1 == uses.size() ? " and " : ", ";
        words += withArticle(uses[i].layer);
        const auto* spec = layers::findLayer(uses[i].layer);
        bool first = true;
        for (const auto& setting : spec ? spec->settings : std::vector<SettingSpec>{}) {
            const auto value = uses[i].settings.find(setting.name);
            if (value == uses[i].settings.end()) continue;
            words += first ? " with " : ", ";
            const auto* number = std::get_if<std::int64_t>(&value->second);
            const bool counts = setting.unit.empty() && number && setting.title.back() == 's';
            words += counts ? fmt::format("{} {}", *number, lowered(*number == 1 ? setting.title.substr(0, setting.title.size() - 1) : setting.title))
                            : fmt::format("{} {}", lowered(setting.title), valueText(value->second));
            first = false;
        }
    }
    return words;
}

Fix leaveOut(const Node& node) {
    return {fmt::format("Delete {}", quoted(node)), [id = node.id](Graph& graph) -> Status {
                if (!graph.find(id)) return changed();
                removeHealing(graph, {id});
                return {};
            }};
}

Fix setSetting(const Node& node, const SettingSpec& setting, const SettingValue& value) {
    return {fmt::format("Set the {} of {} to {}", lowered(setting.title), quoted(node), valueText(value)),
            [id = node.id, name = setting.name, value](Graph& graph) { return changeSetting(graph, id, name, value); }};
}

Fix replaceBy(const Node& node, const std::string& layer, const Settings& settings) {
    return {fmt::format("Replace {} by {}", quoted(node), inWords({{layer, settings}})),
            [id = node.id, layer, settings](Graph& graph) -> Status {
                const auto* spec = layers::findLayer(layer);
                if (!graph.find(id) || !spec) return changed();
                Node other = *graph.find(id);
                other.layer = layer;
                other.version = spec->version;
                other.settings.clear();
                for (const auto& [name, value] : graph.find(id)->settings)
                    if (const auto* same = findSetting(spec->settings, name))
                        if (const auto taken = checkSetting(*same, value)) other.settings[name] = *taken;
                graph.replace(other);
                return setAll(graph, id, settings);
            }};
}

Fix insertOn(const Graph& graph, const Edge& edge, const Uses& uses) {
    return {fmt::format("Insert {} before {}", inWords(uses), quoted(graph, edge.to)),
            [edge, uses](Graph& drawing) -> Status {
                if (!drawing.edges().contains(edge)) return changed();
                Edge rest = edge;
                for (const auto& use : uses) {
                    const Point from = drawing.find(rest.from)->position;
                    const NodeId made = PC_TRY(insertOnEdge(drawing, use.layer, rest, {from.x + kNodeWidth + kGapX, from.y}));
                    PC_TRY(setAll(drawing, made, use.settings));
                    rest.from = made;
                }
                return {};
            }};
}

Fix append(const Node& after, const Uses& uses) {
    return {fmt::format("Append {} to {}", inWords(uses), quoted(after)), [id = after.id, uses](Graph& graph) -> Status {
                if (!graph.find(id)) return changed();
                NodeId last = id;
                for (const auto& use : uses) {
                    last = PC_TRY(appendNode(graph, use.layer, last));
                    PC_TRY(setAll(graph, last, use.settings));
                }
                return {};
            }};
}

Fix connectTo(const Graph& graph, NodeId from, NodeId to, int port) {
    return {fmt::format("Connect {} to {}", quoted(graph, from), quoted(graph, to)),
            [edge = Edge{from, to, port}](Graph& drawing) { return connect(drawing, edge); }};
}

Fix moveBefore(const Node& node, const Node& target) {
    return {fmt::format("Move {} before {}", quoted(node), quoted(target)),
            [id = node.id, to = target.id](Graph& graph) -> Status {
                const Node* moved = graph.find(id);
                const auto into = graph.edgesInto(id);
                if (!moved || !graph.find(to) || into.size() != 1) return changed();
                const Node kept = *moved;
                removeHealing(graph, {id});
                const auto edge = graph.edgeInto(to, 0);
                if (!edge) return changed();
                const Point from = graph.find(edge->from)->position;
                const NodeId stand = PC_TRY(insertOnEdge(graph, kept.layer, *edge, {from.x + kNodeWidth + kGapX, from.y}));
                // The same node as before: a new one only found it its place.
                Node back = kept;
                back.position = graph.find(stand)->position;
                graph.erase(stand);
                graph.insert(back);
                graph.connect({edge->from, id, 0});
                graph.connect({id, to, 0});
                return {};
            }};
}

std::optional<Settings> readSettings(const Site& site) {
    if (!site.node || !site.spec) return std::nullopt;
    const auto settings = settingsOf(*site.node, *site.spec);
    return settings ? std::optional(*settings) : std::nullopt;
}

Uses layersToVector(const TensorType& type) {
    if (layers::isVector(type)) return {};
    if (layers::isWords(type)) return {{"embedding"}, {"global-average-pool"}};
    if (layers::isSequence(type)) return {{"global-average-pool"}};
    return {{"flatten"}};
}

layers::TensorTypes typesInto(const Site& site) {
    if (!site.node) return {};
    if (site.spec && site.spec->category == layers::Category::Data)
        return site.data.input ? layers::TensorTypes{*site.data.input} : layers::TensorTypes{};
    const auto in = site.inference.inputs.find(site.node->id);
    return in == site.inference.inputs.end() ? layers::TensorTypes{} : in->second;
}

}  // namespace perceptarium::network
