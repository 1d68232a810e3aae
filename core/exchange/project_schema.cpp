#include "exchange/project_schema.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "data/prepare.h"
#include "exchange/document_reader.h"
#include "exchange/json_text.h"
#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/frame_edits.h"
#include "train/train_settings.h"

namespace perceptarium::exchange {
namespace {

using json = nlohmann::ordered_json;

constexpr const char* kNode = "#/properties/network/properties/nodes/items";
constexpr const char* kFrameItem = "#/properties/network/properties/frames/items";

/// 65536 rather than 65536.0.
json number(double value) {
    if (std::floor(value) == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
    return value;
}

void addRange(json& schema, const SettingSpec& spec) {
    if (std::isfinite(spec.minimum)) schema["minimum"] = number(spec.minimum);
    if (std::isfinite(spec.maximum)) schema["maximum"] = number(spec.maximum);
}

/// One whole number for both, or [rows, columns].
json pairSchema(const SettingSpec& spec) {
    json one{{"type", "integer"}};
    addRange(one, spec);
    const json two{{"type", "array"}, {"items", one}, {"minItems", 2}, {"maxItems", 2}};
    return {{"anyOf", json::array({one, two})}};
}

json settingSchema(const SettingSpec& spec) {
    json schema;
    switch (spec.kind) {
        case SettingKind::Bool: schema["type"] = "boolean"; break;
        case SettingKind::Integer: schema["type"] = "integer"; break;
        case SettingKind::Real: schema["type"] = "number"; break;
        case SettingKind::Choice: schema["enum"] = spec.choices; break;
        case SettingKind::Text:
        case SettingKind::Path: schema["type"] = "string"; break;
        case SettingKind::Pair: schema = pairSchema(spec); break;
    }
    if (spec.kind == SettingKind::Integer || spec.kind == SettingKind::Real) addRange(schema, spec);
    std::visit([&](const auto& value) { schema["default"] = value; }, spec.standard);
    schema["description"] = spec.unit.empty() ? spec.meaning : spec.meaning + " In " + spec.unit + ".";
    if (spec.kind == SettingKind::Pair)
        schema["description"] = schema["description"].get<std::string>() + " One number for both, or [rows, columns].";
    return schema;
}

json object(json properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

json settingsSchema(const std::vector<SettingSpec>& specs) {
    json properties = json::object();
    for (const auto& spec : specs) properties[spec.name] = settingSchema(spec);
    return object(std::move(properties));
}

/// Where `field` is this id, the settings under `settings` are these.
json whenThen(const std::string& field, const std::string& id, const std::string& settings, json schema) {
    return {{"if", {{"properties", {{field, {{"const", id}}}}}, {"required", json::array({field})}}},
            {"then", {{"properties", {{settings, std::move(schema)}}}}}};
}

json text(const std::string& description) { return {{"type", "string"}, {"description", description}}; }

json nodeSchema() {
    json ids = json::array(), cases = json::array();
    for (const auto* spec : layers::allLayers()) {
        ids.push_back(spec->id);
        json settings = settingsSchema(spec->settings);
        settings["description"] = spec->title + ": " + spec->meaning;
        cases.push_back(whenThen("layer", spec->id, "settings", std::move(settings)));
    }
    json node = object(
        {{"id", {{"type", "integer"}, {"minimum", 1}, {"description", "Counted when it is left out."}}},
         {"name", text("Unique in the network; made from the layer when it is left out.")},
         {"layer", {{"examples", ids}, {"type", "string"}, {"description", "What the node does. Layers that this program does not know are kept."}}},
         {"version", {{"type", "integer"}, {"minimum", 1}, {"description", "Of the layer's settings; the newest when it is left out."}}},
         {"settings", {{"type", "object"}}},
         {"inputs",
          {{"type", "array"},
           {"items", {{"type", {"string", "null"}}}},
           {"maxItems", kMaximumInputs},
           {"description", "Names of the nodes that feed it, in order. Left out: the node before it in the list. []: none."}}},
         {"position",
          {{"type", "array"},
           {"items", {{"type", "number"}}},
           {"minItems", 2},
           {"maxItems", 2},
           {"description", "[x, y] of its centre on the canvas; arranged when it is left out."}}}});
    for (const NodeFlag& flag : nodeFlags())
        node["properties"][flag.name] = {{"type", "boolean"}, {"default", false}, {"description", flag.meaning}};
    node["required"] = json::array({"layer"});
    node["allOf"] = std::move(cases);
    return node;
}

json frameSchema() {
    const auto pair = [](const std::string& what) {
        return json{{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}, {"description", what}};
    };
    json frame = object(
        {{"id", {{"type", "integer"}, {"minimum", 1}, {"description", "Counted when it is left out."}}},
         {"kind", {{"enum", {kFrame, kNote}}, {"default", kFrame}, {"description", "A rectangle behind nodes, or words at a place."}}},
         {"text", {{"type", "string"}, {"maxLength", network::kLongestFrameText}, {"description", "A frame's title, or what the note says."}}},
         {"colour", {{"enum", network::tintNames()}, {"default", network::tintNames()[static_cast<std::size_t>(network::Frame().tint)]}}},
         {"corner", pair("[x, y] of its top left corner on the canvas.")},
         {"size", pair("[width, height].")}});
    frame["required"] = json::array({"corner", "size"});
    return frame;
}

json blockSchema() {
    json setting = object(
        {{"name", text("What nodes that stand for the block call it.")},
         {"default", {{"type", {"boolean", "number", "string"}}, {"description", "Of the kind of the settings that take it."}}},
         {"drives",
          {{"type", "array"},
           {"items", {{"type", "string"}}},
           {"minItems", 1},
           {"maxItems", kMaximumDrives},
           {"description", "Settings inside that take its value: \"conv1.filters\"."}}}});
    setting["required"] = json::array({"name", "default", "drives"});
    json block = object(
        {{"name", {{"type", "string"}, {"minLength", 1}, {"maxLength", network::kLongestBlockName},
                   {"description", "A node of the layer \"block/<name>\" stands for it; its setting repeat makes copies one after another."}}},
         {"description", text("What the block is for, in a line.")},
         {"settings", {{"type", "array"}, {"items", std::move(setting)}}},
         {"nodes", {{"type", "array"}, {"items", {{"$ref", kNode}}}, {"maxItems", kMaximumNodes},
                    {"description", "What is inside. Nodes of the layer \"block-input\" are its inputs, its one end is its output."}}},
         {"frames", {{"type", "array"}, {"items", {{"$ref", kFrameItem}}}, {"maxItems", kMaximumFrames}}}});
    block["required"] = json::array({"name", "nodes"});
    return block;
}

json dataSchema() {
    json ids = json::array(), cases = json::array();
    for (const auto* spec : data::allSources()) {
        ids.push_back(spec->id);
        json settings = settingsSchema(spec->settings);
        settings["description"] = spec->title + ": " + spec->meaning;
        cases.push_back(whenThen("source", spec->id, "settings", std::move(settings)));
    }
    const auto share = [](double standard, const std::string& what) {
        return json{{"type", "number"}, {"minimum", 0}, {"default", standard}, {"description", what}};
    };
    const data::SplitSettings split;
    json schema = object(
        {{"source", {{"enum", ids}, {"description", "Where the examples come from. Paths are relative to the project's file."}}},
         {"settings", {{"type", "object"}}},
         {"split",
          object({{"asGiven", {{"type", "boolean"}, {"default", split.asGiven}, {"description", "Keep the parts that the set came with."}}},
                  {"train", share(split.train, "Share to train on.")},
                  {"dev", share(split.dev, "Share to look at while training.")},
                  {"test", share(split.test, "Share to measure once, at the end.")},
                  {"stratified", {{"type", "boolean"}, {"default", split.stratified}, {"description", "Every class in every part by its share."}}},
                  {"seed", {{"type", "integer"}, {"minimum", 0}, {"default", split.seed}}}})},
         {"normalization",
          {{"enum", normalizationKinds()}, {"description", "Fitted on the training part only."}}}});
    schema["allOf"] = std::move(cases);
    return schema;
}

json trainingSchema() {
    json schema = settingsSchema(train::trainSettingSpecs());
    json cases = json::array();
    for (const train::TrainPart& part : train::trainParts()) {
        schema["properties"][part.settingsName()] = {{"type", "object"}};
        for (const std::string& id : findSetting(train::trainSettingSpecs(), part.name)->choices) {
            json settings = settingsSchema(part.specs(id));
            if (const auto about = part.about(id)) settings["description"] = about->title + ": " + about->meaning;
            cases.push_back(whenThen(part.name, id, part.settingsName(), std::move(settings)));
        }
    }
    schema["allOf"] = std::move(cases);
    return schema;
}

}  // namespace

std::string projectSchema() {
    json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "Perceptarium project"},
                {"description", "A network with its data and training, without weights: written by hand or by the program."}};
    json body = object({{"$schema", text("Where this schema lies, for editors.")},
                        {"perceptarium", {{"const", kProjectFormat}, {"description", "The version of this format."}}},
                        {"name", text("What the project is called.")},
                        {"description", text("One sentence about it.")},
                        {"network", object({{"blocks", {{"type", "array"}, {"items", blockSchema()}, {"maxItems", kMaximumBlocks}}},
                                            {"nodes", {{"type", "array"}, {"items", nodeSchema()}, {"maxItems", kMaximumNodes}}},
                                            {"frames", {{"type", "array"}, {"items", frameSchema()}, {"maxItems", kMaximumFrames}}}})},
                        {"data", dataSchema()},
                        {"training", trainingSchema()}});
    body["properties"]["network"]["required"] = json::array({"nodes"});
    body["required"] = json::array({"perceptarium", "network"});
    schema.update(body);
    return jsonText(schema);
}

}  // namespace perceptarium::exchange
