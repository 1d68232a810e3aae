// The course: short pages that teach what the layers, losses and optimizers are for, one for each section of the course that
// they belong to. From resources/course, compiled in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace perceptarium::project {

/// Links of a page lead to a ready project ("ready:spiral"), a layer ("layer:conv2d") or another page ("section:8.2").
struct CourseSection {
    std::string number;    ///< "8.2": where it begins; what layers::LayerSpec::section names
    std::string numbers;   ///< "8.2–8.4": all that it covers
    std::string title;     ///< "Padding, stride, volumes"
    std::string markdown;  ///< the page, beginning with its heading
    /// "§8.2–8.4 Padding, stride, volumes"
    std::string heading() const { return "§" + numbers + " " + title; }
};

/// In the order of the course, in that language ("en", "de"); in English where there is no translation.
const std::vector<CourseSection>& courseSections(std::string_view language);
/// By its number; nullptr if there is no such section.
const CourseSection* findCourseSection(std::string_view number, std::string_view language);

}  // namespace perceptarium::project
