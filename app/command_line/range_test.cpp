// lr-test: the loss while the learning rate grows, and a rate to take.
#include "train/range_test.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"

namespace perceptarium::app {
namespace {

Result<train::RangeTestSettings> rangeOf(const RangeTestOptions& options) {
    Settings settings;
    if (options.from) settings["from"] = *options.from;
    if (options.to) settings["to"] = *options.to;
    if (options.steps) settings["steps"] = *options.steps;
    return train::rangeTestSettings(settings);
}

Result<train::RangeTest> tested(const RangeTestOptions& options) {
    const train::RangeTestSettings range = PC_TRY(rangeOf(options));
    project::Project project = PC_TRY(loadProjectOrRun(options.project, options.json));
    project::Document& document = project.document;
    PC_TRY(assignAll(document, options.set));
    PC_TRY(useData(document, options.data, options.target));
    const auto data = PC_TRY(loadData(document.data, options.json));
    const bool otherData = !options.data.empty() || !options.target.empty();
    if (otherData) fitToData(document, *data, options.json);
    // A project that is trained already is tested from where it is; with another optimizer or network it cannot be.
    const train::State* state =
        project.trained && !otherData && options.set.empty() ? &project.trained->state : nullptr;
    return train::testLearningRates(document.graph, data, document.training, state, range);
}

nlohmann::ordered_json toJson(const train::RangeTest& test) {
    nlohmann::ordered_json json;
    json["suggested"] = test.suggested ? nlohmann::ordered_json(*test.suggested) : nlohmann::ordered_json(nullptr);
    json["lowest"] = nlohmann::ordered_json(numberToJson(test.lowest));
    json["diverged"] = test.diverged;
    json["points"] = nlohmann::ordered_json::array();
    for (const train::RangePoint& point : test.points)
        json["points"].push_back(
            {{"learning_rate", point.learningRate}, {"loss", point.loss}, {"smoothed", point.smoothed}});
    return json;
}

}  // namespace

int testLearningRates(const RangeTestOptions& options) {
    const auto test = tested(options);
    if (!test) return fail(test.error());
    if (options.json) {
        fmt::print("{}\n", jsonLine(toJson(*test)));
        return 0;
    }
    fmt::print("{:>14}{:>14}{:>14}\n", "learning rate", "loss", "smoothed");
    const std::size_t every = std::max<std::size_t>(1, test->points.size() / 20);
    for (std::size_t i = 0; i < test->points.size(); i += every)
        fmt::print("{:>14.3g}{:>14.5g}{:>14.5g}\n", test->points[i].learningRate, test->points[i].loss,
                   test->points[i].smoothed);
    if (test->diverged)
        fmt::print("Above {:.3g} the loss flew off.\n", test->points.empty() ? 0 : test->points.back().learningRate);
    if (test->suggested)
        fmt::print("Suggested: {:.2g} (where the loss falls fastest); lowest at {:.2g}.\n", *test->suggested,
                   test->lowest);
    else
        fmt::print("The loss did not fall clearly: no learning rate suggests itself. A network that is trained already, or a range that is "
                   "too low, looks like this.\n");
    return 0;
}

}  // namespace perceptarium::app
