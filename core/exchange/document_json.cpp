// The document as JSON, fields in the order in which one reads a project: what it is, the network, the data, training.
#include <cmath>
#include <nlohmann/json.hpp>

#include "exchange/document_reader.h"
#include "exchange/json_text.h"
#include "exchange/project_file.h"
#include "network/blocks.h"

namespace perceptarium::exchange {
namespace {

using nlohmann::ordered_json;

ordered_json ordered(const nlohmann::json& value) { return ordered_json(value); }

/// Every node after what it needs; nodes on a cycle (there should be none) at the end, by id.
std::vector<network::NodeId> readingOrder(const network::Graph& graph) {
    std::vector<network::NodeId> order = graph.topologicalOrder();
    const std::set<network::NodeId> there(order.begin(), order.end());
    for (const auto& [id, node] : graph.nodes())
        if (!there.contains(id)) order.push_back(id);
    return order;
}

/// Names of what feeds it, by port; null for a port that nothing feeds.
ordered_json inputsOf(const network::Graph& graph, network::NodeId id) {
    ordered_json inputs = ordered_json::array();
    for (const auto& edge : graph.edgesInto(id)) {
        while (static_cast<int>(inputs.size()) < edge.port) inputs.push_back(nullptr);
        const network::Node* from = graph.find(edge.from);
        inputs.push_back(from ? ordered_json(from->name) : ordered_json(nullptr));
    }
    return inputs;
}

/// 224 rather than 224.0: most nodes are on the grid.
ordered_json coordinate(double value) {
    if (std::abs(value) < 1e9 && std::floor(value) == value) return static_cast<std::int64_t>(value);
    return value;
}

ordered_json frameJson(const network::Frame& frame) {
    ordered_json json{{"id", frame.id}, {"kind", frame.note ? kNote : kFrame}, {"text", frame.text}};
    json["colour"] = network::tintNames()[static_cast<std::size_t>(frame.tint)];
    json["corner"] = {coordinate(frame.corner.x), coordinate(frame.corner.y)};
    json["size"] = {coordinate(frame.size.x), coordinate(frame.size.y)};
    return json;
}

ordered_json framesJson(const network::Graph& graph) {
    ordered_json frames = ordered_json::array();
    network::FrameId counted = 0;
    for (const auto& [id, frame] : graph.frames()) {
        ordered_json json = frameJson(frame);
        if (id == ++counted) json.erase("id");
        frames.push_back(std::move(json));
    }
    return frames;
}

/// What stands after the inputs.
void addPlaceAndFlags(ordered_json& json, const network::Node& node) {
    json["position"] = {coordinate(node.position.x), coordinate(node.position.y)};
    for (const NodeFlag& flag : nodeFlags())
        if (node.*flag.member) json[flag.name] = true;
}

/// What stands before them.
ordered_json nodeJson(const network::Node& node) {
    ordered_json json{{"id", node.id}, {"name", node.name}, {"layer", node.layer}, {"version", node.version}};
    if (!node.settings.empty()) json["settings"] = ordered(settingsToJson(node.settings));
    return json;
}

ordered_json nodesJson(const network::Graph& graph) {
    const auto order = readingOrder(graph);
    bool counted = true;  // ids 1, 2, 3, … in reading order need not be written
    for (std::size_t i = 0; i < order.size(); ++i) counted = counted && order[i] == static_cast<network::NodeId>(i) + 1;

    ordered_json nodes = ordered_json::array();
    std::string before;
    for (const auto id : order) {
        const network::Node& node = *graph.find(id);
        ordered_json json = nodeJson(node);
        if (counted) json.erase("id");
        const ordered_json inputs = inputsOf(graph, id);
        const ordered_json assumed =
            before.empty() || takesNoInput(node.layer) ? ordered_json::array() : ordered_json::array({before});
        if (inputs != assumed) json["inputs"] = inputs;
        addPlaceAndFlags(json, node);
        nodes.push_back(std::move(json));
        before = node.name;
    }
    return nodes;
}

/// Nodes, and frames where there are some.
void addDrawing(ordered_json& json, const network::Graph& graph) {
    json["nodes"] = nodesJson(graph);
    if (!graph.frames().empty()) json["frames"] = framesJson(graph);
}

ordered_json blockJson(const std::string& name, const network::Block& block) {
    ordered_json json;
    json["name"] = name;
    if (!block.meaning.empty()) json["description"] = block.meaning;
    for (const auto& setting : block.settings) {
        ordered_json each{{"name", setting.name}};
        std::visit([&](const auto& value) { each["default"] = value; }, setting.standard);
        for (const auto& drive : setting.drives)
            each["drives"].push_back(block.inside.find(drive.node)->name + "." + drive.setting);
        json["settings"].push_back(std::move(each));
    }
    addDrawing(json, block.inside);
    return json;
}

ordered_json networkJson(const network::Graph& graph) {
    ordered_json json;
    for (const auto& [name, block] : graph.blocks()) json["blocks"].push_back(blockJson(name, *block));
    addDrawing(json, graph);
    return json;
}

ordered_json dataJson(const data::DataSettings& data) {
    ordered_json json;
    json["source"] = data.source;
    json["settings"] = ordered(settingsToJson(data.settings));
    json["split"] = ordered_json{{"asGiven", data.split.asGiven},       {"train", data.split.train},
                                 {"dev", data.split.dev},               {"test", data.split.test},
                                 {"stratified", data.split.stratified}, {"seed", data.split.seed}};
    json["normalization"] = data.normalization;
    return json;
}

ordered_json documentJson(const project::Document& document) {
    ordered_json json;
    json["perceptarium"] = kProjectFormat;
    json["name"] = document.name;
    json["description"] = document.description;
    json["network"] = networkJson(document.graph);
    json["data"] = dataJson(document.data);
    json["training"] = ordered(train::toJson(document.training));
    return json;
}

}  // namespace

nlohmann::json documentToJson(const project::Document& document) { return nlohmann::json(documentJson(document)); }

std::string documentText(const project::Document& document) { return jsonText(documentJson(document)); }

nlohmann::json nodeToJson(const network::Node& node) {
    ordered_json json = nodeJson(node);
    addPlaceAndFlags(json, node);
    return nlohmann::json(json);
}

nlohmann::json frameToJson(const network::Frame& frame) { return nlohmann::json(frameJson(frame)); }

nlohmann::json dataSettingsToJson(const data::DataSettings& settings) { return nlohmann::json(dataJson(settings)); }

}  // namespace perceptarium::exchange
