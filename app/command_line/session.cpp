#include "app/command_line/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "exchange/assignment.h"
#include "exchange/project_file.h"
#include "exchange/recorded_run.h"
#include "layers/layer_spec.h"
#include "network/edits.h"
#include "train/loss.h"
#include "train/run_record.h"

namespace perceptarium::app {

int fail(const Error& error) {
    clearLine();
    fmt::print(stderr, "perceptarium: {}\n", error.message());
    return 1;
}

Status useData(project::Document& document, const std::string& path, const std::string& target) {
    data::DataSettings& data = document.data;
    if (!path.empty()) {
        const auto* own = data::findSource(data.source);
        const bool keepsKind = own && own->recognizes && own->recognizes(path) > 0;
        const auto* source = keepsKind ? own : PC_TRY(data::recognize(path));
        if (source != own) data.settings.clear();
        data.source = source->id;
        // Whole, so that a recorded run goes on from any folder.
        std::error_code unknown;
        const auto whole = std::filesystem::absolute(path, unknown).lexically_normal();
        data.settings["path"] = unknown ? path : whole.string();
        data.settings.erase("columns");  // these named the columns of the other table
        data.settings.erase("target");
    }
    if (!target.empty()) {
        const auto* source = data::findSource(data.source);
        if (!source || !findSetting(source->settings, "target"))
            return Error{"these data have no columns to choose a target from", "--target", "a table", data.source};
        data.settings["target"] = target;
    }
    return {};
}

namespace {

struct RunName {
    std::int64_t run = 0;
    bool best = false;
};
/// "7:best", "7:last"; nullopt for anything else.
std::optional<RunName> runName(const std::string& name) {
    const auto colon = name.find(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const std::string which = name.substr(colon + 1);
    RunName run{0, which == "best"};
    const auto [end, code] = std::from_chars(name.data(), name.data() + colon, run.run);
    if (code != std::errc() || end != name.data() + colon || (which != "best" && which != "last")) return std::nullopt;
    return run;
}

Result<project::Project> loadRun(const RunName& name, const std::string& where, bool quiet) {
    const auto weights = name.best ? exchange::RecordedWeights::Best : exchange::RecordedWeights::Last;
    project::Project project = PC_TRY(exchange::recordedProject(train::standardRecordPath(), name.run, weights));
    if (!project.trained) return Error{"the record holds no weights of this run", where, {}, {}};
    const auto data = PC_TRY(loadData(project.document.data, quiet));
    project::takeData(*project.trained, *data);
    return project;
}

}  // namespace

Result<project::Project> loadProjectOrRun(const std::string& name, bool quiet) {
    std::error_code ignored;
    if (const auto run = runName(name); run && !std::filesystem::exists(name, ignored)) return loadRun(*run, "run " + name, quiet);
    return exchange::loadProject(name);
}

Status assignAll(project::Document& document, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const Status done = exchange::assign(document, text);
        if (!done) return done.error().at("--set " + text);
    }
    return {};
}

Result<data::PreparedPtr> loadData(const data::DataSettings& settings, bool quiet) {
    Progress progress;
    auto last = std::chrono::steady_clock::now();
    if (!quiet && onTerminal())
        progress.report = [&last](double fraction, std::string_view what) {
            const auto now = std::chrono::steady_clock::now();
            if (now - last < std::chrono::milliseconds(100)) return;
            last = now;
            showLine(fmt::format("{} {:.0f} %", what, fraction * 100));
        };
    auto prepared = data::prepare(settings, progress);
    clearLine();
    if (prepared && !quiet)
        for (const auto& note : (*prepared)->notes()) fmt::print(stderr, "note: {}\n", note);
    return prepared;
}

void fitToData(project::Document& document, const data::Prepared& data, bool quiet) {
    const network::DataTypes types = train::dataTypes(data.dataset->info());
    for (const auto& change : network::fitToData(document.graph, types))
        if (!quiet) fmt::print(stderr, "note: {}\n", change);
    const network::Inference inference = network::infer(document.graph, types);
    if (!inference.valid()) return;  // compiling will say what is wrong
    const auto& output = inference.outputs.at(inference.output);
    if (types.target) train::fitLoss(document.training, output, *types.target);
    const auto* metric = train::findMetric(document.training.monitor);
    if (types.target && metric && !metric->applies(*types.target)) document.training.monitor = "loss";
}

bool onTerminal() { return ::isatty(STDERR_FILENO) == 1; }

void showLine(const std::string& text) {
    if (onTerminal())
        fmt::print(stderr, "\r{}\033[K", text);
    else
        fmt::print(stderr, "{}\n", text);
    std::fflush(stderr);
}

void clearLine() {
    if (onTerminal()) fmt::print(stderr, "\r\033[K");
}

std::string clock(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return "–:––";
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

nlohmann::json numberToJson(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr); }

nlohmann::json metricsToJson(const train::Metrics& metrics) {
    auto json = nlohmann::json::object();
    for (const auto& [name, value] : metrics) json[name] = numberToJson(value);
    return json;
}

}  // namespace perceptarium::app
