// new and fix: a project from a line of text, and one that can be trained from one that cannot.
#include <fmt/format.h>

#include <filesystem>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "exchange/project_file.h"
#include "network/notation.h"
#include "project/problems.h"

namespace perceptarium::app {
namespace {

Status writtenFromText(const NewOptions& options) {
    project::Project project;
    project.document.name = std::filesystem::path(options.out).stem().string();
    auto graph = network::graphFromNotation(options.text);
    if (!graph) return graph.error().at("--from-text");
    project.document.graph = std::move(*graph);
    PC_TRY(useData(project.document, options.data, options.target));
    PC_TRY(assignAll(project.document, options.set));
    return exchange::saveProject(project, options.out);
}

Result<bool> fixed(const FixOptions& options) {
    project::Project project = PC_TRY(loadProjectOrRun(options.project, options.quiet));
    const auto data = PC_TRY(loadData(project.document.data, options.quiet));
    const network::DataTypes types = train::dataTypes(data->dataset->info());
    const project::Document before = project.document;
    for (const std::string& title : project::acceptFirstFixes(project.document, types, data.get(), options.hints))
        if (!options.quiet) fmt::print("{}\n", title);
    if (!(project.document.graph == before.graph)) project.trained.reset();  // its weights were of another network
    PC_TRY(exchange::saveProject(project, options.out));
    bool trainable = true;
    for (const auto& problem : project::problemsOf(project.document, types, network::infer(project.document.graph, types), data.get())) {
        if (problem.finding.severity != network::Severity::Error) continue;
        fmt::print(stderr, "! {}\n", problem.finding.text());
        trainable = false;
    }
    return trainable;
}

}  // namespace

int newProject(const NewOptions& options) {
    const Status status = writtenFromText(options);
    return status ? 0 : fail(status.error());
}

int fixProject(const FixOptions& options) {
    const auto trainable = fixed(options);
    if (!trainable) return fail(trainable.error());
    if (*trainable) return 0;
    return fail({"not all that stops the training has a fix", options.project, {}, {}});
}

}  // namespace perceptarium::app
