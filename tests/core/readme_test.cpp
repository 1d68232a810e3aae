// core/README.md cannot go stale: the code it shows is that of tests/core/examples, which is built and tested, and the
// files and folders that it names are there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "core/places.h"

namespace perceptarium {
namespace {

std::string contents(const std::string& relative) {
    std::ifstream file(tests::repository(relative));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> codeBlocks(const std::string& page) {
    std::vector<std::string> blocks;
    const std::string open = "\n```cpp\n", close = "\n```\n";
    for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
        at += open.size();
        const std::size_t end = page.find(close, at);
        if (end == std::string::npos) break;
        blocks.push_back(page.substr(at, end - at + 1));
        at = end;
    }
    return blocks;
}

TEST(CoreReadme, showsTheExamplesAsTheyAreBuilt) {
    const std::string page = contents("core/README.md");
    std::set<std::string> examples;
    for (const auto& entry : std::filesystem::directory_iterator(tests::repository("tests/core/examples"))) {
        const std::string name = "tests/core/examples/" + entry.path().filename().string();
        const std::string code = contents(name);
        EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name << " is not named";
        EXPECT_NE(page.find("\n```cpp\n" + code + "```\n"), std::string::npos) << name << " is not shown as it is";
        examples.insert(code);
    }
    EXPECT_GE(examples.size(), 4u);
    for (const auto& block : codeBlocks(page))
        EXPECT_TRUE(examples.contains(block)) << "not built by anything:\n" << block;
}

TEST(CoreReadme, namesFilesThatAreThere) {
    std::string page = contents("core/README.md");
    for (const auto& block : codeBlocks(page)) page.erase(page.find(block), block.size());  // a lambda looks like a link
    const std::regex link(R"(\]\(([^)#:]+)\))");
    int found = 0;
    for (std::sregex_iterator it(page.begin(), page.end(), link), end; it != end; ++it, ++found)
        EXPECT_TRUE(std::filesystem::exists(tests::repository("core/" + (*it)[1].str()))) << (*it)[1].str();
    EXPECT_GT(found, 25);
}

TEST(CoreReadme, mapHasEveryRoom) {
    const std::string page = contents("core/README.md");
    for (const auto& entry : std::filesystem::directory_iterator(tests::repository("core")))
        if (entry.is_directory()) {
            EXPECT_NE(page.find("[`" + entry.path().filename().string() + "/`]"), std::string::npos) << entry.path();
        }
}

}  // namespace
}  // namespace perceptarium
