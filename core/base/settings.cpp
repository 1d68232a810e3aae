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
    }
    return "a value";
}

std::string number(double value) { return fmt::format("{}", value); }

std::string rangeText(const SettingSpec& spec) {
    const bool low = std::isfinite(spec.minimum), high = std::isfinite(spec.maximum);
    const std::string_view kind = kindText(spec.kind);
    if (low && high) return fmt::format("{} from {} to {}", kind, number(spec.minimum), number(spec.maximum));
    if (low) return fmt::format("{} of at least {}", kind, number(spec.minimum));
    if (high) return fmt::format("{} of at most {}", kind, number(spec.maximum));
    return std::string(kind);
}

Error wrong(const SettingSpec& spec, std::string expected, std::string found) {
    return {fmt::format("{} cannot be that", spec.title.empty() ? spec.name : spec.title), spec.name, std::move(expected),
            std::move(found)};
}

Result<SettingValue> checkNumber(const SettingSpec& spec, const SettingValue& value) {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        number = static_cast<double>(*whole);
    else if (const auto* real = std::get_if<double>(&value))
        number = *real;
    else
        return wrong(spec, rangeText(spec), settingText(value));
    const bool isWhole = std::floor(number) == number && std::abs(number) < 9e15;
    const bool fits = std::isfinite(number) && number >= spec.minimum && number <= spec.maximum;
    if (!fits || (spec.kind == SettingKind::Integer && !isWhole)) return wrong(spec, rangeText(spec), settingText(value));
    if (spec.kind == SettingKind::Integer) return SettingValue(static_cast<std::int64_t>(number));
    return SettingValue(number);
}

Result<SettingValue> fromJson(const SettingSpec& spec, const nlohmann::json& json) {
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
    const char* begin = text.data();
    const char* end = begin + text.size();
    switch (spec.kind) {
        case SettingKind::Bool:
            if (text == "true" || text == "yes" || text == "1") return checkSetting(spec, true);
            if (text == "false" || text == "no" || text == "0") return checkSetting(spec, false);
            return wrong(spec, "true or false", text);
        case SettingKind::Integer:
        case SettingKind::Real: {
            std::int64_t whole = 0;
            if (const auto [stop, code] = std::from_chars(begin, end, whole); code == std::errc() && stop == end)
                return checkSetting(spec, whole);
            double real = 0;
            if (const auto [stop, code] = std::from_chars(begin, end, real); code == std::errc() && stop == end)
                return checkSetting(spec, real);
            return wrong(spec, rangeText(spec), text);
        }
        default: return checkSetting(spec, text);
    }
}

std::string settingText(const SettingValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* real = std::get_if<double>(&value)) return number(*real);
    return std::get<std::string>(value);
}

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
