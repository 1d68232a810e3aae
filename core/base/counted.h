// A number with its noun, for notes and errors: "1 file", "3 files".
#pragma once

#include <cstdint>
#include <string>

namespace perceptarium {

/// `one` and `many` may hold the verb too: counted(1, "row was", "rows were") is "1 row was".
inline std::string counted(std::uint64_t number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace perceptarium
