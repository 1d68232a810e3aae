// Fields of JSON with their kinds checked, errors with file, line and field. Only for .cpp files: it includes nlohmann.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "exchange/json_reader.h"

namespace perceptarium::exchange {

using Names = std::vector<std::string>;

class JsonFields {
public:
    /// Both must outlive this.
    JsonFields(const std::string& where, const JsonLines& lines) : where_(where), lines_(lines) {}

    /// `pointer` as in JsonLines.
    Error error(const std::string& pointer, std::string what, std::string expected, std::string found) const;

    /// An object with none but these fields; unknown ones get a "did you mean".
    Status object(const nlohmann::json& value, const std::string& pointer, const Names& fields) const;
    Result<std::string> text(const nlohmann::json& value, const std::string& pointer) const;
    Result<Names> texts(const nlohmann::json& value, const std::string& pointer) const;
    Result<bool> yesNo(const nlohmann::json& value, const std::string& pointer) const;
    Result<double> number(const nlohmann::json& value, const std::string& pointer, double minimum, double maximum) const;
    Result<std::int64_t> count(const nlohmann::json& value, const std::string& pointer, std::int64_t minimum,
                               std::int64_t maximum = std::numeric_limits<std::int64_t>::max()) const;
    Result<std::uint64_t> seed(const nlohmann::json& value, const std::string& pointer) const;

private:
    const std::string& where_;
    const JsonLines& lines_;
};

}  // namespace perceptarium::exchange
