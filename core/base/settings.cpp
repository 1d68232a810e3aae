#include "base/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace perceptarium {
namespace {

std::string_view kindText(SettingKind kind) {
    switch (kind) {
        case SettingKind::Bool: return "true or false";
        case SettingKind::Integer: return "a whole number";
        case SettingKind::Real: return "a number";
        case SettingKind::Choice: return "one of the choices";
        case SettingKind::Text: return "a text";
        case SettingKind::Path: return "a path";
        case SettingKind::Pair: return "a whole number";
    }
    return "a value";
}

std::string number(double value) { return fmt::format("{}", value); }

std::string rangeOfNumbers(const SettingSpec& spec) {
    const bool low = std::isfinite(spec.minimum), high = std::isfinite(spec.maximum);
    const std::string_view kind = kindText(spec.kind);
    if (low && high) return fmt::format("{} from {} to {}", kind, number(spec.minimum), number(spec.maximum));
    if (low) return fmt::format("{} of at least {}", kind, number(spec.minimum));
    if (high) return fmt::format("{} of at most {}", kind, number(spec.maximum));
    return std::string(kind);
}

std::string rangeText(const SettingSpec& spec) {
    return rangeOfNumbers(spec) + (spec.kind == SettingKind::Pair ? ", or two such as 5x3" : "");
}

Error wrong(const SettingSpec& spec, std::string expected, std::string found) {
    return {fmt::format("{} cannot be that", spec.title.empty() ? spec.name : spec.title), spec.name, std::move(expected),
            std::move(found)};
}

Result<SettingValue> checkNumber(const SettingSpec& spec, const SettingValue& value) {
    double number = 0;
    const bool wholes = spec.kind == SettingKind::Integer || spec.kind == SettingKind::Pair;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        number = static_cast<double>(*whole);
    else if (const auto* real = std::get_if<double>(&value))
        number = *real;
    else
        return wrong(spec, rangeText(spec), settingText(value));
    const bool isWhole = std::floor(number) == number && std::abs(number) < 9e15;
    const bool fits = std::isfinite(number) && number >= spec.minimum && number <= spec.maximum;
    if (!fits || (wholes && !isWhole)) return wrong(spec, rangeText(spec), settingText(value));
    if (wholes) return SettingValue(static_cast<std::int64_t>(number));
    return SettingValue(number);
}

/// One for both, or each by itself.
Result<SettingValue> checkPair(const SettingSpec& spec, const SettingValue& value) {
    const auto* pair = std::get_if<Pair>(&value);
    if (!pair || pair->same()) return checkNumber(spec, pair ? SettingValue(pair->rows) : value);
    PC_TRY(checkNumber(rowsOf(spec), pair->rows));
    PC_TRY(checkNumber(columnsOf(spec), pair->columns));
    return value;
}

SettingSpec sideOf(SettingSpec spec, std::string_view side) {
    spec.title = fmt::format("{}, {}", spec.title.empty() ? spec.name : spec.title, side);
    spec.kind = SettingKind::Integer;
    if (const auto pair = pairOf(spec.standard)) spec.standard = side == "rows" ? pair->rows : pair->columns;
    return spec;
}

/// The two of "5x3", "5×3" or "5,3", with spaces or without; the whole text and nothing where it is not two.
std::pair<std::string_view, std::optional<std::string_view>> sidesOf(std::string_view text) {
    for (const std::string_view between : {"x", "X", "×", ","})
        if (const auto at = text.find(between); at != std::string_view::npos)
            return {text.substr(0, at), text.substr(at + between.size())};
    return {text, std::nullopt};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// A whole number, or a number with a fraction; nullopt: neither.
std::optional<SettingValue> numberFrom(std::string_view text) {
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto [stop, code] = std::from_chars(text.data(), end, whole); code == std::errc() && stop == end) return whole;
    double real = 0;
    if (const auto [stop, code] = std::from_chars(text.data(), end, real); code == std::errc() && stop == end) return real;
    return std::nullopt;
}

/// Each of two numbers, checked as what it is.
Result<SettingValue> pairFrom(const SettingSpec& spec, const SettingValue& rows, const SettingValue& columns) {
    const bool same = rows == columns;  // then nothing is to be said of one of them
    const auto first = PC_TRY(checkNumber(same ? spec : rowsOf(spec), rows));
    const auto second = PC_TRY(checkNumber(same ? spec : columnsOf(spec), columns));
    return pairValue({std::get<std::int64_t>(first), std::get<std::int64_t>(second)});
}

Result<SettingValue> parsePair(const SettingSpec& spec, const std::string& text) {
    const auto [first, second] = sidesOf(text);
    const auto rows = numberFrom(trimmed(first)), columns = second ? numberFrom(trimmed(*second)) : rows;
    if (!rows || !columns) return wrong(spec, rangeText(spec), text);
    return pairFrom(spec, *rows, *columns);
}

std::optional<SettingValue> numberFrom(const nlohmann::json& json) {
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number()) return json.get<double>();
    return std::nullopt;
}

