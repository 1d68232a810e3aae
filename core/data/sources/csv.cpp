// CSV: tables of numbers and words, one row an example, one column the target.
#include <filesystem>

#include "data/limits.h"
#include "data/readers/byte_stream.h"
#include "data/readers/text_columns.h"
#include "data/readers/words.h"
#include "data/table_dataset.h"

namespace perceptarium::data {
namespace {

struct CsvSettings : TableSettings {
    std::string path, separator = "auto", header = "auto";
};

const std::vector<SettingOf<CsvSettings>>& members() {
    using S = CsvSettings;
    static const std::vector<SettingOf<S>> list = {
        setting("path", "File", &S::path,
                "The table, with commas, semicolons, tabs, bars or blanks between columns; plain or .gz.", {},
                SettingKind::Path),
        setting("target", "Target column", static_cast<std::string S::*>(&S::target),
                "What is to be predicted: the name of a column or its number from 1; empty means the last one."),
        setting("columns", "Column kinds", static_cast<std::string S::*>(&S::columns),
                "Corrects what was guessed, such as age:number, name:ignore, class:category."),
        setting("missing", "Missing numbers", static_cast<std::string S::*>(&S::missing),
                "Missing numbers are filled with this value of the training part.", {"median", "mean"}),
        setting("categories", "Most categories", static_cast<std::int64_t S::*>(&S::categories),
                "Columns of words with more different words than this are left out.", {2, 1000}, "words"),
        setting("gaps", "Mark gaps", static_cast<bool S::*>(&S::gaps),
                "Adds an input that says whether a value is there, for columns that miss one in twenty or more: that it "
                "is missing often says something."),
        setting("scaleTarget", "Standardize a number target", static_cast<bool S::*>(&S::scaleTarget),
                "Training sees a target of numbers with mean 0 and deviation 1 (fitted on the training part), so that usual "
                "learning rates work; answers and errors are shown in its own units."),
        setting("separator", "Separator", &S::separator, "What stands between two columns.", csvSeparators()),
        setting("header", "Header", &S::header, "Does the first row name the columns?", csvHeaders()),
    };
    return list;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    const auto table = readCsv(settings.path, {settings.separator, settings.header}, progress, 0, 0.6);
    if (!table) return table.error();
    return makeTableDataset(*table, settings, std::filesystem::path(settings.path).filename().string(), progress, 0.6,
                            1);
}

double recognizes(const std::string& path) { return looksLikeTable(path); }

const Registered<SourceSpec> csv{{
    .id = "csv",
    .order = 120,
    .title = "Table (CSV)",
    .meaning = "Rows of numbers and words from a CSV or TSV file; one column is the target.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
