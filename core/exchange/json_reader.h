// Reading JSON that someone else wrote: bounded in depth, without fields that appear twice, and with the line of each value.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace perceptarium::exchange {

/// Where values stand in a text, by JSON pointer ("/network/nodes/2/settings").
class JsonLines {
public:
    void add(std::string pointer, int line) { lines_.emplace(std::move(pointer), line); }
    /// The line of the value, or of the nearest one around it that is known; 1 for the whole text.
    int of(std::string_view pointer) const;

private:
    std::map<std::string, int, std::less<>> lines_;
};

/// Errors: not JSON, a field twice in one object, nested deeper than `maximumDepth`; each with "where:line". `lines`, when
/// given, is filled.
Result<nlohmann::json> readJson(std::string_view text, const std::string& where, int maximumDepth,
                                JsonLines* lines = nullptr);

/// "/network/nodes/2/settings" → "network.nodes[2].settings", as people say it.
std::string spokenPath(std::string_view pointer);

}  // namespace perceptarium::exchange
