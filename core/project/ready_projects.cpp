// The ready projects and blocks: resources/projects/*.json and resources/blocks/*.json, compiled in, in the order of their
// file names ("10-lenet-digits.json" is first and has the id "lenet-digits").
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "project/embedded_files.h"
#include "project/project.h"

namespace perceptarium::project {
namespace {

std::vector<ReadyProject> readAll(const EmbeddedFile* embedded) {
    std::vector<ReadyProject> projects;
    for (; embedded->name != nullptr; ++embedded) {
        const std::string file = embedded->name;
        const auto dash = file.find('-');
        CHECK(dash != std::string::npos, "a ready project's file is called <order>-<id>: " + file);
        const auto json = nlohmann::json::parse(embedded->text, nullptr, false);
        CHECK(json.is_object(), "a ready project that is not JSON: " + file);
        projects.push_back({file.substr(dash + 1), json.value("name", ""), json.value("description", ""), embedded->text});
    }
    return projects;
}

}  // namespace

const std::vector<ReadyProject>& readyProjects() {
    static const std::vector<ReadyProject> projects = readAll(kEmbeddedProjects);
    return projects;
}

const std::vector<ReadyProject>& readyBlockProjects() {
    static const std::vector<ReadyProject> projects = readAll(kEmbeddedBlocks);
    return projects;
}

}  // namespace perceptarium::project
