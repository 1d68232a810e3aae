// A project's JSON, read strictly: every field is known and of its kind, and each error names file, line and field.
#include "exchange/document_reader.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "exchange/project_file.h"
#include "base/suggest.h"
#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/frame_edits.h"
#include "network/edits.h"

namespace perceptarium::exchange {
namespace {

using nlohmann::json;

constexpr int kMaximumDepth = 32;

class Reader : JsonFields {
public:
    using JsonFields::JsonFields;

    Result<project::Document> document(const json& root) const {
        PC_TRY(object(root, "", {"$schema", "perceptarium", "name", "description", "network", "data", "training"}));
        if (!root.contains("perceptarium"))
            return error("", "this is not a Perceptarium project", "a field \"perceptarium\": 1", {});
        const json& format = root["perceptarium"];
        if (!format.is_number_integer() || format.get<double>() < 1)
            return error("/perceptarium", "not a version of the project format", "1", shortJson(format));
        if (format.get<double>() > kProjectFormat)
            return error("/perceptarium", "this project was written by a newer version of Perceptarium",
                         fmt::format("format {} or older", kProjectFormat), shortJson(format));

        project::Document document;
        if (root.contains("name")) document.name = PC_TRY(text(root["name"], "/name"));
        if (root.contains("description")) document.description = PC_TRY(text(root["description"], "/description"));
        if (!root.contains("network")) return error("", "the field network is missing", "an object with nodes", {});
        document.graph = PC_TRY(graph(root["network"]));
        if (root.contains("data")) document.data = PC_TRY(data(root["data"], "/data"));
        if (root.contains("training")) document.training = PC_TRY(training(root["training"], "/training"));
        return document;
    }

private:
    static Names namesOf(const std::vector<SettingSpec>& specs) {
        Names names;
        for (const auto& spec : specs) names.push_back(spec.name);
        return names;
    }
    /// Each value by its own specification, so that an error points at its line.
    Result<Settings> settings(const std::vector<SettingSpec>& specs, const json& value, const std::string& pointer) const {
        PC_TRY(object(value, pointer, namesOf(specs)));
        Settings settings;
        for (const auto& [name, given] : value.items()) {
            const auto one = settingsFromJson({*findSetting(specs, name)}, json{{name, given}});
            if (!one)
                return error(pointer + "/" + name, one.error().what, one.error().expected, one.error().found);
            settings[name] = one->at(name);
        }
        return settings;
    }
    /// Of a layer that is not known here: kept as they are.
    Result<Settings> unknownSettings(const json& value, const std::string& pointer) const {
        if (!value.is_object()) return error(pointer, "not an object", "{…}", shortJson(value));
        Settings settings;
        for (const auto& [name, given] : value.items()) {
            const std::string place = pointer + "/" + name;
            if (given.is_boolean()) {
                settings[name] = given.get<bool>();
            } else if (given.is_number_float()) {
                settings[name] = given.get<double>();
            } else if (given.is_number_integer()) {
                settings[name] = PC_TRY(count(given, place, INT64_MIN));
            } else if (given.is_string()) {
                settings[name] = given.get<std::string>();
            } else if (given.is_array() && given.size() == 2) {
                settings[name] = pairValue({PC_TRY(count(given[0], place, INT64_MIN)), PC_TRY(count(given[1], place, INT64_MIN))});
            } else {
                return error(place, "not a setting", "true or false, a number, two whole numbers or a text", shortJson(given));
            }
        }
        return settings;
    }

    // --- network ---
    Result<network::Graph> graph(const json& value) const {
        PC_TRY(object(value, "/network", {"blocks", "nodes", "frames"}));
        if (!value.contains("nodes")) return error("/network", "the field nodes is missing", "a list of nodes", {});
        Progress progress;
        network::Blocks blocks;
        if (value.contains("blocks")) blocks = PC_TRY(readBlocks(value["blocks"], progress));
        network::Graph graph = PC_TRY(drawing(value, "/network", progress));
        graph.setBlocks(std::move(blocks));
        if (value.contains("blocks")) PC_TRY(checkBlocks(graph, value["blocks"], progress));
        PC_TRY(checkBlockNodes(graph, graph, value["nodes"], "/network/nodes", progress));
        return graph;
    }

    struct Progress {
        std::size_t nodes = 0;                                  ///< in all lists so far
        std::map<std::string, std::vector<network::NodeId>> ids;  ///< by list, in its order
    };

