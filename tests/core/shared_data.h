// Real data that may lie beside the repository; tests that need it skip by name where it is not.
#pragma once

#include <filesystem>
#include <string>

namespace perceptarium::tests {

inline std::string sharedData(const std::string& relative) { return std::string(SHARED_DATA) + "/" + relative; }

}  // namespace perceptarium::tests

#define SKIP_WITHOUT_DATA(relative)                                                     \
    if (!std::filesystem::exists(::perceptarium::tests::sharedData(relative)))          \
    GTEST_SKIP() << "the shared data set " << (relative) << " is not beside the repository"
