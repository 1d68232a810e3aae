// Fixes where a layer's own shape rule refuses what comes in or how it is set: what its file declares (remedies), and what
// helps with any layer, found by asking the rule itself.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/suggest.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

using layers::Remedy;
using layers::TensorTypes;

bool accepts(const layers::LayerSpec& spec, const Settings& settings, const TensorTypes& in) {
    const auto complete = completeSettings(spec.settings, settings);
    return complete && spec.shape && spec.shape(*complete, in).has_value();  // a block has no rule of its own
}

/// How far a node is from where data enter, at most: of two branches the skip is the shorter.
int depthOf(const Site& site, NodeId id) {
    int depth = 0;
    std::map<NodeId, int> depths;
    for (const NodeId node : site.graph.topologicalOrder()) {
        for (const Edge& edge : site.wiring.into(node)) depths[node] = std::max(depths[node], depths[edge.from] + 1);
        if (node == id) depth = depths[node];
    }
    return depth;
}

std::optional<Fix> fixOf(const Site& site, const Remedy& remedy) {
    std::optional<Fix> fix;
    if (remedy.leaveOut) {
        fix = leaveOut(*site.node);
    } else if (!remedy.replaceBy.empty()) {
        fix = replaceBy(*site.node, remedy.replaceBy, remedy.settings);
    } else if (!remedy.before.empty()) {
        for (const Edge& edge : site.wiring.into(site.node->id))
            if (edge.port == remedy.port) {
                fix = insertOn(site.graph, edge, remedy.before);
                if (site.spec->maximumInputs > 1)
                    fix->title = fmt::format("Insert {} between {} and {}", inWords(remedy.before), quoted(site.graph, edge.from), quoted(*site.node));
            }
    } else if (remedy.settings.size() == 1) {
        const auto& [name, value] = *remedy.settings.begin();
        if (const auto* setting = findSetting(site.spec->settings, name)) fix = setSetting(*site.node, *setting, value);
    }
    if (fix && !remedy.title.empty()) fix->title = remedy.title;
    return fix;
}

/// What the layer's file declares. Of changes to several branches those to the shorter one come first.
void offerDeclared(const Site& site, Fixes& fixes) {
    const auto settings = readSettings(site);
    if (!site.spec || !site.spec->remedies || !settings) return;
    auto remedies = site.spec->remedies(*settings, typesInto(site));
    const auto& into = site.wiring.into(site.node->id);
    const auto branch = [&](const Remedy& remedy) {
        const auto port = static_cast<std::size_t>(remedy.port);
        return remedy.before.empty() || port >= into.size() || into.size() < 2 ? 0 : depthOf(site, into[port].from);
    };
    std::stable_sort(remedies.begin(), remedies.end(), [&](const Remedy& a, const Remedy& b) { return branch(a) < branch(b); });
    for (const Remedy& remedy : remedies)
        if (auto fix = fixOf(site, remedy)) fixes.push_back(std::move(*fix));
}

// --- the kind of input does not suit ----------------------------------------------------------------------------------

/// Layers with the same settings for another kind of input: Conv1d for Conv2d.
void offerSiblings(const Site& site, const Settings& settings, const TensorTypes& in, Fixes& fixes) {
    if (site.spec->settings.empty()) return;
    const auto sameNames = [](const layers::LayerSpec& a, const layers::LayerSpec& b) {
        return std::equal(a.settings.begin(), a.settings.end(), b.settings.begin(), b.settings.end(),
                          [](const SettingSpec& x, const SettingSpec& y) { return x.name == y.name; });
    };
    for (const auto* other : layers::allLayers())
        if (other != site.spec && other->category == site.spec->category && sameNames(*other, *site.spec) && accepts(*other, settings, in))
            fixes.push_back(replaceBy(*site.node, other->id));
}