    /// Nodes and frames: of the network, or of a block.
    Result<network::Graph> drawing(const json& holder, const std::string& pointer, Progress& progress) const {
        const json& list = holder["nodes"];
        const std::string at = pointer + "/nodes";
        if (!list.is_array()) return error(at, "not a list", "[…]", shortJson(list));
        progress.nodes += list.size();
        if (progress.nodes > kMaximumNodes)
            return error(at, "too many nodes", fmt::format("at most {}", kMaximumNodes), std::to_string(progress.nodes));
        std::vector<network::Node> nodes;
        for (std::size_t i = 0; i < list.size(); ++i) nodes.push_back(PC_TRY(node(list[i], place(at, i))));
        PC_TRY(fillIds(nodes, list, at));
        network::Graph graph = PC_TRY(insertAll(nodes, at));
        PC_TRY(connectAll(graph, list, nodes, at));
        for (const auto& node : nodes) progress.ids[at].push_back(node.id);
        if (const auto order = graph.topologicalOrder(); order.size() != nodes.size()) {
            const std::set<network::NodeId> fine(order.begin(), order.end());
            for (std::size_t i = 0; i < nodes.size(); ++i)
                if (!fine.contains(nodes[i].id))
                    return error(place(at, i) + "/inputs", "the network runs in a circle", "no way from a node back to itself",
                                 fmt::format("{} is fed by what it feeds", nodes[i].name));
        }
        if (holder.contains("frames")) PC_TRY(frames(graph, holder["frames"], pointer + "/frames"));
        std::vector<network::NodeId> unplaced;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!list[i].contains("position")) unplaced.push_back(nodes[i].id);
        if (!unplaced.empty()) network::arrange(graph, unplaced);
        return graph;
    }

    Status frames(network::Graph& graph, const json& list, const std::string& at) const {
        if (!list.is_array()) return error(at, "not a list", "[…]", shortJson(list));
        if (list.size() > kMaximumFrames)
            return error(at, "too many frames", fmt::format("at most {}", kMaximumFrames), std::to_string(list.size()));
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string pointer = place(at, i);
            network::Frame frame = PC_TRY(this->frame(list[i], pointer));
            if (frame.id == network::kNoFrame) frame.id = static_cast<network::FrameId>(i) + 1;
            if (graph.findFrame(frame.id))
                return error(pointer, "two frames have this id", "each id once", std::to_string(frame.id));
            graph.insertFrame(std::move(frame));
        }
        return {};
    }

    /// Its place in the list.
    Result<std::size_t> oneOf(const json& value, const std::string& pointer, const Names& names) const {
        const std::string given = PC_TRY(text(value, pointer));
        const auto found = std::find(names.begin(), names.end(), given);
        if (found == names.end()) return error(pointer, "there is no such choice", expectedOneOf(given, names), given);
        return static_cast<std::size_t>(found - names.begin());
    }

    Result<network::Point> pair(const json& value, const std::string& pointer, const char* expected) const {
        if (!value.is_array() || value.size() != 2) return error(pointer, "not two numbers", expected, shortJson(value));
        network::Point point;
        point.x = PC_TRY(number(value[0], pointer, -network::kFarthest, network::kFarthest));
        point.y = PC_TRY(number(value[1], pointer, -network::kFarthest, network::kFarthest));
        return point;
    }

    static std::string place(const std::string& list, std::size_t i) { return list + "/" + std::to_string(i); }

