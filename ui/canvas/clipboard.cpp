#include "ui/canvas/clipboard.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "exchange/document_reader.h"
#include "exchange/project_file.h"
#include "layers/layer_spec.h"
#include "network/frame_edits.h"

namespace perceptarium::ui {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNodes = 5000, kMostFrames = 1000, kLongestText = 16 * 1024 * 1024;

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
        else if (value.is_array() && value.size() == 2 && value[0].is_number_integer() && value[1].is_number_integer())
            settings[name] = pairValue({value[0].get<std::int64_t>(), value[1].get<std::int64_t>()});
    }
    return settings;
}

Result<network::Point> pairFrom(const json& pair, const std::string& where) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number()) return wrong(where, "two numbers");
    const auto near = [](double value) { return std::isfinite(value) ? std::clamp(value, -1e5, 1e5) : 0.0; };
    return network::Point{near(pair[0].get<double>()), near(pair[1].get<double>())};
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
    if (object.contains("position")) node.position = PC_TRY(pairFrom(object["position"], where + ".position"));
    for (const auto& flag : exchange::nodeFlags())
        if (object.contains(flag.name) && object[flag.name].is_boolean()) node.*flag.member = object[flag.name].get<bool>();
    return node;
}

Result<network::Frame> frameFrom(const json& object, const std::string& where) {
    if (!object.is_object()) return wrong(where, "an object");
    network::Frame frame;
    const auto& tints = network::tintNames();
    const auto text = [&](const char* key) { return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string(); };
    frame.note = text("kind") == exchange::kNote;
    frame.text = text("text");
    if (const auto found = std::find(tints.begin(), tints.end(), text("colour")); found != tints.end())
        frame.tint = static_cast<network::Tint>(found - tints.begin());
    if (!object.contains("corner") || !object.contains("size")) return wrong(where, "corner and size");
    frame.corner = PC_TRY(pairFrom(object["corner"], where + ".corner"));
    frame.size = PC_TRY(pairFrom(object["size"], where + ".size"));
    if (const Status fine = network::checkFrame(frame); !fine) return fine.error().at(where);
    return frame;
}

}  // namespace

QString toText(const network::Fragment& fragment) {
    json nodes = json::array(), edges = json::array(), frames = json::array();
    for (const auto& node : fragment.nodes) {
        nodes.push_back({{"id", node.id}, {"layer", node.layer}, {"version", node.version}, {"name", node.name},
                         {"settings", settingsToJson(node.settings)}, {"position", {node.position.x, node.position.y}}});
        for (const auto& flag : exchange::nodeFlags())
            if (node.*flag.member) nodes.back()[flag.name] = true;
    }
    for (const auto& frame : fragment.frames)
        frames.push_back({{"kind", frame.note ? exchange::kNote : exchange::kFrame}, {"text", frame.text},
                          {"colour", network::tintNames()[static_cast<std::size_t>(frame.tint)]},
                          {"corner", {frame.corner.x, frame.corner.y}}, {"size", {frame.size.x, frame.size.y}}});
    for (const auto& edge : fragment.edges) edges.push_back({edge.from, edge.to, edge.port});
    json whole = {{"perceptarium", "layers"}, {"nodes", nodes}, {"edges", edges}};
    if (!frames.empty()) whole["frames"] = frames;
    if (!fragment.blocks.empty()) {  // as a project without nodes
        project::Document definitions;
        definitions.graph.setBlocks(fragment.blocks);
        whole["blocks"] = exchange::documentToJson(definitions);
    }
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
    if (whole.contains("frames")) {
        if (!whole["frames"].is_array() || whole["frames"].size() > kMostFrames) return wrong("frames", "at most 1000 frames");
        for (std::size_t i = 0; i < whole["frames"].size(); ++i)
            fragment.frames.push_back(PC_TRY(frameFrom(whole["frames"][i], "frames[" + std::to_string(i) + "]")));
    }
    if (whole.contains("blocks"))
        fragment.blocks = PC_TRY(exchange::documentFromText(whole["blocks"].dump(-1, ' ', false, json::error_handler_t::replace),
                                                            "blocks")).graph.blocks();
    return fragment;
}

}  // namespace perceptarium::ui
