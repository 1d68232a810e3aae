// describe, export, runs, list: short answers about what there is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "exchange/export.h"
#include "exchange/document_reader.h"
#include "exchange/project_file.h"
#include "layers/layer_spec.h"
#include "train/run_record.h"
#include "train/schedule.h"
#include "train/step_rule.h"

namespace perceptarium::app {
namespace {

using nlohmann::json;

/// What the data say: from the training that the project remembers, else by loading them.
Result<network::DataTypes> typesOf(const project::Project& project) {
    if (project.trained) return train::dataTypes(project.trained->info);
    const auto data = PC_TRY(loadData(project.document.data, false));
    return train::dataTypes(data->dataset->info());
}

Result<json> described(const std::string& name) {
    const project::Project project = PC_TRY(loadProjectOrRun(name, true));
    const network::Graph& graph = project.document.graph;
    const network::Inference inference = network::infer(graph, PC_TRY(typesOf(project)));
    json result{{"name", project.document.name}, {"nodes", json::array()}, {"parameters", inference.totalParameters()},
                {"trainable", inference.trainableParameters()}, {"frozen", inference.frozenParameters}};
    for (const network::NodeId id : graph.topologicalOrder()) {
        const network::Node& node = *graph.find(id);
        const auto* spec = layers::findLayer(node.layer);
        json row{{"name", node.name}, {"layer", node.layer}, {"title", spec ? spec->title : node.layer}};
        if (const auto type = inference.outputs.find(id); type != inference.outputs.end()) {
            row["output"] = std::vector<std::int64_t>(type->second.shape.extents().begin(), type->second.shape.extents().end());
            row["dtype"] = std::string(nameOf(type->second.dtype));
        }
        const auto count = inference.parameters.find(id);
        row["parameters"] = count == inference.parameters.end() ? 0 : count->second;
        for (const exchange::NodeFlag& flag : exchange::nodeFlags())
            if (node.*flag.member) row[flag.name] = true;
        if (inference.leftOut.contains(id) && !node.bypassed) row["leftOut"] = true;
        row["inputs"] = json::array();
        for (const auto& edge : graph.edgesInto(id)) row["inputs"].push_back(graph.find(edge.from)->name);
        result["nodes"].push_back(row);
    }
    result["findings"] = json::array();
    for (const auto& finding : inference.findings) result["findings"].push_back(finding.text());
    return result;
}

std::string shapeText(const json& row) {
    if (!row.contains("output")) return "?";
    return Shape(row["output"].get<std::vector<std::int64_t>>()).text();
}

/// What is special about the node: "  frozen".
std::string stateText(const json& row) {
    if (row.contains("bypassed")) return "  bypassed";
    if (row.contains("leftOut")) return "  left out";
    return row.contains("frozen") ? "  frozen" : "";
}

Status exported(const std::string& name, const std::vector<std::string>& outputs) {
    for (const auto& path : outputs) PC_TRY(exchange::checkExportPath(path));
    project::Project project = PC_TRY(loadProjectOrRun(name, true));
    if (!project.trained) {  // the weights it starts with, and the normalization that training would use
        fmt::print(stderr, "note: {} was never trained; these are its starting weights\n", name);
        const auto data = PC_TRY(loadData(project.document.data, false));
        auto trainer = PC_TRY(train::Trainer::create(project.document.graph, data, project.document.training));
        project.trained.emplace().state = trainer->state();
        project::takeData(*project.trained, *data);
    }
    const auto model = PC_TRY(exchange::trainedModel(project));
    const auto input = exchange::exportInput(project, model);
    for (const auto& path : outputs) PC_TRY(exchange::exportTo(input, path));
    return {};
}

Result<std::vector<train::RunSummary>> recordedRuns() {
    const auto record = PC_TRY(train::RunRecord::open(train::standardRecordPath()));
    return record->runs();
}

/// Rows of {id, title, meaning} from any registry.
template <class Specs>
json rowsOf(const Specs& specs) {
    auto rows = json::array();
    for (const auto* spec : specs) rows.push_back({{"id", spec->id}, {"title", spec->title}, {"meaning", spec->meaning}});
    return rows;
}

json settingRows(const std::vector<SettingSpec>& specs) {
    auto rows = json::array();
    for (const auto& spec : specs) {
        json row{{"name", spec.name}, {"title", spec.title}, {"meaning", spec.meaning}};
        std::visit([&](const auto& value) { row["standard"] = value; }, spec.standard);
        if (std::isfinite(spec.minimum) && spec.kind != SettingKind::Bool) row["minimum"] = spec.minimum;
        if (std::isfinite(spec.maximum) && spec.kind != SettingKind::Bool) row["maximum"] = spec.maximum;
        if (!spec.choices.empty()) row["choices"] = spec.choices;
        if (!spec.choiceMeanings.empty()) row["choice_meanings"] = spec.choiceMeanings;
        if (!spec.unit.empty()) row["unit"] = spec.unit;
        rows.push_back(row);
    }
    return rows;
}

/// The same with formula and settings.
template <class Specs>
json rowsWithSettings(const Specs& specs) {
    auto rows = rowsOf(specs);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i]["formula"] = specs[i]->formula;
        rows[i]["settings"] = settingRows(specs[i]->settings);
    }
    return rows;
}

json layerRows() {
    auto rows = rowsWithSettings(layers::allLayers());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i]["category"] = std::string(nameOf(layers::allLayers()[i]->category));
    return rows;
}

json initializerRows() {
    auto rows = rowsOf(layers::allInitializers());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i]["formula"] = layers::allInitializers()[i]->formula;
        if (!layers::allInitializers()[i]->number.empty()) rows[i]["number"] = layers::allInitializers()[i]->number;
    }
    return rows;
}