    // --- blocks: all drawings first, then what can only be checked when all are known ---
    Result<network::Blocks> readBlocks(const json& list, Progress& progress) const {
        const std::string at = "/network/blocks";
        if (!list.is_array()) return error(at, "not a list", "[…]", shortJson(list));
        if (list.size() > kMaximumBlocks)
            return error(at, "too many blocks", fmt::format("at most {}", kMaximumBlocks), std::to_string(list.size()));
        network::Blocks blocks;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string pointer = place(at, i);
            PC_TRY(object(list[i], pointer, {"name", "description", "settings", "nodes", "frames"}));
            for (const char* field : {"name", "nodes"})
                if (!list[i].contains(field)) return error(pointer, fmt::format("the field {} is missing", field), {}, {});
            const std::string name = PC_TRY(text(list[i]["name"], pointer + "/name"));
            if (name.empty() || name.size() > network::kLongestBlockName)
                return error(pointer + "/name", "not a block's name", fmt::format("1 to {} letters", network::kLongestBlockName), {});
            network::Block block;
            if (list[i].contains("description")) block.meaning = PC_TRY(text(list[i]["description"], pointer + "/description"));
            block.inside = PC_TRY(drawing(list[i], pointer, progress));
            if (list[i].contains("settings"))
                block.settings = PC_TRY(blockSettings(list[i]["settings"], block.inside, pointer + "/settings"));
            if (!blocks.emplace(name, std::make_shared<const network::Block>(std::move(block))).second)
                return error(pointer + "/name", "two blocks have this name", "each name once", name);
        }
        return blocks;
    }

    /// Defaults as they are; checkBlocks looks at them.
    Result<std::vector<network::BlockSetting>> blockSettings(const json& list, const network::Graph& inside,
                                                             const std::string& at) const {
        if (!list.is_array()) return error(at, "not a list", "[…]", shortJson(list));
        std::vector<network::BlockSetting> settings;
        std::set<std::string> names{network::kRepeat};
        std::set<network::BlockSetting::Drive> driven;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string pointer = place(at, i);
            PC_TRY(object(list[i], pointer, {"name", "default", "drives"}));
            for (const char* field : {"name", "default", "drives"})
                if (!list[i].contains(field)) return error(pointer, fmt::format("the field {} is missing", field), {}, {});
            network::BlockSetting setting;
            setting.name = PC_TRY(text(list[i]["name"], pointer + "/name"));
            if (setting.name.empty()) return error(pointer + "/name", "empty", "a name", {});
            if (!names.insert(setting.name).second)
                return error(pointer + "/name", "the block has a setting of this name", "each name once", setting.name);
            setting.standard = PC_TRY(unknownSettings(json{{"default", list[i]["default"]}}, pointer)).at("default");
            const Names drives = PC_TRY(texts(list[i]["drives"], pointer + "/drives"));
            if (drives.empty()) return error(pointer + "/drives", "the setting gives its value to nothing", "[\"node.setting\", …]", "[]");
            for (std::size_t k = 0; k < drives.size(); ++k) {
                const auto drive = PC_TRY(driveFrom(drives[k], inside, place(pointer + "/drives", k)));
                if (!driven.insert(drive).second)
                    return error(place(pointer + "/drives", k), "two settings give a value to this one", "each once", drives[k]);
                if (driven.size() > kMaximumDrives)
                    return error(pointer + "/drives", "too many", fmt::format("at most {} in a block", kMaximumDrives), {});
                setting.drives.push_back(drive);
            }
            settings.push_back(std::move(setting));
        }
        return settings;
    }

    Result<network::BlockSetting::Drive> driveFrom(const std::string& text, const network::Graph& inside,
                                                   const std::string& pointer) const {
        const auto dot = text.rfind('.');
        const network::Node* node = dot == std::string::npos ? nullptr : inside.findByName(text.substr(0, dot));
        if (!node) return error(pointer, "there is no such node in the block", "\"node.setting\", as in conv1.filters", text);
        return network::BlockSetting::Drive{node->id, text.substr(dot + 1)};
    }

    Status checkBlocks(network::Graph& whole, const json& list, const Progress& progress) const {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string pointer = place("/network/blocks", i), name = list[i]["name"].get<std::string>();
            network::Block block = *whole.blocks().at(name);
            for (std::size_t k = 0; k < block.settings.size(); ++k) {
                network::BlockSetting& setting = block.settings[k];
                const std::string at = place(pointer + "/settings", k);
                for (std::size_t d = 0; d < setting.drives.size(); ++d) {
                    const auto spec = network::specOf(whole, block.inside.find(setting.drives[d].node)->layer);
                    if (spec && !findSetting(spec->settings, setting.drives[d].setting))
                        return error(place(at + "/drives", d), fmt::format("{} has no such setting", spec->title),
                                     expectedOneOf(setting.drives[d].setting, namesOf(spec->settings)), setting.drives[d].setting);
                }
                const SettingSpec spec = *findSetting(network::specOf(whole, network::blockLayer(name))->settings, setting.name);
                const auto value = settingsFromJson({spec}, json{{setting.name, list[i]["settings"][k]["default"]}});
                if (!value) return error(at + "/default", value.error().what, value.error().expected, value.error().found);
                setting.standard = value->at(setting.name);
            }
            PC_TRY(checkBlockNodes(whole, block.inside, list[i]["nodes"], pointer + "/nodes", progress));
            network::Blocks blocks = whole.blocks();
            blocks[name] = std::make_shared<const network::Block>(std::move(block));
            whole.setBlocks(std::move(blocks));
        }
        return {};
    }

    /// Settings of nodes that stand for blocks. A block that is not defined here keeps what it has.
    Status checkBlockNodes(const network::Graph& whole, network::Graph& drawing, const json& list, const std::string& at,
                           const Progress& progress) const {
        std::map<std::string, network::SpecPtr> specs;
        for (std::size_t i = 0; i < list.size(); ++i) {
            network::Node node = *drawing.find(progress.ids.at(at)[i]);
            if (!network::isBlock(node) || !list[i].contains("settings")) continue;
            auto [spec, isNew] = specs.try_emplace(node.layer);
            if (isNew) spec->second = network::specOf(whole, node.layer);
            if (!spec->second) continue;
            node.settings = PC_TRY(settings(spec->second->settings, list[i]["settings"], place(at, i) + "/settings"));
            drawing.replace(node);
        }
        return {};
    }

