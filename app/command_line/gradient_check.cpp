// gradcheck: two-sided differences against back-propagation, on the project's own network and a few of its examples.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "exchange/project_file.h"
#include "study/model_gradients.h"

namespace perceptarium::app {
namespace {

Result<study::ModelGradients> checked(const std::string& name) {
    const project::Project project = PC_TRY(exchange::loadProject(name));
    const auto data = PC_TRY(loadData(project.document.data, true));
    const auto* values = project.trained ? &project.trained->state.parameters : nullptr;
    return study::checkOnTrainingExamples(project.document.graph, *data, project.document.training, values);
}

nlohmann::json asJson(const study::ModelGradients& gradients) {
    auto rows = nlohmann::json::array();
    for (const auto& row : gradients.parameters)
        rows.push_back({{"parameter", row.name}, {"relative_error", row.relativeError}, {"checked", row.checked}, {"kinks", row.kinks},
                        {"worst_index", row.worstIndex}, {"back_propagation", row.worstTape}, {"difference", row.worstDifference}});
    return {{"worst", gradients.worst()}, {"loss", gradients.loss}, {"parameters", rows}};
}

}  // namespace

int gradientCheck(const std::string& project, bool json) {
    const auto gradients = checked(project);
    if (!gradients) return fail(gradients.error());
    if (json) {
        fmt::print("{}\n", jsonLine(asJson(*gradients)));
    } else {
        for (const auto& row : gradients->parameters)
            fmt::print("{:<28}{:<16}{:.2e}  ({} entries compared)\n", row.name, row.shape.text(), row.relativeError, row.checked);
        fmt::print("{:<44}{:.2e}\n", "worst relative error", gradients->worst());
    }
    if (study::agreementOf(gradients->worst()) == study::Agreement::Good) return 0;
    return fail({"the gradients do not agree", project, fmt::format("a relative error of at most {:.0e}", study::kGoodAgreement),
                 fmt::format("{:.2e}", gradients->worst())});
}

}  // namespace perceptarium::app
