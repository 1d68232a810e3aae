// evaluate: loss and metrics of the trained weights on a part of the data, or on other data.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "data/adapt.h"
#include "exchange/project_file.h"

namespace perceptarium::app {
namespace {

Result<data::Part> chosenPart(const std::string& name, const data::Prepared& data) {
    if (name == "train") return data::Part::Train;
    if (name == "dev") return data::Part::Dev;
    if (name == "test") return data::Part::Test;
    return data.split.test.empty() ? data::Part::Dev : data::Part::Test;
}

/// Other data in the trained network's own terms: its words, columns, classes, normalization and scale of
/// targets; what is missing is filled with what its training part said.
Result<data::PreparedPtr> asTrained(const data::PreparedPtr& data, const project::Trained& trained, bool whole) {
    auto adapted = std::make_shared<data::Prepared>(*data);
    adapted->dataset = PC_TRY(data::adapt(data->dataset, trained.info));
    adapted->normalization = trained.normalization;
    adapted->targetScaling = trained.targetScaling;
    adapted->classCounts = trained.classCounts;
    if (whole && adapted->dataset->info().given.empty()) {  // a set in one piece: all of it is what was asked for
        auto& split = adapted->split;
        split.test.insert(split.test.end(), split.train.begin(), split.train.end());
        split.test.insert(split.test.end(), split.dev.begin(), split.dev.end());
    }
    return std::static_pointer_cast<const data::Prepared>(adapted);
}

/// Another table is read as the one that was trained on was: the same target, the same kinds of columns.
void readAlike(data::DataSettings& settings, const data::DatasetInfo& trained, bool targetGiven) {
    const auto* source = data::findSource(settings.source);
    if (!source || trained.columns.empty() || !findSetting(source->settings, "columns")) return;
    settings.settings["columns"] = data::columnKinds(trained);
    if (!targetGiven) settings.settings["target"] = trained.targetColumn;
}

Result<nlohmann::json> evaluated(const EvaluateOptions& options) {
    project::Project project = PC_TRY(loadProjectOrRun(options.project, options.json));
    if (!project.trained) return Error{"this project was never trained", options.project, "one saved with --save or from the window", {}};
    PC_TRY(assignAll(project.document, options.set));
    PC_TRY(useData(project.document, options.data, options.target));
    if (!options.data.empty()) readAlike(project.document.data, project.trained->info, !options.target.empty());
    const auto loaded = PC_TRY(loadData(project.document.data, options.json));
    const bool other = !options.data.empty();
    const auto data = PC_TRY(asTrained(loaded, *project.trained, other && options.split.empty()));
    const data::Part part = PC_TRY(chosenPart(options.split, *data));
    if (data->part(part).empty())
        return Error{fmt::format("the data have no {} part", data::nameOf(part)), options.project, "--split with another one", {}};
    // A trainer wants something to train on; what is evaluated need not have it.
    auto split = std::make_shared<data::Prepared>(*data);
    if (split->split.train.empty()) split->split.train = data->part(part);
    auto trainer = PC_TRY(train::Trainer::create(project.document.graph, split, project.document.training));
    PC_TRY(trainer->model().setParameters(project.trained->state.parameters));
    const train::Metrics metrics = PC_TRY(trainer->evaluate(part));
    nlohmann::json json = metricsToJson(metrics);
    if (!data->targetScaling.identity()) json["loss_units"] = "standardized target";
    json["split"] = std::string(data::nameOf(part));
    json["examples"] = data->part(part).size();
    return json;
}

}  // namespace

int evaluate(const EvaluateOptions& options) {
    const auto result = evaluated(options);
    if (!result) return fail(result.error());
    if (options.json) {
        fmt::print("{}\n", jsonLine(*result));
        return 0;
    }
    fmt::print("{} examples of the {} part\n", (*result)["examples"].get<std::int64_t>(), (*result)["split"].get<std::string>());
    for (const auto& [name, value] : result->items())
        if (value.is_number_float())
            fmt::print("  {:<10} {:.6g}{}\n", name, value.get<double>(), name == "loss" && result->contains("loss_units") ? " (of the standardized target)" : "");
    return 0;
}

}  // namespace perceptarium::app
