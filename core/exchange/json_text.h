// JSON as people like to read it: short lists and objects on one line, long ones broken; equal values, equal bytes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace perceptarium::exchange {

/// Ends with a newline. Text that is not UTF-8 gets replacement characters; a number that is not finite becomes null.
std::string jsonText(const nlohmann::ordered_json& value);

/// At most `length` bytes of the value, for error messages.
std::string shortJson(const nlohmann::json& value, std::size_t length = 40);

}  // namespace perceptarium::exchange
