#include "exchange/json_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/json_text.h"
#include "base/suggest.h"

namespace perceptarium::exchange {

using nlohmann::json;

Error JsonFields::error(const std::string& pointer, std::string what, std::string expected, std::string found) const {
    const std::string path = spokenPath(pointer);
    return {std::move(what), fmt::format("{}:{}{}{}", where_, lines_.of(pointer), path.empty() ? "" : ": ", path),
            std::move(expected), std::move(found)};
}

Status JsonFields::object(const json& value, const std::string& pointer, const Names& fields) const {
    if (!value.is_object()) return error(pointer, "not an object", "{…}", shortJson(value));
    for (const auto& [field, ignored] : value.items())
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            return error(pointer + "/" + field, "there is no such field", expectedOneOf(field, fields), {});
    return {};
}

Result<std::string> JsonFields::text(const json& value, const std::string& pointer) const {
    if (!value.is_string()) return error(pointer, "not a text", "\"…\"", shortJson(value));
    return value.get<std::string>();
}

Result<Names> JsonFields::texts(const json& value, const std::string& pointer) const {
    if (!value.is_array()) return error(pointer, "not a list of texts", "[\"…\", …]", shortJson(value));
    Names texts;
    for (const auto& item : value) {
        if (!item.is_string()) return error(pointer, "not a list of texts", "\"…\"", shortJson(item));
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

Result<bool> JsonFields::yesNo(const json& value, const std::string& pointer) const {
    if (!value.is_boolean()) return error(pointer, "not a yes or no", "true or false", shortJson(value));
    return value.get<bool>();
}

Result<double> JsonFields::number(const json& value, const std::string& pointer, double minimum, double maximum) const {
    if (!value.is_number() || !(value.get<double>() >= minimum && value.get<double>() <= maximum))
        return error(pointer, "not a number that fits here", fmt::format("a number from {} to {}", minimum, maximum),
                     shortJson(value));
    return value.get<double>();
}

Result<std::int64_t> JsonFields::count(const json& value, const std::string& pointer, std::int64_t minimum,
                                       std::int64_t maximum) const {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool whole = value.is_number_unsigned() ? value.get<std::uint64_t>() <= largest : value.is_number_integer();
    if (!whole || value.get<std::int64_t>() < minimum || value.get<std::int64_t>() > maximum)
        return error(pointer, "not a whole number that fits here",
                     maximum == std::numeric_limits<std::int64_t>::max() ? fmt::format("{} or more", minimum)
                                                                         : fmt::format("{} to {}", minimum, maximum),
                     shortJson(value));
    return value.get<std::int64_t>();
}

Result<std::uint64_t> JsonFields::seed(const json& value, const std::string& pointer) const {
    if (!value.is_number_unsigned())
        return error(pointer, "not a whole number that fits here", "0 or more", shortJson(value));
    return value.get<std::uint64_t>();
}

}  // namespace perceptarium::exchange