json sourceRows() {
    auto rows = rowsOf(data::allSources());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i]["settings"] = settingRows(data::allSources()[i]->settings);
    return rows;
}

json metricRows() {
    auto rows = rowsOf(train::allMetrics());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i]["formula"] = train::allMetrics()[i]->formula;
        rows[i]["settings"] = settingRows(specsOf(train::allMetrics()[i]->settings));
    }
    return rows;
}

json stepRuleRows(train::StepRuleSpec::Kind kind) {
    auto rows = json::array();
    for (const auto* rule : train::allStepRules())
        if (rule->kind == kind)
            rows.push_back({{"id", rule->id}, {"title", rule->title}, {"meaning", rule->meaning}, {"formula", rule->formula}});
    return rows;
}

json trainSettingRows() {
    auto rows = settingRows(train::trainSettingSpecs());
    for (auto& row : rows) row["id"] = row["name"];
    return rows;
}

json projectRows() {
    auto rows = json::array();
    for (const auto& ready : project::readyProjects())
        rows.push_back({{"id", ready.id}, {"title", ready.title}, {"meaning", ready.description}});
    return rows;
}

struct Listing {
    std::string name;
    std::function<json()> rows;
};
const std::vector<Listing>& listings() {
    using Kind = train::StepRuleSpec::Kind;
    static const std::vector<Listing> all{
        {"layers", layerRows},
        {"initializers", initializerRows},
        {"losses", [] { return rowsWithSettings(train::allLosses()); }},
        {"metrics", metricRows},
        {"optimizers", [] { return rowsWithSettings(train::allOptimizers()); }},
        {"schedules", [] { return rowsWithSettings(train::allSchedules()); }},
        {"regularizers", [] { return stepRuleRows(Kind::Regularizer); }},
        {"clipping", [] { return stepRuleRows(Kind::Clipping); }},
        {"settings", trainSettingRows},
        {"sources", sourceRows},
        {"projects", projectRows},
    };
    return all;
}

std::string resultText(const train::RunSummary& run) {
    std::string text;
    const auto add = [&](std::string_view part, const train::Metrics& metrics) {
        const train::MetricSpec* metric = train::headline(metrics);
        const auto loss = metrics.find("loss");
        if (metric)
            text += fmt::format("  {} {}{}", part, metric->fraction ? std::string() : metric->id + " ",
                                train::textOf(*metric, metrics.at(metric->id)));
        else if (loss != metrics.end())
            text += fmt::format("  {} loss {:.4g}", part, loss->second);
    };
    add("train", run.train);
    add("dev", run.dev);
    add("test", run.test);
    return text;
}

}  // namespace

int describe(const std::string& project, bool asJson) {
    const auto result = described(project);
    if (!result) return fail(result.error());
    if (asJson) {
        fmt::print("{}\n", jsonLine(*result));
        return 0;
    }
    fmt::print("{}\n{:<20}{:<24}{:<16}{:>12}\n", (*result)["name"].get<std::string>(), "Node", "Layer", "Output shape", "Param #");
    for (const auto& row : (*result)["nodes"])
        fmt::print("{:<20}{:<24}{:<16}{:>12}{}\n", row["name"].get<std::string>(), row["title"].get<std::string>(),
                   shapeText(row), row["parameters"].get<std::int64_t>(), stateText(row));
    const auto total = [&](const char* title, const char* field) {
        fmt::print("{:<60}{:>12}\n", title, (*result)[field].get<std::int64_t>());
    };
    total("Total", "parameters");
    if ((*result)["frozen"] != 0) {
        total("Trainable", "trainable");
        total("Frozen", "frozen");
    }
    for (const auto& finding : (*result)["findings"]) fmt::print("! {}\n", finding.get<std::string>());
    return 0;
}

int exportProject(const std::string& project, const std::vector<std::string>& outputs) {
    const Status status = exported(project, outputs);
    return status ? 0 : fail(status.error());
}

int listRuns(bool asJson) {
    const auto runs = recordedRuns();
    if (!runs) return fail(runs.error());
    auto rows = json::array();
    for (const auto& run : *runs) {
        rows.push_back({{"run", run.id}, {"project", run.project}, {"started", run.started}, {"state", std::string(nameOf(run.state))},
                        {"reason", run.reason}, {"seed", run.seed}, {"steps", run.steps}, {"epochs", run.epochs},
                        {"epochs_wanted", run.epochsWanted}, {"seconds", run.seconds}, {"train", metricsToJson(run.train)},
                        {"dev", metricsToJson(run.dev)}, {"test", metricsToJson(run.test)}});
        if (!asJson)
            fmt::print("{:>5}  {:<20}  {:<24}{:<12}  {}/{} epochs{}\n", run.id, run.started, run.project, nameOf(run.state),
                       run.epochs, run.epochsWanted, resultText(run));
    }
    if (asJson) fmt::print("{}\n", jsonLine(rows));
    if (!asJson && runs->empty()) fmt::print("No runs yet.\n");
    return 0;
}

const std::vector<std::string>& listable() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Listing& listing : listings()) all.push_back(listing.name);
        return all;
    }();
    return names;
}

int list(const std::string& what, bool asJson) {
    const auto found = std::find_if(listings().begin(), listings().end(), [&](const Listing& one) { return one.name == what; });
    CHECK(found != listings().end(), "a list that there is not");
    const json rows = found->rows();
    if (asJson) {
        fmt::print("{}\n", jsonLine(rows));
        return 0;
    }
    for (const auto& row : rows) fmt::print("{:<28}{}\n", row["id"].get<std::string>(), row["meaning"].get<std::string>());
    return 0;
}

}  // namespace perceptarium::app