public:
    Result<network::Frame> frame(const json& value, const std::string& pointer) const {
        PC_TRY(object(value, pointer, {"id", "kind", "text", "colour", "corner", "size"}));
        network::Frame frame;
        if (value.contains("id")) frame.id = PC_TRY(count(value["id"], pointer + "/id", 1, kLargestId));
        if (value.contains("kind")) frame.note = PC_TRY(oneOf(value["kind"], pointer + "/kind", {kFrame, kNote})) == 1;
        if (value.contains("text")) frame.text = PC_TRY(text(value["text"], pointer + "/text"));
        if (value.contains("colour"))
            frame.tint = static_cast<network::Tint>(PC_TRY(oneOf(value["colour"], pointer + "/colour", network::tintNames())));
        for (const char* field : {"corner", "size"})
            if (!value.contains(field)) return error(pointer, "a field is missing", field, {});
        frame.corner = PC_TRY(pair(value["corner"], pointer + "/corner", "[x, y]"));
        frame.size = PC_TRY(pair(value["size"], pointer + "/size", "[width, height]"));
        if (const Status fine = network::checkFrame(frame); !fine)
            return error(pointer, fine.error().what, fine.error().expected, fine.error().found);
        return frame;
    }

    /// All but id, name (where they are left out) and inputs.
    Result<network::Node> node(const json& value, const std::string& pointer) const {
        Names fields{"id", "name", "layer", "version", "settings", "inputs", "position"};
        for (const NodeFlag& flag : nodeFlags()) fields.emplace_back(flag.name);
        PC_TRY(object(value, pointer, fields));
        network::Node node;
        if (!value.contains("layer")) return error(pointer, "the field layer is missing", "the id of a layer", {});
        node.layer = PC_TRY(text(value["layer"], pointer + "/layer"));
        if (node.layer.empty()) return error(pointer + "/layer", "empty", "the id of a layer", {});
        if (value.contains("id")) node.id = PC_TRY(count(value["id"], pointer + "/id", 1));
        if (node.id > kLargestId)
            return error(pointer + "/id", "too large", fmt::format("at most {}", kLargestId), std::to_string(node.id));
        if (value.contains("name")) {
            node.name = PC_TRY(text(value["name"], pointer + "/name"));
            if (node.name.empty()) return error(pointer + "/name", "empty", "a name", {});
        }
        const layers::LayerSpec* spec = layers::findLayer(node.layer);
        node.version = spec ? spec->version : 1;
        if (value.contains("version")) {
            const auto version = PC_TRY(count(value["version"], pointer + "/version", 1));
            if (version > (spec ? spec->version : 1'000'000))
                return error(pointer + "/version", "this layer was written by a newer version of Perceptarium",
                             fmt::format("version {} or older", spec ? spec->version : 1'000'000), std::to_string(version));
            node.version = static_cast<int>(version);
        }
        if (value.contains("settings")) {
            const json& given = value["settings"];
            if (!spec) {
                node.settings = PC_TRY(unknownSettings(given, pointer + "/settings"));
            } else if (node.version < spec->version && spec->upgrade) {
                // Older names: taken as they are, translated, then checked like new ones.
                const Settings old = PC_TRY(unknownSettings(given, pointer + "/settings"));
                node.settings = PC_TRY(
                    settings(spec->settings, settingsToJson(spec->upgrade(node.version, old)), pointer + "/settings"));
            } else {
                node.settings = PC_TRY(settings(spec->settings, given, pointer + "/settings"));
            }
        }
        if (spec) node.version = spec->version;
        if (value.contains("position"))
            node.position = PC_TRY(pair(value["position"], pointer + "/position", "[x, y]"));
        for (const NodeFlag& flag : nodeFlags())
            if (value.contains(flag.name))
                node.*flag.member = PC_TRY(yesNo(value[flag.name], pointer + "/" + flag.name));
        return node;
    }

