// Text table: a CSV file with a column of texts and a column of classes.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "base/counted.h"
#include "data/readers/column_kinds.h"
#include "data/readers/text_columns.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

struct TextCsvSettings : TextSettings {
    std::string path, text, target, separator = "auto", header = "auto";
};

const std::vector<SettingOf<TextCsvSettings>>& members() {
    using S = TextCsvSettings;
    static const auto list = withTextSettings<S>({
        setting("path", "File", &S::path, "A table with a column of texts; plain or .gz.", {}, SettingKind::Path),
        setting("text", "Text column", &S::text,
                "Name of the column of texts or its number from 1; empty means the one with the longest texts."),
        setting("target", "Target column", &S::target,
                "Name of the column of classes or its number from 1; empty means the one with the fewest different "
                "values."),
        setting("separator", "Separator", &S::separator, "What stands between two columns.", csvSeparators()),
        setting("header", "Header", &S::header, "Does the first row name the columns?", csvHeaders()),
    });
    return list;
}

/// The column beside the texts with the fewest different values, but at least two.
Result<std::size_t> guessTarget(const CsvTable& table, std::size_t text) {
    std::size_t best = table.columns(), fewest = table.rows() / 2 + 1;
    for (std::size_t c = 0; c < table.columns(); ++c) {
        if (c == text) continue;
        std::unordered_map<std::string_view, int> distinct;
        for (std::size_t r = 0; r < table.rows() && distinct.size() < fewest; ++r) ++distinct[table.cell(r, c)];
        if (distinct.size() >= 2 && distinct.size() < fewest) {
            fewest = distinct.size();
            best = c;
        }
    }
    if (best == table.columns())
        return Error{"there is no column of classes beside the texts",
                     table.file,
                     "a column with few different values; the setting target chooses one",
                     {}};
    return best;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    const auto table = readCsv(settings.path, {settings.separator, settings.header}, progress, 0, 0.5);
    if (!table) return table.error();
    std::size_t text = 0;
    if (settings.text.empty()) {
        const auto longest = sentenceColumn(*table);
        if (!longest)
            return Error{"there is no column of sentences",
                         table->file,
                         "six words or more on average; the setting text chooses a column",
                         {}};
        text = *longest;
    } else {
        const auto found = findColumn(*table, settings.text);
        if (!found) return found.error();
        text = *found;
    }
    const auto target = settings.target.empty() ? guessTarget(*table, text) : findColumn(*table, settings.target);
    if (!target) return target.error();
    if (*target == text)
        return Error{"the target cannot be the column of texts", table->file, "another column", table->names[text]};
    const auto columns = judgeColumns(*table, *target, {{*target, ColumnKind::Category}}, 0, progress, 0.5, 0.6);
    if (!columns) return columns.error();

    Texts texts;
    texts.name = std::filesystem::path(settings.path).filename().string();
    texts.notes = table->notes;
    texts.classes = (*columns)[*target].categories;
    std::unordered_map<std::string_view, std::int32_t> number;
    for (std::size_t k = 0; k < texts.classes.size(); ++k) number[texts.classes[k]] = static_cast<std::int32_t>(k);
    std::int64_t left = 0;
    for (std::size_t r = 0; r < table->rows(); ++r) {
        const std::string_view sentence = table->cell(r, text), label = table->cell(r, *target);
        if (sentence.empty() || isMissing(label)) {
            ++left;
            continue;
        }
        texts.texts.emplace_back(sentence);
        texts.labels.push_back(number.at(label));
    }
    if (left > 0) texts.notes.push_back(counted(left, "row without text or class was left out", "rows without text or class were left out"));
    texts.notes.push_back(
        fmt::format("Texts are from column {}, classes from column {}", table->names[text], table->names[*target]));
    return makeTextDataset(std::move(texts), settings, progress);
}

double recognizes(const std::string& path) {
    const double tableLike = looksLikeTable(path);
    if (tableLike < 0.5) return 0;
    const auto table = tableBeginning(path);
    return table && table->columns() >= 2 && table->columns() <= 6 && sentenceColumn(*table) ? tableLike + 0.1 : 0.1;
}

const Registered<SourceSpec> textCsv{{
    .id = "text-csv",
    .order = 130,
    .title = "Table of texts (CSV)",
    .meaning = "Texts and their classes in two columns of a CSV or TSV file.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