/// One or two layers before this one that make its input what it takes: Flatten, a pool, an Embedding.
void offerAdapters(const Site& site, const Settings& settings, TensorTypes in, std::size_t port, Fixes& fixes) {
    std::vector<const layers::LayerSpec*> adapters;
    for (const auto* spec : layers::allLayers())
        if (spec->maximumInputs == 1 && (spec->category == layers::Category::Shape || spec->category == layers::Category::Pooling || spec->id == "embedding"))
            adapters.push_back(spec);
    const auto after = [](const layers::LayerSpec& spec, const TensorType& type) {
        return spec.shape(*completeSettings(spec.settings, {}), {type});
    };
    const Edge edge = site.wiring.into(site.node->id)[port];
    const TensorType before = in[port];
    const auto tryThese = [&](const TensorType& type, const std::vector<Remedy::Use>& uses) {
        in[port] = type;
        if (accepts(*site.spec, settings, in)) fixes.push_back(insertOn(site.graph, edge, uses));
    };
    const std::size_t none = fixes.size();
    for (const auto* one : adapters)
        if (const auto type = after(*one, before)) tryThese(*type, {{one->id}});
    if (fixes.size() > none) return;
    for (const auto* one : adapters)
        for (const auto* two : adapters)
            if (const auto first = after(*one, before))
                if (const auto second = after(*two, *first)) tryThese(*second, {{one->id}, {two->id}});
}

/// The node before is what spoils the input: this one goes before it, or it goes away.
void offerFeeder(const Site& site, const Settings& settings, std::size_t port, Fixes& fixes) {
    const Node* feeder = site.graph.find(site.wiring.into(site.node->id)[port].from);
    const auto* spec = feeder ? layers::findLayer(feeder->layer) : nullptr;
    const auto in = feeder ? site.inference.inputs.find(feeder->id) : site.inference.inputs.end();
    if (!spec || spec->category == layers::Category::Data || in == site.inference.inputs.end() || in->second.size() != 1) return;
    if (!accepts(*site.spec, settings, in->second)) return;
    if (site.wiring.outOf(feeder->id) == 1 && spec->category == layers::Category::Shape && site.spec->maximumInputs == 1)
        fixes.push_back(moveBefore(*site.node, *feeder));
    fixes.push_back(leaveOut(*feeder));
}

/// A grey picture whose Input was written without its one channel.
void offerChannel(const Site& site, const Settings& settings, const TensorTypes& in, Fixes& fixes) {
    const Node* feeder = site.graph.find(site.wiring.into(site.node->id)[0].from);
    const auto* spec = feeder ? layers::findLayer(feeder->layer) : nullptr;
    if (!spec || spec->category != layers::Category::Data || in.size() != 1 || !layers::isSequence(in[0])) return;
    const auto* shape = findSetting(spec->settings, "shape");
    const auto picture = layers::pictureOf(in[0].shape[0], in[0].shape[1], 1);
    if (shape && accepts(*site.spec, settings, {picture})) fixes.push_back(setSetting(*feeder, *shape, picture.shape.text()));
}

/// Convolutions and pools of the branches with padding "same", so that they stay of one size.
void offerSamePadding(const Site& site, Fixes& fixes) {
    std::vector<NodeId> padded;
    std::string names;
    for (const Edge& edge : site.wiring.into(site.node->id))
        for (NodeId id = edge.from; site.wiring.outOf(id) == 1 && site.wiring.into(id).size() == 1; id = site.wiring.into(id)[0].from) {
            const Node& node = *site.graph.find(id);
            const auto* spec = layers::findLayer(node.layer);
            const auto* padding = spec ? findSetting(spec->settings, "padding") : nullptr;
            if (!padding || settingOr<std::string>(node.settings, "padding", settingText(padding->standard)) == "same") continue;
            padded.push_back(id);
            names += (names.empty() ? "" : ", ") + quoted(node);
        }
    if (padded.empty()) return;
    fixes.push_back({fmt::format("Set the padding of {} to same", names), [padded](Graph& graph) -> Status {
                         for (const NodeId id : padded) PC_TRY(changeSetting(graph, id, "padding", std::string("same")));
                         return {};
                     }});
}

const Registered<FixRule> input{{
    .id = "input",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto settings = readSettings(site);
        const TensorTypes in = typesInto(site);
        if (!settings || in.empty()) return;
        if (in.size() > 1) offerSamePadding(site, fixes);
        offerDeclared(site, fixes);
        if (site.spec->category == layers::Category::Data) return;
        offerSiblings(site, *settings, in, fixes);
        if (in.size() == 1) offerChannel(site, *settings, in, fixes);
        for (std::size_t port = 0; port < in.size(); ++port) offerFeeder(site, *settings, port, fixes);
        for (std::size_t port = 0; port < in.size(); ++port) offerAdapters(site, *settings, in, port, fixes);
        if (in.size() == 1) fixes.push_back(leaveOut(*site.node));
    },
}};

