#include "data/readers/column_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "data/limits.h"
#include "data/readers/words.h"

namespace perceptarium::data {
namespace {

constexpr std::size_t kFewNumbers = 12;  ///< whole numbers of a target that still count as classes
constexpr double kStrangeShare = 0.05;   ///< so many cells of a number column may be something else

/// What one walk down a column tells.
struct Tally {
    std::size_t missing = 0, numbers = 0, others = 0, firstOther = 0;
    bool whole = true;     ///< all numbers are whole
    bool countsUp = true;  ///< each is one more than the one before: a row number
    bool constant = true;
    std::unordered_set<std::string_view> distinct;  ///< not more than asked for
};

Tally tally(const CsvTable& table, std::size_t column, std::size_t mostDistinct) {
    Tally seen;
    double before = 0;
    std::string_view first;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view cell = table.cell(row, column);
        if (isMissing(cell)) {
            ++seen.missing;
            seen.countsUp = false;
            continue;
        }
        if (first.data() == nullptr) first = cell;
        if (cell != first) seen.constant = false;
        double value = 0;
        if (parseNumber(cell, table.separator, value)) {
            if (std::floor(value) != value) seen.whole = false;
            if (seen.numbers > 0 && value != before + 1) seen.countsUp = false;
            before = value;
            ++seen.numbers;
        } else {
            if (seen.others++ == 0) seen.firstOther = row;
            seen.countsUp = false;
        }
        if (seen.distinct.size() <= mostDistinct) seen.distinct.insert(cell);
    }
    return seen;
}

std::vector<std::string> sorted(const CsvTable& table, const std::unordered_set<std::string_view>& distinct) {
    std::vector<std::string> names(distinct.begin(), distinct.end());
    const auto number = [&](const std::string& name) {
        double value = 0;
        return parseNumber(name, table.separator, value) ? std::optional(value) : std::nullopt;
    };
    std::sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
        const auto x = number(a), y = number(b);
        if (x && y && *x != *y) return *x < *y;
        if (x.has_value() != y.has_value()) return x.has_value();
        return a < b;
    });
    return names;
}

bool namedLikeId(const std::string& name) {
    const std::string lower = lowerCase(name);
    return lower == "id" || lower.ends_with("_id") || lower.ends_with(" id") || name.ends_with("Id") ||
           name.ends_with("ID");
}

/// A guess for an input column, with the reason when it is left out.
void judgeInput(Column& column, const Tally& seen, const CsvTable& table, std::size_t mostCategories) {
    const std::size_t present = seen.numbers + seen.others;
    const bool mostlyNumbers = static_cast<double>(seen.others) <= kStrangeShare * static_cast<double>(present);
    if (present == 0) {
        column.note = "is empty";
    } else if (mostlyNumbers) {
        if (seen.others == 0 && seen.whole && table.rows() > 20 &&
            (seen.countsUp || (namedLikeId(column.name) && seen.distinct.size() > mostCategories)))
            column.note = "looks like a row number or an id";
        else if (seen.constant && table.rows() > 1)
            column.note = "is the same in every row";
        else
            column.kind = ColumnKind::Number;
    } else if (seen.distinct.size() > mostCategories) {
        column.note = fmt::format("holds more than {} different words", mostCategories);
    } else if (seen.constant && seen.missing == 0 && table.rows() > 1) {
        column.note = "is the same in every row";
    } else {
        column.kind = ColumnKind::Category;
    }
}

Status judgeTarget(Column& column, const Tally& seen, const CsvTable& table, std::size_t index) {
    const std::size_t present = seen.numbers + seen.others;
    const auto place = table.file + ", column " + column.name;
    if (present == 0) return Error{"the target column is empty", place, "classes or numbers", "no values"};
    if (static_cast<double>(seen.others) <= kStrangeShare * static_cast<double>(present) && seen.numbers > 0) {
        const bool few = seen.whole && seen.others == 0 && seen.distinct.size() <= kFewNumbers;
        column.kind = few ? ColumnKind::Category : ColumnKind::Number;
        return {};
    }
    column.kind = ColumnKind::Category;
    if (seen.distinct.size() > 20 && seen.distinct.size() * 2 > present)
        return Error{"the target column holds neither classes nor numbers", table.place(seen.firstOther, index),
                     "a column with few different values, or with numbers; the setting target chooses another",
                     fmt::format("more than {} different texts in {}", seen.distinct.size() - 1, column.name)};
    return {};
}

}  // namespace

