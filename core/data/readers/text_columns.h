// Tells tables from texts, and columns of sentences from columns of words, by a look at the beginning.
#pragma once

#include <optional>
#include <string>

#include "data/readers/csv.h"

namespace perceptarium::data {

/// How sure it is that this file is a table: by its ending and by how alike its first lines are.
double looksLikeTable(const std::string& path);

/// The column with the longest texts, if they are sentences (six words or more on average).
std::optional<std::size_t> sentenceColumn(const CsvTable& table);

/// The first rows of a file as a table; nullopt if it is none.
std::optional<CsvTable> tableBeginning(const std::string& path);

/// The ending without .gz, in lower case, with its dot: ".csv".
std::string endingOf(const std::string& path);

}  // namespace perceptarium::data
