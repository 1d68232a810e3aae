#include "ui/canvas/clipboard.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "layers/layer_spec.h"

namespace perceptarium::ui {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNodes = 5000, kLongestText = 16 * 1024 * 1024;

Error wrong(const std::string& where, const std::string& expected) {
    return Error{"the clipboard does not hold layers", where, expected, {}};
}

/// Settings of a layer that this program does not know are kept as they are.
Settings unknownSettings(const json& object) {
    Settings settings;
    for (const auto& [name, value] : object.items()) {
        if (value.is_boolean()) settings[name] = value.get<bool>();
        else if (value.is_number_integer()) settings[name] = value.get<std::int64_t>();
        else if (value.is_number()) settings[name] = value.get<double>();
        else if (value.is_string()) settings[name] = value.get<std::string>();
    }
    return settings;
}

Result<network::Node> nodeFrom(const json& object, const std::string& where) {
    if (!object.is_object()) return wrong(where, "an object");
    network::Node node;
    const auto text = [&](const char* key) { return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string(); };
    node.layer = text("layer");
    node.name = text("name");
    if (node.layer.empty() || node.name.empty()) return wrong(where, "layer and name");
    if (!object.contains("id") || !object["id"].is_number_integer()) return wrong(where + ".id", "a whole number");
    node.id = object["id"].get<std::int64_t>();
    if (object.contains("version") && object["version"].is_number_integer()) node.version = object["version"].get<int>();
    if (object.contains("settings")) {
        if (!object["settings"].is_object()) return wrong(where + ".settings", "an object");
        if (const auto* spec = layers::findLayer(node.layer)) {
            auto settings = settingsFromJson(spec->settings, object["settings"]);
            if (!settings) return settings.error().at(where);
            node.settings = *settings;
        } else {
            node.settings = unknownSettings(object["settings"]);
        }
    }
    if (object.contains("position")) {
        const auto& place = object["position"];
        if (!place.is_array() || place.size() != 2 || !place[0].is_number() || !place[1].is_number()) return wrong(where + ".position", "[x, y]");
        const auto near = [](double value) { return std::isfinite(value) ? std::clamp(value, -1e5, 1e5) : 0.0; };
        node.position = {near(place[0].get<double>()), near(place[1].get<double>())};
    }
    return node;
}

}  // namespace

QString toText(const network::Fragment& fragment) {
    json nodes = json::array(), edges = json::array();
    for (const auto& node : fragment.nodes)
        nodes.push_back({{"id", node.id}, {"layer", node.layer}, {"version", node.version}, {"name", node.name},
                         {"settings", settingsToJson(node.settings)}, {"position", {node.position.x, node.position.y}}});
    for (const auto& edge : fragment.edges) edges.push_back({edge.from, edge.to, edge.port});
    const json whole = {{"perceptarium", "layers"}, {"nodes", nodes}, {"edges", edges}};
    return QString::fromStdString(whole.dump(1, ' ', false, json::error_handler_t::replace));
}

Result<network::Fragment> fragmentFromText(const QString& text) {
    const std::string utf8 = text.toStdString();
    if (utf8.size() > kLongestText) return wrong("", "at most 16 MB of text");
    const json whole = json::parse(utf8, nullptr, false);
    if (!whole.is_object() || !whole.contains("perceptarium") || !whole.contains("nodes") || !whole["nodes"].is_array())
        return wrong("", "layers copied from a drawing");
    if (whole["nodes"].size() > kMostNodes) return wrong("nodes", "at most 5000 layers");
    network::Fragment fragment;
    std::set<network::NodeId> ids;
    for (std::size_t i = 0; i < whole["nodes"].size(); ++i) {
        const std::string where = "nodes[" + std::to_string(i) + "]";
        fragment.nodes.push_back(PC_TRY(nodeFrom(whole["nodes"][i], where)));
        if (!ids.insert(fragment.nodes.back().id).second) return wrong(where + ".id", "ids that differ");
    }
    if (whole.contains("edges")) {
        if (!whole["edges"].is_array() || whole["edges"].size() > 10 * kMostNodes) return wrong("edges", "a list");
        for (const auto& edge : whole["edges"]) {
            if (!edge.is_array() || edge.size() != 3) return wrong("edges", "[from, to, port]");
            for (const auto& number : edge)
                if (!number.is_number_integer()) return wrong("edges", "whole numbers");
            const auto port = edge[2].get<std::int64_t>();
            if (port < 0 || port > static_cast<std::int64_t>(kMostNodes)) return wrong("edges", "a port from 0");
            fragment.edges.push_back({edge[0].get<std::int64_t>(), edge[1].get<std::int64_t>(), static_cast<int>(port)});
        }
    }
    return fragment;
}

}  // namespace perceptarium::ui
