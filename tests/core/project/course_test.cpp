// The course: every section has its page in both languages, with something to try, and every link leads somewhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "layers/layer_spec.h"
#include "project/course.h"
#include "project/project.h"

namespace perceptarium::project {
namespace {

const std::string kLanguages[] = {"en", "de"};

/// "ready:spiral", "layer:conv2d", … in the order of the page.
std::vector<std::string> linksOf(const std::string& markdown) {
    static const std::regex link(R"(\[[^\]]+\]\(([^)]+)\))");
    std::vector<std::string> links;
    for (std::sregex_iterator it(markdown.begin(), markdown.end(), link), end; it != end; ++it) links.push_back((*it)[1]);
    return links;
}

bool leadsSomewhere(const std::string& link) {
    const std::string kind = link.substr(0, link.find(':')), what = link.substr(link.find(':') + 1);
    if (kind == "section") return findCourseSection(what, "en") != nullptr;
    if (kind == "layer") return layers::findLayer(what) != nullptr;
    const auto& ready = readyProjects();
    return kind == "ready" && std::any_of(ready.begin(), ready.end(), [&](const auto& project) { return project.id == what; });
}

std::int64_t wordsIn(const std::string& text) {
    std::istringstream in(text);
    std::int64_t count = 0;
    for (std::string word; in >> word;) ++count;
    return count;
}

TEST(Course, everySectionHasAPageInBothLanguages) {
    const auto &english = courseSections("en"), &german = courseSections("de");
    ASSERT_EQ(english.size(), german.size());
    ASSERT_GE(english.size(), 18u);
    for (std::size_t i = 0; i < english.size(); ++i) {
        EXPECT_EQ(english[i].number, german[i].number);
        EXPECT_EQ(english[i].numbers, german[i].numbers);
        EXPECT_NE(english[i].markdown, german[i].markdown) << "not translated: " << english[i].number;
        EXPECT_EQ(linksOf(english[i].markdown), linksOf(german[i].markdown)) << english[i].number;
    }
    EXPECT_EQ(&courseSections("fr"), &english) << "a language without pages reads English";
}

TEST(Course, pagesTeachAndHaveSomethingToTry) {
    for (const std::string& language : kLanguages)
        for (const auto& section : courseSections(language)) {
            EXPECT_TRUE(section.numbers.starts_with(section.number)) << section.numbers;
            EXPECT_FALSE(section.title.empty());
            EXPECT_GE(wordsIn(section.markdown), 150) << section.number;
            EXPECT_LE(wordsIn(section.markdown), 320) << section.number;
            EXPECT_NE(section.markdown.find("\n> "), std::string::npos) << "no formula in " << section.number;
            const auto steps = section.markdown.find(language == "de" ? "\n## Zum Ausprobieren\n\n1. " : "\n## Try it\n\n1. ");
            ASSERT_NE(steps, std::string::npos) << section.number;
            const auto links = linksOf(section.markdown.substr(steps));
            EXPECT_TRUE(std::any_of(links.begin(), links.end(), [](const auto& link) { return link.starts_with("ready:"); }))
                << "nothing to open in " << section.number;
        }
}

TEST(Course, everyLinkLeadsSomewhere) {
    for (const std::string& language : kLanguages)
        for (const auto& section : courseSections(language))
            for (const std::string& link : linksOf(section.markdown)) EXPECT_TRUE(leadsSomewhere(link)) << section.number << ": " << link;
    EXPECT_FALSE(leadsSomewhere("section:99"));
    EXPECT_FALSE(leadsSomewhere("https://example.org"));
}

TEST(Course, thePageOfALayerNamesIt) {
    for (const layers::LayerSpec* spec : layers::allLayers())
        for (const std::string& language : kLanguages) {
            const CourseSection* section = findCourseSection(spec->section, language);
            ASSERT_TRUE(section) << spec->id << " has no page: " << spec->section;
            const auto links = linksOf(section->markdown);
            EXPECT_NE(std::find(links.begin(), links.end(), "layer:" + spec->id), links.end())
                << section->number << " does not name " << spec->id;
        }
}

TEST(Course, isInTheOrderOfItsNumbers) {
    std::vector<std::string> numbers;
    for (const auto& section : courseSections("en")) numbers.push_back(section.number);
    const auto place = [&](const char* number) { return std::find(numbers.begin(), numbers.end(), number) - numbers.begin(); };
    EXPECT_EQ(numbers.front(), "1");
    EXPECT_LT(place("6.9"), place("6.10"));
    EXPECT_LT(place("8.10"), place("8.14.1"));
    EXPECT_LT(place("8.14.1"), place("9.6"));
    EXPECT_EQ(findCourseSection("8.2", "en")->heading(), "§8.2–8.4 Padding, stride, volumes");
    EXPECT_EQ(findCourseSection("8.3", "en"), nullptr);
}

}  // namespace
}  // namespace perceptarium::project
