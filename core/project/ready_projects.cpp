// The ready projects and blocks: resources/projects/*.json and resources/blocks/*.json, compiled in by core/project/embed_projects.cmake, in the order of their
// file names ("10-lenet-digits.json" is first and has the id "lenet-digits").
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "project/project.h"

namespace perceptarium::project {

struct EmbeddedProject {
    const char* file;
    const char* json;
};
/// Made by embed_projects.cmake; ends with a null file.
extern const EmbeddedProject kEmbeddedProjects[];
extern const EmbeddedProject kEmbeddedBlocks[];

namespace {

std::vector<ReadyProject> readAll(const EmbeddedProject* embedded) {
    std::vector<ReadyProject> projects;
    for (; embedded->file != nullptr; ++embedded) {
        const std::string file = embedded->file;
        const auto dash = file.find('-');
        CHECK(dash != std::string::npos, "a ready project's file is called <order>-<id>: " + file);
        const auto json = nlohmann::json::parse(embedded->json, nullptr, false);
        CHECK(json.is_object(), "a ready project that is not JSON: " + file);
        projects.push_back({file.substr(dash + 1), json.value("name", ""), json.value("description", ""), embedded->json});
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