private:
    Status fillIds(std::vector<network::Node>& nodes, const json& list, const std::string& at) const {
        std::set<network::NodeId> taken;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (list[i].contains("id") && !taken.insert(nodes[i].id).second)
                return error(place(at, i) + "/id", "two nodes have this id", "each id once", std::to_string(nodes[i].id));
        network::NodeId next = 1;
        for (auto& node : nodes) {
            if (node.id != network::kNoNode) continue;
            while (taken.contains(next)) ++next;
            node.id = next++;
        }
        return {};
    }

    /// Given names first, so that a free name never takes one that stands further down.
    Result<network::Graph> insertAll(std::vector<network::Node>& nodes, const std::string& at) const {
        std::set<std::string> taken;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (!nodes[i].name.empty() && !taken.insert(nodes[i].name).second)
                return error(place(at, i) + "/name", "two nodes have this name", "each name once", nodes[i].name);
        std::map<std::string, int> numbers;
        network::Graph graph;
        for (auto& node : nodes) {
            while (node.name.empty()) {
                const std::string stem = network::isBlock(node) ? network::blockName(node.layer) : node.layer;
                const std::string name = stem + std::to_string(++numbers[node.layer]);
                if (taken.insert(name).second) node.name = name;
            }
            graph.insert(node);
        }
        return graph;
    }

    Status connectAll(network::Graph& graph, const json& list, const std::vector<network::Node>& nodes,
                      const std::string& at) const {
        std::map<std::string, network::NodeId> byName;
        for (const auto& node : nodes) byName[node.name] = node.id;
        std::size_t total = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const std::string pointer = place(at, i) + "/inputs";
            if (!list[i].contains("inputs")) {
                if (i > 0 && !takesNoInput(nodes[i].layer)) graph.connect({nodes[i - 1].id, nodes[i].id, 0});
                continue;
            }
            const json& inputs = list[i]["inputs"];
            if (!inputs.is_array()) return error(pointer, "not a list", "[\"name of a node\", …]", shortJson(inputs));
            total += inputs.size();
            if (total > kMaximumInputs)
                return error(pointer, "too many inputs", fmt::format("at most {} in all nodes together", kMaximumInputs), {});
            if (nodes[i].layer == network::kBlockInput && !inputs.empty())
                return error(pointer, "a block's input is fed from outside", "[]", shortJson(inputs));
            const layers::LayerSpec* spec = layers::findLayer(nodes[i].layer);
            if (spec && inputs.size() > static_cast<std::size_t>(spec->maximumInputs))
                return error(pointer, "too many inputs", fmt::format("at most {} for {}", spec->maximumInputs, spec->id),
                             std::to_string(inputs.size()));
            for (std::size_t port = 0; port < inputs.size(); ++port) {
                if (inputs[port].is_null()) continue;
                const std::string name = PC_TRY(text(inputs[port], pointer + "/" + std::to_string(port)));
                const auto from = byName.find(name);
                if (from == byName.end()) return noSuchNode(pointer + "/" + std::to_string(port), name, nodes);
                graph.connect({from->second, nodes[i].id, static_cast<int>(port)});
            }
        }
        return {};
    }
    Error noSuchNode(const std::string& pointer, const std::string& name, const std::vector<network::Node>& nodes) const {
        Names names;
        for (std::size_t i = 0; i < std::min<std::size_t>(nodes.size(), 40); ++i) names.push_back(nodes[i].name);
        return error(pointer, "there is no node with this name", expectedOneOf(name, names), name);
    }

