// Opening by path or by the name of a ready project; saving by the ending.
#include "exchange/project_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "exchange/atomic_file.h"
#include "exchange/document_reader.h"
#include "exchange/percept_file.h"
#include "base/suggest.h"

namespace perceptarium::exchange {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kMaximumPercept = std::uint64_t{4} << 30;

/// Calls change(path) on every setting of the data that is a path.
template <class Change>
void eachPath(data::DataSettings& settings, Change change) {
    const data::SourceSpec* source = data::findSource(settings.source);
    if (!source) return;
    for (auto& [name, value] : settings.settings) {
        const SettingSpec* spec = findSetting(source->settings, name);
        auto* text = std::get_if<std::string>(&value);
        if (spec && spec->kind == SettingKind::Path && text && !text->empty()) change(*text);
    }
}

fs::path folderOf(const std::string& path) {
    std::error_code code;
    const fs::path absolute = fs::absolute(path, code);
    return code ? fs::path(path).parent_path() : absolute.parent_path();
}

/// In a file, data beside or below it are relative to it, so that the folder can be moved; in memory paths are absolute.
void resolvePaths(data::DataSettings& settings, const fs::path& folder) {
    eachPath(settings, [&](std::string& text) {
        if (fs::path(text).is_relative()) text = (folder / text).lexically_normal().string();
    });
}
void shortenPaths(data::DataSettings& settings, const fs::path& folder) {
    eachPath(settings, [&](std::string& text) {
        std::error_code code;
        const fs::path whole = fs::absolute(text, code).lexically_normal();
        if (code) return;
        const fs::path relative = whole.lexically_relative(folder.lexically_normal());
        text = relative.empty() || *relative.begin() == ".." ? whole.string() : relative.string();
    });
}

/// Of the document and of the steps that led there.
template <class Change>
void eachDataSettings(project::Project& project, Change change) {
    change(project.document.data);
    for (project::Step& step : project.steps.list)
        if (auto& data = step.difference.data) {
            change(data->first);
            change(data->second);
        }
}

std::vector<project::ReadyProject> everythingReady() {
    auto all = project::readyProjects();
    all.insert(all.end(), project::readyBlockProjects().begin(), project::readyBlockProjects().end());
    return all;
}

Result<project::Project> loadReady(const std::string& name) {
    std::vector<std::string> ids;
    for (const auto& ready : everythingReady()) {
        if (ready.id == name) {
            project::Project project;
            project.document = PC_TRY(documentFromText(ready.json, ready.id));
            return project;
        }
        ids.push_back(ready.id);
    }
    return Error{"there is no such file, nor a ready project of this name", name,
                 "a .percept or .json file, or " + expectedOneOf(name, ids), {}};
}

}  // namespace

Result<project::Project> loadProject(const std::string& pathOrName) {
    std::error_code code;
    const auto status = fs::status(pathOrName, code);
    // A folder that happens to be called "spiral" does not hide the ready project.
    const auto all = everythingReady();
    const bool named = std::any_of(all.begin(), all.end(), [&](const auto& ready) { return ready.id == pathOrName; });
    if (!fs::exists(status) || (named && !fs::is_regular_file(status))) {
        if (code && code != std::errc::no_such_file_or_directory && code != std::errc::not_a_directory)
            return Error{"cannot be read", pathOrName, {}, code.message()};
        return loadReady(pathOrName);
    }
    const std::string bytes = PC_TRY(readWholeFile(pathOrName, kMaximumPercept));
    project::Project project;
    if (bytes.starts_with("PK")) {
        project = PC_TRY(perceptFromBytes(bytes, pathOrName));
    } else {
        if (bytes.find('\0') != std::string::npos)
            return Error{"this is not a Perceptarium project", pathOrName, "a .percept or .json file", {}};
        project.document = PC_TRY(documentFromText(bytes, pathOrName));
    }
    eachDataSettings(project, [folder = folderOf(pathOrName)](auto& settings) { resolvePaths(settings, folder); });
    return project;
}

Status saveProject(const project::Project& project, const std::string& path) {
    project::Project saved = project;
    eachDataSettings(saved, [folder = folderOf(path)](auto& settings) { shortenPaths(settings, folder); });
    const std::string ending = fs::path(path).extension().string();
    if (ending == ".json") return writeFileAtomically(path, documentText(saved.document));
    if (ending != ".percept")
        return Error{"a project cannot be saved under this name", path, "a name that ends in .percept or .json", ending};
    const auto bytes = perceptBytes(saved);
    if (!bytes) return bytes.error().at(path);
    return writeFileAtomically(path, *bytes);
}

}  // namespace perceptarium::exchange