Result<SettingValue> fromJson(const SettingSpec& spec, const nlohmann::json& json) {
    if (spec.kind == SettingKind::Pair && json.is_array() && json.size() == 2) {
        const auto rows = numberFrom(json[0]), columns = numberFrom(json[1]);
        if (rows && columns) return pairFrom(spec, *rows, *columns);
    }
    if (json.is_boolean()) return checkSetting(spec, json.get<bool>());
    if (json.is_number_integer()) return checkSetting(spec, json.get<std::int64_t>());
    if (json.is_number()) return checkSetting(spec, json.get<double>());
    if (json.is_string()) return checkSetting(spec, json.get<std::string>());
    return wrong(spec, rangeText(spec), json.dump());
}

}  // namespace

const SettingSpec* findSetting(const std::vector<SettingSpec>& specs, std::string_view name) {
    for (const auto& spec : specs)
        if (spec.name == name) return &spec;
    return nullptr;
}

bool matters(const SettingSpec& spec, const std::vector<SettingSpec>& specs, const Settings& settings) {
    if (spec.onlyFor.setting.empty()) return true;
    const auto given = settings.find(spec.onlyFor.setting);
    const SettingSpec* other = findSetting(specs, spec.onlyFor.setting);
    if (given == settings.end() && other == nullptr) return true;
    const std::string value = settingText(given != settings.end() ? given->second : other->standard);
    return std::find(spec.onlyFor.values.begin(), spec.onlyFor.values.end(), value) != spec.onlyFor.values.end();
}

Result<SettingValue> checkSetting(const SettingSpec& spec, const SettingValue& value) {
    switch (spec.kind) {
        case SettingKind::Bool:
            if (!std::holds_alternative<bool>(value)) return wrong(spec, "true or false", settingText(value));
            return value;
        case SettingKind::Integer:
        case SettingKind::Real: return checkNumber(spec, value);
        case SettingKind::Pair: return checkPair(spec, value);
        case SettingKind::Choice: {
            const auto* text = std::get_if<std::string>(&value);
            for (const auto& choice : spec.choices)
                if (text && *text == choice) return value;
            return wrong(spec, fmt::format("one of {}", fmt::join(spec.choices, ", ")), settingText(value));
        }
        case SettingKind::Text:
        case SettingKind::Path:
            if (!std::holds_alternative<std::string>(value)) return wrong(spec, "a text", settingText(value));
            return value;
    }
    return value;
}

Result<Settings> completeSettings(const std::vector<SettingSpec>& specs, const Settings& settings) {
    Settings complete;
    for (const auto& [name, value] : settings) {
        const SettingSpec* spec = findSetting(specs, name);
        if (!spec) {
            std::vector<std::string> names;
            for (const auto& known : specs) names.push_back(known.name);
            return Error{"there is no such setting", name,
                         names.empty() ? "no settings" : fmt::format("one of {}", fmt::join(names, ", ")), name};
        }
        complete[name] = PC_TRY(checkSetting(*spec, value));
    }
    for (const auto& spec : specs) complete.try_emplace(spec.name, spec.standard);
    return complete;
}

Result<SettingValue> parseSetting(const SettingSpec& spec, const std::string& text) {
    switch (spec.kind) {
        case SettingKind::Bool:
            if (text == "true" || text == "yes" || text == "1") return checkSetting(spec, true);
            if (text == "false" || text == "no" || text == "0") return checkSetting(spec, false);
            return wrong(spec, "true or false", text);
        case SettingKind::Integer:
        case SettingKind::Real: {
            const auto number = numberFrom(std::string_view(text));
            return number ? checkSetting(spec, *number) : wrong(spec, rangeText(spec), text);
        }
        case SettingKind::Pair: return parsePair(spec, text);
        default: return checkSetting(spec, text);
    }
}

std::string settingText(const SettingValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* real = std::get_if<double>(&value)) return number(*real);
    if (const auto* pair = std::get_if<Pair>(&value))
        return pair->same() ? fmt::format("{}", pair->rows) : fmt::format("{}x{}", pair->rows, pair->columns);
    return std::get<std::string>(value);
}

SettingValue pairValue(const Pair& pair) {
    if (pair.same()) return pair.rows;
    return pair;
}

std::optional<Pair> pairOf(const SettingValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return Pair{*whole, *whole};
    if (const auto* pair = std::get_if<Pair>(&value)) return *pair;
    return std::nullopt;
}

std::string pairText(const Pair& pair) {
    return pair.same() ? fmt::format("{}", pair.rows) : fmt::format("{}×{}", pair.rows, pair.columns);
}

SettingSpec rowsOf(const SettingSpec& spec) { return sideOf(spec, "rows"); }
SettingSpec columnsOf(const SettingSpec& spec) { return sideOf(spec, "columns"); }

nlohmann::json settingsToJson(const Settings& settings) {
    auto json = nlohmann::json::object();
    for (const auto& [name, value] : settings) std::visit([&, key = name](const auto& v) { json[key] = v; }, value);
    return json;
}

Result<Settings> settingsFromJson(const std::vector<SettingSpec>& specs, const nlohmann::json& json) {
    if (!json.is_object()) return Error{"settings must be an object", {}, "{ \"name\": value, … }", json.dump()};
    Settings settings;
    for (const auto& [name, value] : json.items()) {
        const SettingSpec* spec = findSetting(specs, name);
        if (!spec) {
            PC_TRY(completeSettings(specs, {{name, std::string()}}));  // says which names there are
            continue;
        }
        settings[name] = PC_TRY(fromJson(*spec, value));
    }
    return settings;
}

}  // namespace perceptarium