Result<std::size_t> findColumn(const CsvTable& table, const std::string& name) {
    if (name.empty()) return table.columns() - 1;
    for (std::size_t c = 0; c < table.columns(); ++c)
        if (table.names[c] == name) return c;
    for (std::size_t c = 0; c < table.columns(); ++c)
        if (lowerCase(table.names[c]) == lowerCase(name)) return c;
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failure == std::errc{} && end == name.data() + name.size() && number >= 1 && number <= table.columns())
        return number - 1;
    std::string names;
    for (std::size_t c = 0; c < std::min<std::size_t>(table.columns(), 30); ++c)
        names += (c ? ", " : "") + table.names[c];
    return Error{"there is no such column", table.file,
                 names + fmt::format("; or a number from 1 to {}", table.columns()), name};
}

Result<std::vector<std::pair<std::size_t, ColumnKind>>> parseColumnKinds(const CsvTable& table,
                                                                         const std::string& text) {
    std::vector<std::pair<std::size_t, ColumnKind>> told;
    std::string_view rest = trimmed(text);
    while (!rest.empty()) {
        std::string name;
        std::size_t colon;
        if (rest.starts_with('"')) {
            const std::size_t close = rest.find('"', 1);
            if (close == std::string_view::npos)
                return Error{"a quotation mark is never closed", "columns", "\"name\":kind", std::string(rest)};
            name = rest.substr(1, close - 1);
            colon = rest.find(':', close);
        } else {
            colon = rest.find(':');
            name = trimmed(rest.substr(0, colon));
        }
        if (colon == std::string_view::npos)
            return Error{"a column without its kind", "columns", "name:number, name:category or name:ignore",
                         std::string(rest)};
        const std::size_t comma = rest.find(',', colon);
        const std::string_view kind =
            trimmed(rest.substr(colon + 1, comma == std::string_view::npos ? comma : comma - colon - 1));
        rest = comma == std::string_view::npos ? std::string_view{} : trimmed(rest.substr(comma + 1));
        const auto column =
            name.empty()
                ? Result<std::size_t>(Error{"a kind without a column", "columns", "name:kind", std::string(kind)})
                : findColumn(table, name);
        if (!column) return column.error();
        if (kind == "number")
            told.emplace_back(*column, ColumnKind::Number);
        else if (kind == "category")
            told.emplace_back(*column, ColumnKind::Category);
        else if (kind == "ignore")
            told.emplace_back(*column, ColumnKind::Ignore);
        else
            return Error{"there is no such kind of column", "columns", "number, category or ignore",
                         fmt::format("{}:{}", name, kind)};
    }
    return told;
}

Result<std::vector<Column>> judgeColumns(const CsvTable& table, std::size_t target,
                                         const std::vector<std::pair<std::size_t, ColumnKind>>& told,
                                         std::size_t mostCategories, const Progress& progress, double from, double to) {
    std::vector<Column> columns(table.columns());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(from + (to - from) * static_cast<double>(c) / static_cast<double>(columns.size()),
                        "Looking at the columns");
        Column& column = columns[c];
        column.name = table.names[c];
        const auto said = std::find_if(told.rbegin(), told.rend(), [&](const auto& each) { return each.first == c; });
        const bool isTold = said != told.rend();
        if (isTold && said->second == ColumnKind::Ignore && c != target) continue;
        const auto most = c == target || isTold ? static_cast<std::size_t>(limits::kClasses) : mostCategories;
        const Tally seen = tally(table, c, most);
        column.missing = seen.missing;
        if (isTold && said->second == ColumnKind::Ignore)
            return Error{"the target column cannot be ignored", "columns", "number or category", column.name};
        if (isTold) {
            column.kind = said->second;
        } else if (c == target) {
            if (auto judged = judgeTarget(column, seen, table, c); !judged) return judged.error();
        } else {
            judgeInput(column, seen, table, mostCategories);
        }
        if (column.kind == ColumnKind::Number) {
            column.strange = seen.others;
            column.firstStrange = seen.firstOther;
            if (seen.numbers == 0)
                return Error{"a column of numbers without any", table.place(seen.firstOther, c),
                             "numbers in " + column.name, std::string(table.cell(seen.firstOther, c).substr(0, 40))};
        }
        if (column.kind == ColumnKind::Category) {
            if (seen.distinct.size() > static_cast<std::size_t>(limits::kClasses))
                return Error{"a column of categories with too many of them", table.file + ", column " + column.name,
                             fmt::format("at most {}", limits::kClasses), "more"};
            column.categories = sorted(table, seen.distinct);
        }
    }
    return columns;
}

}  // namespace perceptarium::data
