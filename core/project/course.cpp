// A page is called <number>-<words>.md and begins with "# <numbers> <title>".
#include "project/course.h"

#include <algorithm>
#include <sstream>

#include "base/check.h"
#include "project/embedded_files.h"

namespace perceptarium::project {
namespace {

/// "8.14.1" → 8, 14, 1: section 8.14 comes after 8.2.
std::vector<int> partsOf(const std::string& number) {
    std::vector<int> parts;
    std::istringstream in(number);
    for (std::string part; std::getline(in, part, '.');) parts.push_back(std::stoi(part));
    return parts;
}

CourseSection read(const EmbeddedFile& file) {
    const std::string name = file.name, text = file.text;
    const std::string heading = text.substr(0, text.find('\n'));
    const auto dash = name.find('-'), space = heading.find(' ', 2);
    CHECK(dash != std::string::npos, "a page of the course is called <number>-<words>.md: " + name);
    CHECK(heading.starts_with("# ") && space != std::string::npos, "a page of the course begins with # <numbers> <title>: " + name);
    return {name.substr(0, dash), heading.substr(2, space - 2), heading.substr(space + 1), text};
}

std::vector<CourseSection> readAll(const EmbeddedFile* files) {
    std::vector<CourseSection> sections;
    for (; files->name != nullptr; ++files) sections.push_back(read(*files));
    std::sort(sections.begin(), sections.end(),
              [](const CourseSection& a, const CourseSection& b) { return partsOf(a.number) < partsOf(b.number); });
    return sections;
}

}  // namespace

const std::vector<CourseSection>& courseSections(std::string_view language) {
    static const std::vector<CourseSection> english = readAll(kEmbeddedCourse), german = readAll(kEmbeddedGermanCourse);
    return language == "de" ? german : english;
}

const CourseSection* findCourseSection(std::string_view number, std::string_view language) {
    for (const CourseSection& section : courseSections(language))
        if (section.number == number) return &section;
    return nullptr;
}

}  // namespace perceptarium::project
