#include "exchange/steps_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/document_reader.h"
#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "exchange/project_file.h"

namespace perceptarium::exchange {
namespace {

using nlohmann::json;
using project::Difference;

constexpr int kMaximumDepth = 32;
constexpr network::NodeId kLargestId = 1'000'000'000;

// --- writing -----------------------------------------------------------------------------------------------------------

json edgesJson(const std::vector<network::Edge>& edges) {
    json list = json::array();
    for (const auto& edge : edges) list.push_back({edge.from, edge.to, edge.port});
    return list;
}

/// Before and after, each by `write`.
template <class T, class Write>
void addPair(json& step, const char* field, const std::optional<std::pair<T, T>>& pair, Write write) {
    if (pair) step[field] = {write(pair->first), write(pair->second)};
}

/// What there was and what there is instead, each by `write`; null for nothing.
template <class T, class Write>
void addChanges(json& step, const char* field, const std::vector<Difference::Change<T>>& changes, Write write) {
    const auto orNull = [&](const std::optional<T>& one) { return one ? write(*one) : json(nullptr); };
    for (const auto& change : changes) step[field].push_back({orNull(change.before), orNull(change.after)});
}

/// As a project of which only they count.
json blocksToJson(const network::Blocks& blocks) {
    project::Document document;
    document.graph.setBlocks(blocks);
    const json whole = documentToJson(document);
    return {{"perceptarium", whole["perceptarium"]}, {"network", whole["network"]}};
}

Result<network::Blocks> blocksFromJson(const json& value, const JsonPlace& place) {
    const auto document = documentFromText(value.dump(-1, ' ', false, json::error_handler_t::replace), place.where);
    if (!document) return document.error();
    return document->graph.blocks();
}

json stepJson(const project::Step& step) {
    const Difference& difference = step.difference;
    json result{{"step", step.name}};
    addChanges(result, "nodes", difference.nodes, nodeToJson);
    addChanges(result, "frames", difference.frames, frameToJson);
    if (!difference.edgesRemoved.empty()) result["edgesRemoved"] = edgesJson(difference.edgesRemoved);
    if (!difference.edgesAdded.empty()) result["edgesAdded"] = edgesJson(difference.edgesAdded);
    const auto plain = [](const std::string& text) { return json(text); };
    addPair(result, "blocks", difference.blocks, blocksToJson);
    addPair(result, "name", difference.name, plain);
    addPair(result, "description", difference.description, plain);
    addPair(result, "data", difference.data, dataSettingsToJson);
    addPair(result, "training", difference.training, [](const train::TrainSettings& one) { return train::toJson(one); });
    return result;
}

// --- reading -----------------------------------------------------------------------------------------------------------

class Reader : JsonFields {
public:
    Reader(const std::string& where, const JsonLines& lines) : JsonFields(where, lines), where_(where), lines_(lines) {}

    Result<project::Steps> steps(const json& root) const {
        PC_TRY(object(root, "", {"done", "steps"}));
        if (!root.contains("done") || !root.contains("steps"))
            return error("", "the history is not whole", "the fields done and steps", shortJson(root));
        PC_TRY(list(root["steps"], "/steps", kMaximumSteps));
        project::Steps steps;
        for (const json& one : root["steps"])
            steps.list.push_back(PC_TRY(step(one, "/steps/" + std::to_string(steps.list.size()))));
        steps.done = static_cast<std::size_t>(
            PC_TRY(count(root["done"], "/done", 0, static_cast<std::int64_t>(steps.list.size()))));
        return steps;
    }

private:
    Status list(const json& value, const std::string& at, std::size_t most) const {
        if (!value.is_array()) return error(at, "not a list", "[…]", shortJson(value));
        if (value.size() > most)
            return error(at, "too long", fmt::format("at most {}", most), std::to_string(value.size()));
        return {};
    }
    Status exactly(const json& value, const std::string& at, std::size_t size) const {
        PC_TRY(list(value, at, size));
        if (value.size() < size) return error(at, "too short", std::to_string(size), std::to_string(value.size()));
        return {};
    }

