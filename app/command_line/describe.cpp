// describe, export, runs, list: short answers about what there is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "exchange/block_library.h"
#include "exchange/export.h"
#include "exchange/document_reader.h"
#include "exchange/project_file.h"
#include "layers/layer_spec.h"
#include "network/expand.h"
#include "network/notation.h"
#include "network/summary.h"
#include "project/problems.h"
#include "train/run_record.h"
#include "train/schedule.h"
#include "train/step_rule.h"

namespace perceptarium::app {
namespace {

using nlohmann::json;

/// What the data say: from the training that the project remembers, else by loading them.
struct Known {
    network::DataTypes types;
    data::PreparedPtr data;  ///< nullptr when they were not loaded
};
Result<Known> knownOf(const project::Project& project) {
    if (project.trained) return Known{train::dataTypes(project.trained->info), nullptr};
    const auto data = PC_TRY(loadData(project.document.data, false));
    return Known{train::dataTypes(data->dataset->info()), data};
}

json problemRows(const project::Project& project, const Known& known) {
    auto rows = json::array();
    const network::Inference inference = network::infer(project.document.graph, known.types);
    for (const auto& problem : project::problemsOf(project.document, known.types, inference, known.data.get())) {
        const network::Node* node = project.document.graph.find(problem.finding.node);
        json row{{"rule", problem.finding.rule},
                 {"node", node ? json(node->name) : json(nullptr)},
                 {"severity", problem.finding.severity == network::Severity::Error ? "error" : "hint"},
                 {"text", problem.finding.text()},
                 {"fixes", json::array()}};
        for (const auto& fix : problem.fixes) row["fixes"].push_back(fix.title);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<json> described(const DescribeOptions& options) {
    const project::Project project = PC_TRY(loadProjectOrRun(options.project, true));
    if (options.text) return json{{"text", network::toNotation(project.document.graph)}};
    const Known known = PC_TRY(knownOf(project));
    const network::Expansion expansion = network::expand(project.document.graph);
    const network::Graph& graph = expansion.flat;
    const network::Inference inference = network::infer(expansion, known.types);
    const network::Summary summary = network::summarize(graph, inference);
    json result{{"name", project.document.name},
                {"text", network::toNotation(project.document.graph)},
                {"nodes", json::array()},
                {"parameters", summary.total.parameters},
                {"trainable", inference.trainableParameters()},
                {"frozen", inference.frozenParameters},
                {"multiply_adds", summary.total.multiplyAdds},
                {"bytes", summary.total.bytes()},
                {"training_bytes", summary.trainingBytes(project.document.training.batchSize)}};
    for (const network::SummaryRow& each : summary.rows) {
        const network::Node& node = *graph.find(each.node);
        json row{{"name", each.name}, {"layer", each.layer}, {"title", each.title}};
        if (each.output) {
            row["output"] = std::vector<std::int64_t>(each.output->shape.extents().begin(), each.output->shape.extents().end());
            row["dtype"] = std::string(nameOf(each.output->dtype));
        }
        row["parameters"] = each.costs.parameters;
        row["multiply_adds"] = each.costs.multiplyAdds;
        row["bytes"] = each.costs.bytes();
        for (const exchange::NodeFlag& flag : exchange::nodeFlags())
            if (node.*flag.member) row[flag.name] = true;
        if (inference.leftOut.contains(each.node) && !node.bypassed) row["leftOut"] = true;
        row["inputs"] = json::array();
        for (const auto& edge : graph.edgesInto(each.node)) row["inputs"].push_back(graph.find(edge.from)->name);
        result["nodes"].push_back(row);
    }
    result["findings"] = json::array();
    for (const auto& finding : inference.findings) result["findings"].push_back(finding.text());
    if (options.fixes) result["problems"] = problemRows(project, known);
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

/// As wide as the longest text and a gap, and at least `least`.
int columnWidth(const json& rows, const char* field, int least) {
    std::size_t width = static_cast<std::size_t>(least);
    for (const json& row : rows) width = std::max(width, row[field].get_ref<const std::string&>().size() + 2);
    return static_cast<int>(width);
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
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const layers::LayerSpec& spec = *layers::allLayers()[i];
        rows[i]["category"] = std::string(nameOf(spec.category));
        rows[i]["section"] = spec.section;
        rows[i]["help"] = spec.help;
    }
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

json projectRows(const std::vector<project::ReadyProject>& projects) {
    auto rows = json::array();
    for (const auto& ready : projects)
        rows.push_back({{"id", ready.id}, {"title", ready.title}, {"meaning", ready.description}});
    return rows;
}

json blockRows() {
    auto rows = json::array();
    for (const auto& ready : project::readyBlockProjects())
        for (const auto& block : exchange::readyBlocks()) {
            if (block.name != ready.title) continue;
            network::Graph drawing;
            drawing.setBlocks(block.blocks);
            const auto spec = network::specOf(drawing, network::blockLayer(block.name));
            rows.push_back({{"id", ready.id}, {"title", ready.title}, {"meaning", block.meaning}, {"settings", settingRows(spec->settings)}});
        }
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
        {"projects", [] { return projectRows(project::readyProjects()); }},
        {"blocks", blockRows},
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

int describe(const DescribeOptions& options) {
    const auto result = described(options);
    if (!result) return fail(result.error());
    if (options.json) {
        fmt::print("{}\n", jsonLine(*result));
        return 0;
    }
    if (options.text) {
        fmt::print("{}\n", (*result)["text"].get<std::string>());
        return 0;
    }
    const json& nodes = (*result)["nodes"];
    const int nodeWidth = columnWidth(nodes, "name", 20), layerWidth = columnWidth(nodes, "title", 24);
    const auto line = [&](const std::string& node, const std::string& layer, const std::string& shape, const json& row, const std::string& state) {
        const bool known = shape != "?";
        fmt::print("{:<{}}{:<{}}{:<16}{:>12}{:>16}{:>12}{}\n", node, nodeWidth, layer, layerWidth, shape,
                   known ? fmt::format("{}", row["parameters"].get<std::int64_t>()) : "?",
                   known ? network::amountText(row["multiply_adds"].get<double>()) : "?",
                   known ? network::bytesText(row["bytes"].get<double>()) : "?", state);
    };
    fmt::print("{}\n{:<{}}{:<{}}{:<16}{:>12}{:>16}{:>12}\n", (*result)["name"].get<std::string>(), "Node", nodeWidth, "Layer", layerWidth, "Output shape",
               "Param #", "Multiply-adds", "Memory");
    for (const auto& row : nodes) line(row["name"], row["title"], shapeText(row), row, stateText(row));
    line("Total", "", "", *result, "");
    if ((*result)["frozen"] != 0)
        for (const auto& [title, field] : {std::pair("Trainable", "trainable"), std::pair("Frozen", "frozen")})
            fmt::print("{:<60}{:>12}\n", title, (*result)[field].get<std::int64_t>());
    fmt::print("Training takes about {}.\n", network::bytesText((*result)["training_bytes"].get<double>()));
    if (!options.fixes)
        for (const auto& finding : (*result)["findings"]) fmt::print("! {}\n", finding.get<std::string>());
    else
        for (const auto& problem : (*result)["problems"]) {
            fmt::print("! {}\n", problem["text"].get<std::string>());
            for (const auto& fix : problem["fixes"]) fmt::print("    fix: {}\n", fix.get<std::string>());
        }
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
