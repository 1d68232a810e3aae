// Settings of anything that can be declared (a layer, an optimizer, a source, …): described once by SettingSpec, kept as
// plain values in the document, read by inspector, project file, command line and undo alike.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/result.h"

namespace perceptarium {

/// Two whole numbers that belong together: rows and columns of a kernel.
struct Pair {
    std::int64_t rows = 1, columns = 1;
    bool same() const { return rows == columns; }
    auto operator<=>(const Pair&) const = default;
};
/// One number where both are the same, so that a square kernel is written as it always was; else [rows, columns].
template <class Json>
void to_json(Json& json, const Pair& pair) {
    if (pair.same())
        json = pair.rows;
    else
        json = Json::array({pair.rows, pair.columns});
}

/// A pair of equal numbers is kept as that number: a Pair here always has two that differ (pairValue, checkSetting).
using SettingValue = std::variant<bool, std::int64_t, double, std::string, Pair>;
/// By setting name. A name that is missing stands for the declared default.
using Settings = std::map<std::string, SettingValue>;

/// Pair: two whole numbers, rows and columns, or one for both.
enum class SettingKind { Bool, Integer, Real, Choice, Text, Path, Pair };

struct SettingSpec {
    std::string name;        ///< for ever: it is what files hold ("kernel")
    std::string title;       ///< what people read ("Kernel size")
    SettingKind kind = SettingKind::Integer;
    SettingValue standard;   ///< factory setting
    std::string meaning;     ///< one sentence that teaches
    std::string unit;        ///< "pixels", "epochs"; may be empty
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    std::vector<std::string> choices;  ///< for Choice
    std::vector<std::string> choiceMeanings = {};  ///< one line for each choice, or empty
    /// Matters only where another setting has one of these values (as settingText says them); no name: always.
    struct Condition {
        std::string setting = {};
        std::vector<std::string> values = {};
        bool operator==(const Condition&) const = default;
    } onlyFor = {};
};
/// Does this setting matter, with the others as they are? `specs` has the standards of what is missing.
bool matters(const SettingSpec& spec, const std::vector<SettingSpec>& specs, const Settings& settings);

const SettingSpec* findSetting(const std::vector<SettingSpec>& specs, std::string_view name);

/// Type, range and choice of one value; integers are accepted where a real number or a pair is asked. Error names the
/// setting, and of a pair's two numbers the one that is wrong.
Result<SettingValue> checkSetting(const SettingSpec& spec, const SettingValue& value);
/// All of `settings`: unknown names and bad values are errors; missing ones are filled in with the standard.
Result<Settings> completeSettings(const std::vector<SettingSpec>& specs, const Settings& settings);
/// Parses what a person typed ("0.5", "true", "same", "5x3") by the setting's kind.
Result<SettingValue> parseSetting(const SettingSpec& spec, const std::string& text);
/// As parseSetting reads it; a pair is "5x3", or "5" where both are the same.
std::string settingText(const SettingValue& value);

/// The pair as settings hold it: one number where both are the same.
SettingValue pairValue(const Pair& pair);
/// The pair of such a value; nullopt when it is no whole number and no pair.
std::optional<Pair> pairOf(const SettingValue& value);
/// "5×3" for people to read, or "5" where both are the same.
std::string pairText(const Pair& pair);
/// The setting of one of the two by itself, as a whole number: "Kernel size, rows".
SettingSpec rowsOf(const SettingSpec& spec);
SettingSpec columnsOf(const SettingSpec& spec);

nlohmann::json settingsToJson(const Settings& settings);
/// Errors name the field. `specs` decide the types.
Result<Settings> settingsFromJson(const std::vector<SettingSpec>& specs, const nlohmann::json& json);

/// The value of a setting that is known to be declared with type T (CHECK), or its standard.
template <class T>
T settingOr(const Settings& settings, const std::string& name, T standard) {
    const auto found = settings.find(name);
    if (found == settings.end()) return standard;
    if constexpr (std::is_same_v<T, double>)
        if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return static_cast<double>(*whole);
    if constexpr (std::is_same_v<T, Pair>)
        if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return {*whole, *whole};
    const T* value = std::get_if<T>(&found->second);
    return value ? *value : standard;
}

// --- typed settings: a plain struct whose members are declared as settings ------------------------------------------

struct Range {
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
};

/// One member of the plain struct S, with its description.
template <class S>
struct SettingOf {
    SettingSpec spec;
    /// An unsigned member (a seed) is an Integer from 0 that fits an int64; a pair may be an Integer that is both.
    std::variant<bool S::*, std::int64_t S::*, std::uint64_t S::*, double S::*, std::string S::*, Pair S::*> member;