    Result<project::Step> step(const json& value, const std::string& at) const {
        PC_TRY(object(value, at,
                      {"step", "nodes", "frames", "edgesRemoved", "edgesAdded", "blocks", "name", "description", "data", "training"}));
        project::Step step;
        if (value.contains("step")) step.name = PC_TRY(text(value["step"], at + "/step"));
        Difference& difference = step.difference;
        PC_TRY(changes(value, at, "nodes", difference.nodes, nodeFromJson));
        PC_TRY(changes(value, at, "frames", difference.frames, frameFromJson));
        if (value.contains("edgesRemoved"))
            difference.edgesRemoved = PC_TRY(edges(value["edgesRemoved"], at + "/edgesRemoved"));
        if (value.contains("edgesAdded")) difference.edgesAdded = PC_TRY(edges(value["edgesAdded"], at + "/edgesAdded"));
        const auto plain = [this](const json& one, const JsonPlace& place) { return text(one, place.pointer); };
        PC_TRY(pair(value, at, "blocks", difference.blocks, blocksFromJson));
        PC_TRY(pair(value, at, "name", difference.name, plain));
        PC_TRY(pair(value, at, "description", difference.description, plain));
        PC_TRY(pair(value, at, "data", difference.data, dataFromJson));
        PC_TRY(pair(value, at, "training", difference.training, trainingFromJson));
        return step;
    }

    template <class T, class Read>
    Status changes(const json& step, const std::string& at, const char* field, std::vector<Difference::Change<T>>& into,
                   Read read) const {
        if (!step.contains(field)) return {};
        PC_TRY(list(step[field], at + "/" + field, 2 * kMaximumNodes));
        for (const json& both : step[field]) {
            const std::string place = at + "/" + field + "/" + std::to_string(into.size());
            PC_TRY(exactly(both, place, 2));
            Difference::Change<T> change;
            if (!both[0].is_null()) change.before = PC_TRY(read(both[0], JsonPlace{where_, lines_, place + "/0"}));
            if (!both[1].is_null()) change.after = PC_TRY(read(both[1], JsonPlace{where_, lines_, place + "/1"}));
            into.push_back(std::move(change));
        }
        return {};
    }

    Result<std::vector<network::Edge>> edges(const json& value, const std::string& at) const {
        PC_TRY(list(value, at, 2 * kMaximumInputs));
        std::vector<network::Edge> edges;
        for (const json& one : value) {
            const std::string place = at + "/" + std::to_string(edges.size());
            PC_TRY(exactly(one, place, 3));
            network::Edge edge;
            edge.from = PC_TRY(count(one[0], place + "/0", 1, kLargestId));
            edge.to = PC_TRY(count(one[1], place + "/1", 1, kLargestId));
            edge.port = static_cast<int>(PC_TRY(count(one[2], place + "/2", 0, kMaximumInputs)));
            edges.push_back(edge);
        }
        return edges;
    }

    template <class T, class Read>
    Status pair(const json& step, const std::string& at, const char* field, std::optional<std::pair<T, T>>& into,
                Read read) const {
        if (!step.contains(field)) return {};
        const std::string place = at + "/" + field;
        const json& both = step[field];
        PC_TRY(exactly(both, place, 2));
        T before = PC_TRY(read(both[0], JsonPlace{where_, lines_, place + "/0"}));
        T after = PC_TRY(read(both[1], JsonPlace{where_, lines_, place + "/1"}));
        into.emplace(std::move(before), std::move(after));
        return {};
    }

    const std::string& where_;
    const JsonLines& lines_;
};

}  // namespace

std::string stepsText(const project::Steps& steps) {
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (const project::Step& step : steps.list) {
        // Text that is not UTF-8 gets replacement characters, as in the document itself.
        lines.push_back(stepJson(step).dump(-1, ' ', false, json::error_handler_t::replace));
        bytes += lines.back().size() + 2;
    }
    // What lies furthest back goes first; then, of what could be done again, what lies furthest ahead.
    std::size_t first = 0, last = lines.size();
    while (last - first > kMaximumSteps || bytes > kMaximumStepsBytes)
        bytes -= lines[first < steps.done ? first++ : --last].size() + 2;
    std::string text = fmt::format("{{\"done\":{},\"steps\":[", steps.done - first);
    for (std::size_t i = first; i < last; ++i) text += (i == first ? "\n" : ",\n") + lines[i];
    return text + "\n]}\n";
}

Result<project::Steps> stepsFromText(std::string_view text, const std::string& where) {
    if (text.size() > kMaximumStepsBytes + 100)
        return Error{"the history is too large", where, fmt::format("at most {} bytes", kMaximumStepsBytes),
                     fmt::format("{} bytes", text.size())};
    JsonLines lines;
    const json root = PC_TRY(readJson(text, where, kMaximumDepth, &lines));
    return Reader(where, lines).steps(root);
}

}  // namespace perceptarium::exchange
