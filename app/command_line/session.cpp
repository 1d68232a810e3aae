#include "app/command_line/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "layers/layer_spec.h"
#include "network/edits.h"
#include "train/loss.h"

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
    if (types.target && !train::chooseLoss(document.training.loss, output, *types.target)) document.training.loss = "auto";
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