// --- a setting is at fault --------------------------------------------------------------------------------------------

/// Numbers that far away on either side; of two that differ one is changed, or both are.
std::vector<SettingValue> numbersAway(const Pair& now, std::int64_t away) {
    std::vector<SettingValue> values;
    for (const std::int64_t by : {-away, away}) {
        if (!now.same()) {
            values.push_back(pairValue({now.rows + by, now.columns}));
            values.push_back(pairValue({now.rows, now.columns + by}));
        }
        values.push_back(pairValue({now.rows + by, now.columns + by}));
    }
    return values;
}

/// The nearest number on either side that the layer accepts.
void offerNearestNumber(const Site& site, const SettingSpec& setting, const Settings& settings, const TensorTypes& in, Fixes& fixes) {
    constexpr std::int64_t kFarthest = 4096;
    const auto now = pairOf(settings.at(setting.name));
    if (!now) return;
    for (std::int64_t away = 1; away <= kFarthest; ++away)
        for (const SettingValue& value : numbersAway(*now, away)) {
            if (!checkSetting(setting, value)) continue;
            Settings tried = settings;
            tried[setting.name] = value;
            if (!accepts(*site.spec, tried, in)) continue;
            fixes.push_back(setSetting(*site.node, setting, value));
            return;
        }
}

/// Another choice of this layer (padding same) that makes everything else fit.
void offerChoices(const Site& site, const Settings& settings, const TensorTypes& in, Fixes& fixes) {
    for (const SettingSpec& setting : site.spec->settings)
        for (const std::string& choice : setting.choices) {
            Settings tried = settings;
            tried[setting.name] = choice;
            if (tried != settings && accepts(*site.spec, tried, in)) fixes.push_back(setSetting(*site.node, setting, choice));
        }
}

/// A value that the setting itself does not take.
void offerAllowedValue(const Site& site, const SettingSpec& setting, const SettingValue& value, Fixes& fixes) {
    if (const auto* text = std::get_if<std::string>(&value); text && !setting.choices.empty())
        if (const std::string close = closestWord(*text, setting.choices); !close.empty()) fixes.push_back(setSetting(*site.node, setting, close));
    if (const auto* pair = std::get_if<Pair>(&value); pair && setting.kind == SettingKind::Pair) {
        const auto within = [&](std::int64_t side) {
            return static_cast<std::int64_t>(std::clamp(static_cast<double>(side), setting.minimum, setting.maximum));
        };
        fixes.push_back(setSetting(*site.node, setting, pairValue({within(pair->rows), within(pair->columns)})));
    }
    const double number = std::holds_alternative<std::int64_t>(value) ? static_cast<double>(std::get<std::int64_t>(value))
                          : std::holds_alternative<double>(value)     ? std::get<double>(value)
                                                                      : NAN;
    const bool wholes = setting.kind == SettingKind::Integer || setting.kind == SettingKind::Pair;
    if (std::isfinite(number) && (wholes || setting.kind == SettingKind::Real)) {
        const double nearest = std::clamp(wholes ? std::round(number) : number, setting.minimum, setting.maximum);
        if (const auto allowed = checkSetting(setting, nearest)) fixes.push_back(setSetting(*site.node, setting, *allowed));
    }
    fixes.push_back(setSetting(*site.node, setting, setting.standard));
}

const Registered<FixRule> settingAtFault{{
    .id = "setting",
    .offer = [](const Site& site, Fixes& fixes) {
        const SettingSpec& setting = *findSetting(site.spec->settings, site.finding.setting);
        if (const auto given = site.node->settings.find(setting.name); given != site.node->settings.end() && !checkSetting(setting, given->second))
            return offerAllowedValue(site, setting, given->second, fixes);
        const auto settings = readSettings(site);
        const TensorTypes in = typesInto(site);
        if (!settings) return;
        offerDeclared(site, fixes);
        if (!in.empty()) {
            offerChoices(site, *settings, in, fixes);
            offerNearestNumber(site, setting, *settings, in, fixes);
        }
        if (settings->at(setting.name) != setting.standard) fixes.push_back(setSetting(*site.node, setting, setting.standard));
        if (site.spec->category != layers::Category::Data) fixes.push_back(leaveOut(*site.node));
    },
}};

}  // namespace
}  // namespace perceptarium::network
