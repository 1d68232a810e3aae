// What several subcommands share: a project with its data ready, and the small formats of the terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "data/prepare.h"
#include "project/project.h"

namespace perceptarium::app {

/// The project's data source set to `path` (its own kind if that recognizes it) and `target`; either may be empty.
/// What the network must change to fit other data is done by fitToData() once they are loaded.
Status useData(project::Document& document, const std::string& path, const std::string& target);
/// A file, the name of a ready project, or a recorded run with its best or last weights: "7:best", "7:last". For the
/// last, the data are loaded, which the weights alone do not hold.
Result<project::Project> loadProjectOrRun(const std::string& name, bool quiet);
/// All of `texts` ("KEY=VALUE"), in order.
Status assignAll(project::Document& document, const std::vector<std::string>& texts);

/// Loads and prepares with a progress line (unless quiet).
Result<data::PreparedPtr> loadData(const data::DataSettings& settings, bool quiet);
/// Other data may have other shapes and classes: the Input takes them as they are, the last Dense gives as many numbers
/// as they ask for, and a loss that does not suit becomes "auto". Says on stderr what was changed (unless quiet).
void fitToData(project::Document& document, const data::Prepared& data, bool quiet);

/// Is stderr a terminal (a line that is written over), or a file (lines now and then)?
bool onTerminal();
/// Over the last line on a terminal; as a line of its own otherwise.
void showLine(const std::string& text);
/// Wipes the line that showLine left.
void clearLine();
/// "1:05:09", "2:03", "0:07".
std::string clock(double seconds);

nlohmann::json metricsToJson(const train::Metrics& metrics);
/// JSON knows no NaN: null.
nlohmann::json numberToJson(double value);
/// On one line; bytes that are no UTF-8 (in a file's name) become the replacement sign.
template <class Json>
std::string jsonLine(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace perceptarium::app
