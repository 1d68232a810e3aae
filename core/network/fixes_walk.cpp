// Fixes of single nodes: layers that are not known, inputs that are not connected, sizes that no memory holds.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/suggest.h"
#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

const Registered<FixRule> unknownLayer{{
    .id = "unknown-layer",
    .offer = [](const Site& site, Fixes& fixes) {
        std::vector<std::string> words;
        for (const auto* spec : layers::allLayers())
            for (const std::string& word : layers::wordsOf(*spec)) words.push_back(word);
        const std::string close = closestWord(site.node->layer, words);
        if (const auto* spec = layers::findLayerByWord(close)) fixes.push_back(replaceBy(*site.node, spec->id));
        fixes.push_back(leaveOut(*site.node));
    },
}};

/// Without the settings that this version does not know.
Fix knownSettingsOnly(const Site& site, std::string title) {
    return {std::move(title), [id = site.node->id](Graph& graph) -> Status {
                const Node* found = graph.find(id);
                const auto* spec = found ? layers::findLayer(found->layer) : nullptr;
                if (!spec) return Error{"the layer is not there any more", {}, {}, {}};
                Node node = *found;
                node.version = spec->version;
                std::erase_if(node.settings, [&](const auto& setting) {
                    const auto* known = findSetting(spec->settings, setting.first);
                    return !known || !checkSetting(*known, setting.second);
                });
                graph.replace(node);
                return {};
            }};
}

const Registered<FixRule> newerLayer{{
    .id = "newer-layer",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back(knownSettingsOnly(site, fmt::format("Use the {} of this program for {}", site.spec->title, quoted(*site.node))));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> unknownSetting{{
    .id = "unknown-setting",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back(knownSettingsOnly(site, fmt::format("Drop the settings of {} that {} does not have", quoted(*site.node), site.spec->title)));
    },
}};

/// Each edge once, on ports 0 … k−1; no more than the layer takes.
const auto renumber = [](const Site& site, Fixes& fixes) {
    fixes.push_back({fmt::format("Put the edges into {} in order", quoted(*site.node)), [id = site.node->id, most = site.spec->maximumInputs](Graph& graph) -> Status {
                         auto into = graph.edgesInto(id);
                         std::set<Edge> edges = graph.edges();
                         int port = 0;
                         for (Edge edge : into) {
                             edges.erase(edge);
                             edge.port = port;
                             if (port++ < most) edges.insert(edge);
                         }
                         graph.assign(graph.nodes(), edges);
                         return {};
                     }});
};
const Registered<FixRule> extraEdge{{.id = "extra-edge", .offer = renumber}};
const Registered<FixRule> edgeOrder{{.id = "edge-order", .offer = renumber}};

/// Where an edge to that port may come from, best first: ends that lead nowhere yet, the Input, then what is nearest to the
/// left. Never from what the node itself feeds.
std::vector<NodeId> sourcesFor(const Site& site) {
    const Node& node = *site.node;
    struct Source {
        int rank;
        double away;
        NodeId id;
        auto operator<=>(const Source&) const = default;
    };
    std::vector<Source> sources;
    for (const auto& [id, other] : site.graph.nodes()) {
        const SpecPtr spec = specOf(site.graph, other.layer);
        const bool isInput = spec && spec->category == layers::Category::Data;
        const bool loose = site.wiring.into(id).empty() && !isInput;
        const auto into = site.wiring.into(node.id);
        const bool there = std::any_of(into.begin(), into.end(), [&, from = id](const Edge& edge) { return edge.from == from; });
        if (id == node.id || loose || there || site.graph.reaches(node.id, id)) continue;
        const double behind = node.position.x - other.position.x;
        const double away = std::hypot(behind, node.position.y - other.position.y) + (behind < 0 ? 1e6 : 0);
        sources.push_back({site.wiring.outOf(id) == 0 ? 0 : isInput ? 1 : 2, away, id});
    }
    std::sort(sources.begin(), sources.end());
    std::vector<NodeId> ids;
    for (const Source& source : sources) ids.push_back(source.id);
    return ids;
}

/// Edges that the layer accepts; where there are none, one whose kind of value a further fix will mend.
void offerSources(const Site& site, Fixes& fixes, std::size_t most) {
    const auto sources = sourcesFor(site);
    const int port = std::max(0, site.finding.port);
    std::size_t offered = 0;
    for (const NodeId from : sources) {
        if (offered == most || refuseConnection(site.graph, {from, site.node->id, port}, site.inference)) continue;
        fixes.push_back(connectTo(site.graph, from, site.node->id, port));
        ++offered;
    }
    if (offered == 0 && !sources.empty()) fixes.push_back(connectTo(site.graph, sources.front(), site.node->id, port));
}

const Registered<FixRule> noSource{{
    .id = "no-source",
    .offer = [](const Site& site, Fixes& fixes) {
        offerSources(site, fixes, 3);
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> unconnected{{
    .id = "unconnected",
    .offer = [](const Site& site, Fixes& fixes) {
        const NodeId end = site.inference.output;
        const bool fits = site.inference.outputs.contains(end) && site.spec->minimumInputs <= 1 && !refuseConnection(site.graph, {end, site.node->id, 0}, site.inference);
        // Behind a Softmax or Sigmoid that closes the network hardly anything is meant to come.
        const Node* output = fits ? site.graph.find(end) : nullptr;
        const auto* closing = output ? layers::findLayer(output->layer) : nullptr;
        if (closing && !closing->bindLogits) fixes.push_back(connectTo(site.graph, end, site.node->id, 0));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> tooFewInputs{{
    .id = "too-few-inputs",
    .offer = [](const Site& site, Fixes& fixes) {
        offerSources(site, fixes, 2);
        fixes.push_back(leaveOut(*site.node));
    },
}};

/// Half of a number, or of two, but no less than the setting takes; nullopt: it is no more than that already.
std::optional<Pair> halved(const Pair& now, const SettingSpec& setting) {
    const auto least = static_cast<std::int64_t>(std::max(1.0, setting.minimum));
    const auto half = [&](std::int64_t side) { return std::min(side, std::max(side / 2, least)); };
    const Pair less{half(now.rows), half(now.columns)};
    return less == now ? std::nullopt : std::optional(less);
}

const Registered<FixRule> tooLarge{{
    .id = "too-large",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto settings = readSettings(site);
        if (!settings) return;
        for (const SettingSpec& setting : site.spec->settings) {
            const auto value = pairOf(settings->at(setting.name));
            if (!value) continue;
            for (auto less = halved(*value, setting); less; less = halved(*less, setting)) {
                Graph tried = site.graph;
                if (!changeSetting(tried, site.node->id, setting.name, pairValue(*less))) break;
                const auto then = site.trial(tried);
                const auto* error = then ? then->errorAt(site.node->id) : nullptr;
                if (!then || (error && error->rule == "too-large")) continue;
                fixes.push_back(setSetting(*site.node, setting, pairValue(*less)));
                break;
            }
        }
        const auto in = typesInto(site);
        if (!in.empty() && !site.wiring.into(site.node->id).empty() && in[0].shape.rank() == 3)
            fixes.push_back(insertOn(site.graph, site.wiring.into(site.node->id)[0], {{"max-pool", {{"size", std::int64_t{4}}}}}));
        fixes.push_back(leaveOut(*site.node));
    },
}};

}  // namespace
}  // namespace perceptarium::network
