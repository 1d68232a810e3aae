// Where tests find files: the repository itself, and real data that may lie beside it; tests that need that skip by name
// where it is not.
#pragma once

#include <filesystem>
#include <string>

namespace perceptarium::tests {

/// Both take a path relative to there.
std::string repository(const std::string& relative);
std::string sharedData(const std::string& relative);

}  // namespace perceptarium::tests

#define SKIP_WITHOUT_DATA(relative)                                                     \
    if (!std::filesystem::exists(::perceptarium::tests::sharedData(relative)))          \
    GTEST_SKIP() << "the shared data set " << (relative) << " is not beside the repository"
