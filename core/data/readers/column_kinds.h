// What each column of a table is: numbers, categories, or nothing to learn from. Guessed, unless the user says
// otherwise.
#pragma once

#include "data/readers/csv.h"

namespace perceptarium::data {

enum class ColumnKind { Number, Category, Ignore };

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::Ignore;
    std::vector<std::string> categories;  ///< for Category: numbers by value, words by the alphabet
    std::size_t missing = 0;              ///< cells with nothing in them
    std::size_t strange = 0;              ///< for Number: cells that are no finite number; they count as missing
    std::size_t firstStrange = 0;         ///< row of the first
    std::string note;                     ///< why it is ignored; empty when there is nothing to say
};

/// Number of the column that `name` means: its name, or its number from 1 written in digits; empty: the last.
/// Error names the columns there are.
Result<std::size_t> findColumn(const CsvTable& table, const std::string& name);

/// "age:number, name:ignore, class:category"; names with a comma or colon in double quotes.
Result<std::vector<std::pair<std::size_t, ColumnKind>>> parseColumnKinds(const CsvTable& table,
                                                                         const std::string& text);

/// Looks at all cells. `told`: as the user said. The target is a Category when it holds words or few whole numbers.
/// Inputs with more than `mostCategories` different words are ignored. Error: the target holds neither classes nor
/// numbers.
Result<std::vector<Column>> judgeColumns(const CsvTable& table, std::size_t target,
                                         const std::vector<std::pair<std::size_t, ColumnKind>>& told,
                                         std::size_t mostCategories, const Progress& progress, double from, double to);

}  // namespace perceptarium::data
