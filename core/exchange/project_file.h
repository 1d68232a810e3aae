// The project file: plain JSON (written by hand or by the program, without weights), or .percept, a zip with the same JSON,
// the weights as safetensors, the optimizer's state and the history. Errors name file, line and field.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "project/project.h"

namespace perceptarium::exchange {

nlohmann::json documentToJson(const project::Document& document);
/// The same as text: what a .json project holds, with fields in reading order. The same document, the same bytes.
std::string documentText(const project::Document& document);
/// `text` is a plain JSON project; `where` names it in errors ("lenet.json:12: network.nodes[2].settings.kernel: …").
Result<project::Document> documentFromText(const std::string& text, const std::string& where);

nlohmann::json dataSettingsToJson(const data::DataSettings& settings);

/// A path to a .percept or .json file, or the name of a ready project.
Result<project::Project> loadProject(const std::string& pathOrName);
/// By the ending: .json (document only) or .percept (everything). Atomic: the old file stays whole on failure.
Status saveProject(const project::Project& project, const std::string& path);

}  // namespace perceptarium::exchange