    SettingValue get(const S& s) const {
        return std::visit(
            [&](auto pointer) {
                using T = std::remove_cvref_t<decltype(s.*pointer)>;
                if constexpr (std::is_same_v<T, std::uint64_t>)
                    return SettingValue(static_cast<std::int64_t>(s.*pointer));
                else if constexpr (std::is_same_v<T, Pair>)
                    return pairValue(s.*pointer);
                else
                    return SettingValue(s.*pointer);
            },
            member);
    }
    /// Not inlined: where S has no string, GCC 12 would look at the string case of the visit and warn of a bound.
    [[gnu::noinline]] void set(S& s, const SettingValue& value) const {
        std::visit(
            [&](auto pointer) {
                using T = std::remove_reference_t<decltype(s.*pointer)>;
                if constexpr (std::is_same_v<T, double>) {
                    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                        s.*pointer = static_cast<double>(*whole);
                        return;
                    }
                }
                if constexpr (std::is_same_v<T, Pair>) {
                    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                        s.*pointer = {*whole, *whole};
                        return;
                    }
                }
                if constexpr (std::is_same_v<T, std::uint64_t>)
                    s.*pointer = static_cast<std::uint64_t>(std::get<std::int64_t>(value));
                else
                    s.*pointer = std::get<T>(value);
            },
            member);
    }
};

template <class S>
SettingOf<S> setting(std::string name, std::string title, std::int64_t S::*member, std::string meaning, Range range,
                     std::string unit = {}) {
    SettingOf<S> result;
    result.spec = {std::move(name), std::move(title), SettingKind::Integer, S{}.*member, std::move(meaning),
                   std::move(unit), range.minimum, range.maximum, {}};
    result.member = member;
    return result;
}
template <class S>
SettingOf<S> setting(std::string name, std::string title, std::uint64_t S::*member, std::string meaning, Range range,
                     std::string unit = {}) {
    SettingOf<S> result;
    result.spec = {std::move(name), std::move(title), SettingKind::Integer, static_cast<std::int64_t>(S{}.*member),
                   std::move(meaning), std::move(unit), range.minimum, range.maximum, {}};
    result.member = member;
    return result;
}
/// Rows and columns; or, as an Integer, one number for both (windows along a single axis).
template <class S>
SettingOf<S> setting(std::string name, std::string title, Pair S::*member, std::string meaning, Range range,
                     std::string unit = {}, SettingKind kind = SettingKind::Pair) {
    SettingOf<S> result;
    result.spec = {std::move(name), std::move(title), kind, pairValue(S{}.*member), std::move(meaning),
                   std::move(unit), range.minimum, range.maximum, {}};
    result.member = member;
    return result;
}
template <class S>
SettingOf<S> setting(std::string name, std::string title, double S::*member, std::string meaning, Range range,
                     std::string unit = {}) {
    SettingOf<S> result;
    result.spec = {std::move(name), std::move(title), SettingKind::Real, S{}.*member, std::move(meaning),
                   std::move(unit), range.minimum, range.maximum, {}};
    result.member = member;
    return result;
}
template <class S>
SettingOf<S> setting(std::string name, std::string title, bool S::*member, std::string meaning) {
    SettingOf<S> result;
    result.spec = {std::move(name), std::move(title), SettingKind::Bool, S{}.*member, std::move(meaning), {}, 0, 1, {}};
    result.member = member;
    return result;
}
/// With choices: a Choice; without: free Text (or Path, if so said).
template <class S>
SettingOf<S> setting(std::string name, std::string title, std::string S::*member, std::string meaning,
                     std::vector<std::string> choices = {}, SettingKind kind = SettingKind::Text) {
    SettingOf<S> result;
    result.spec.name = std::move(name);
    result.spec.title = std::move(title);
    result.spec.kind = choices.empty() ? kind : SettingKind::Choice;
    result.spec.standard = S{}.*member;
    result.spec.meaning = std::move(meaning);
    result.spec.choices = std::move(choices);
    result.member = member;
    return result;
}

template <class S>
std::vector<SettingSpec> specsOf(const std::vector<SettingOf<S>>& members) {
    std::vector<SettingSpec> specs;
    for (const auto& member : members) specs.push_back(member.spec);
    return specs;
}
/// The plain struct from checked settings (missing ones keep their standard).
template <class S>
S typedSettings(const std::vector<SettingOf<S>>& members, const Settings& settings) {
    S typed;
    for (const auto& member : members)
        if (const auto found = settings.find(member.spec.name); found != settings.end())
            member.set(typed, found->second);
    return typed;
}

}  // namespace perceptarium