public:
    // --- data and training ---
    Result<data::DataSettings> data(const json& value, const std::string& at) const {
        PC_TRY(object(value, at, {"source", "settings", "split", "normalization"}));
        data::DataSettings data;
        if (value.contains("source")) data.source = PC_TRY(text(value["source"], at + "/source"));
        const data::SourceSpec* source = data::findSource(data.source);
        if (!source) {
            Names names;
            for (const auto* spec : data::allSources()) names.push_back(spec->id);
            return error(at + "/source", "there is no such source of data", expectedOneOf(data.source, names), data.source);
        }
        if (value.contains("settings"))
            data.settings = PC_TRY(settings(source->settings, value["settings"], at + "/settings"));
        if (value.contains("split")) data.split = PC_TRY(split(value["split"], at + "/split"));
        if (value.contains("normalization")) {
            const Names& kinds = normalizationKinds();
            data.normalization = PC_TRY(text(value["normalization"], at + "/normalization"));
            if (std::find(kinds.begin(), kinds.end(), data.normalization) == kinds.end())
                return error(at + "/normalization", "there is no such normalization",
                             expectedOneOf(data.normalization, kinds), data.normalization);
        }
        return data;
    }

    Result<data::SplitSettings> split(const json& value, const std::string& at) const {
        PC_TRY(object(value, at, {"asGiven", "train", "dev", "test", "stratified", "seed"}));
        data::SplitSettings split;
        if (value.contains("asGiven")) split.asGiven = PC_TRY(yesNo(value["asGiven"], at + "/asGiven"));
        if (value.contains("train")) split.train = PC_TRY(number(value["train"], at + "/train", 0, 1e9));
        if (value.contains("dev")) split.dev = PC_TRY(number(value["dev"], at + "/dev", 0, 1e9));
        if (value.contains("test")) split.test = PC_TRY(number(value["test"], at + "/test", 0, 1e9));
        if (value.contains("stratified")) split.stratified = PC_TRY(yesNo(value["stratified"], at + "/stratified"));
        if (value.contains("seed")) split.seed = PC_TRY(seed(value["seed"], at + "/seed"));
        if (split.train <= 0)
            return error(at + "/train", "nothing is left to train on", "a share above 0", fmt::format("{}", split.train));
        return split;
    }

    Result<train::TrainSettings> training(const json& value, const std::string& at) const {
        if (!value.is_object()) return error(at, "not an object", "{…}", shortJson(value));
        const auto settings = train::trainSettingsFromJson(value);
        if (settings) return *settings;
        // Its error names the field ("learningRate", "optimizerSettings.beta1"), which leads to the line.
        std::string pointer = at;
        std::string rest = settings.error().where;
        while (!rest.empty()) {
            const auto dot = rest.find_first_of("./: ");
            const std::string step = rest.substr(0, dot);
            if (!step.empty() && step != "training") pointer += "/" + step;
            rest = dot == std::string::npos ? "" : rest.substr(dot + 1);
        }
        return error(pointer, settings.error().what, settings.error().expected, settings.error().found);
    }

private:
    static constexpr network::NodeId kLargestId = 1'000'000'000;
};

}  // namespace

const Names& normalizationKinds() {
    static const Names kinds{"none", "scale", "standardize"};
    return kinds;
}

bool takesNoInput(const std::string& layer) {
    const layers::LayerSpec* spec = layers::findLayer(layer);
    return layer == network::kBlockInput || (spec && spec->maximumInputs == 0);
}

Result<network::Node> nodeFromJson(const json& value, const JsonPlace& place) {
    return Reader(place.where, place.lines).node(value, place.pointer);
}
Result<network::Frame> frameFromJson(const json& value, const JsonPlace& place) {
    return Reader(place.where, place.lines).frame(value, place.pointer);
}
Result<data::DataSettings> dataFromJson(const json& value, const JsonPlace& place) {
    return Reader(place.where, place.lines).data(value, place.pointer);
}
Result<train::TrainSettings> trainingFromJson(const json& value, const JsonPlace& place) {
    return Reader(place.where, place.lines).training(value, place.pointer);
}

Result<project::Document> documentFromText(const std::string& text, const std::string& where) {
    if (text.size() > kMaximumProjectBytes)
        return Error{"the project is too large", where, fmt::format("at most {} bytes", kMaximumProjectBytes),
                     fmt::format("{} bytes", text.size())};
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return Error{"the project file is empty", where, {}, {}};
    JsonLines lines;
    const json root = PC_TRY(readJson(text, where, kMaximumDepth, &lines));
    return Reader(where, lines).document(root);
}

}  // namespace perceptarium::exchange
