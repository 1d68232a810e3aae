#include "data/table_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "base/counted.h"
#include "data/fitted_table.h"
#include "data/limits.h"

namespace perceptarium::data {
namespace {

constexpr std::int64_t kMostCaptions = 200'000;  ///< larger tables do without, to save memory
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// The rows that have a target.
std::vector<std::size_t> usableRows(const CsvTable& table, std::size_t target, const Column& column) {
    std::vector<std::size_t> rows;
    double value = 0;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const std::string_view cell = table.cell(r, target);
        if (!isMissing(cell) && (column.kind == ColumnKind::Category || parseNumber(cell, table.separator, value)))
            rows.push_back(r);
    }
    return rows;
}

void noteColumns(const std::vector<Column>& columns, std::size_t target, const CsvTable& table,
                 std::vector<std::string>& notes) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Column& column = columns[c];
        if (!column.note.empty())
            notes.push_back(fmt::format("Column {} is left out: it {}", column.name, column.note));
        if (column.kind == ColumnKind::Number && column.strange > 0)
            notes.push_back(
                fmt::format("{} values of {} are no finite numbers and count as missing; the first is in line {}: {}",
                            column.strange, column.name, table.line(column.firstStrange),
                            table.cell(column.firstStrange, c).substr(0, 40)));
        if (column.kind == ColumnKind::Category && c != target && column.missing > 0)
            notes.push_back(
                fmt::format("{} missing values of {}: none of its categories is set", column.missing, column.name));
    }
}

/// Does it miss enough values, and have enough, for the gaps to tell something?
bool hasGaps(const Column& column, std::size_t rows) {
    constexpr double kEnough = 0.05;
    const double missing = static_cast<double>(column.missing) / static_cast<double>(rows);
    return missing >= kEnough && missing <= 1 - kEnough;
}

std::string captionOf(const CsvTable& table, std::size_t row) {
    std::string text;
    for (std::size_t c = 0; c < table.columns() && text.size() < 120; ++c)
        text += (c ? ", " : "") + std::string(table.cell(row, c).substr(0, 60));
    return fmt::format("line {}: {}", table.line(row), text);
}

/// Where a column goes in the rows of inputs.
struct Input {
    std::size_t column = 0;
    std::int64_t begin = 0;   ///< of its number, or of its categories; unused when the column itself is ignored
    std::int64_t known = -1;  ///< of the mark that a value is there; −1: no such mark
};

/// Names the features on the way. A column that is ignored because it holds too many words may still mark its gaps.
std::vector<Input> layOut(const std::vector<Column>& columns, std::size_t target, bool marksGaps, std::size_t rows,
                          std::vector<std::string>& features) {
    std::vector<Input> inputs;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Column& column = columns[c];
        if (c == target) continue;
        Input input{c, static_cast<std::int64_t>(features.size()), -1};
        if (column.kind == ColumnKind::Number) features.push_back(column.name);
        for (const auto& category : column.categories) features.push_back(column.name + "=" + category);
        if (marksGaps && hasGaps(column, rows)) {
            input.known = static_cast<std::int64_t>(features.size());
            features.push_back(column.name + "=" + std::string(kKnown));
        }
        if (column.kind != ColumnKind::Ignore || input.known >= 0) inputs.push_back(input);
    }
    return inputs;
}

/// Column `input` of all `rows` into x [N, width], which is zero; NaN for missing numbers. True when there were any.
bool encode(const CsvTable& table, const Column& column, const Input& input, const std::vector<std::size_t>& rows,
            std::int64_t width, float* x) {
    std::unordered_map<std::string_view, std::int64_t> place;
    for (const auto& category : column.categories) place.emplace(category, static_cast<std::int64_t>(place.size()));
    bool holes = false;
    for (const std::size_t row : rows) {
        const std::string_view cell = table.cell(row, input.column);
        const bool known = !isMissing(cell);
        double value = 0;
        if (column.kind == ColumnKind::Number) {
            const bool isNumber = known && parseNumber(cell, table.separator, value);
            x[input.begin] = isNumber ? static_cast<float>(value) : kNothing;
            holes = holes || !isNumber;
        } else if (column.kind == ColumnKind::Category && known) {
            x[input.begin + place.at(cell)] = 1;
        }
        if (input.known >= 0) x[input.known] = known ? 1.0f : 0.0f;
        x += width;
    }
    return holes;
}

std::vector<bool> missingIn(const CsvTable& table, std::size_t column, const std::vector<std::size_t>& rows) {
    std::vector<bool> missing;
    missing.reserve(rows.size());
    for (const std::size_t row : rows) missing.push_back(isMissing(table.cell(row, column)));
    return missing;
}

/// y [N] i32 of classes, or [N, 1] f32 of numbers; names them in `info`. Error: one class only.
Result<Tensor> encodeTarget(const CsvTable& table, const Column& goal, std::size_t target,
                            const std::vector<std::size_t>& rows, DatasetInfo& info) {
    const auto count = static_cast<std::int64_t>(rows.size());
    if (goal.kind == ColumnKind::Number) {
        info.target = TargetKind::Number;
        info.targets = {goal.name};
        Tensor y = Tensor::empty({count, 1});
        for (std::int64_t r = 0; r < count; ++r) {
            double value = 0;
            parseNumber(table.cell(rows[static_cast<std::size_t>(r)], target), table.separator, value);
            y.data<float>()[r] = static_cast<float>(value);
        }
        return y;
    }
    info.classes = goal.categories;
    if (info.classes.size() < 2)
        return Error{"there is only one class, so there is nothing to tell apart", table.file + ", column " + goal.name,
                     "two classes or more", info.classes.empty() ? "none" : info.classes[0]};
    std::unordered_map<std::string_view, std::int32_t> number;
    for (const auto& name : info.classes) number.emplace(name, static_cast<std::int32_t>(number.size()));
    Tensor y = Tensor::empty({count}, DType::I32);
    for (std::int64_t r = 0; r < count; ++r)
        y.data<std::int32_t>()[r] = number.at(table.cell(rows[static_cast<std::size_t>(r)], target));
    return y;
}

}  // namespace

Result<DatasetPtr> makeTableDataset(const CsvTable& table, const TableSettings& settings, const std::string& name,
                                    const Progress& progress, double from, double to) {
    const std::size_t target = PC_TRY(findColumn(table, settings.target));
    const auto told = parseColumnKinds(table, settings.columns);
    if (!told) return told.error().at(table.file);
    const std::vector<Column> columns = PC_TRY(judgeColumns(
        table, target, *told, static_cast<std::size_t>(settings.categories), progress, from, 0.5 * (from + to)));
    const Column& goal = columns[target];

    auto source = std::make_shared<TableNumbers>();
    DatasetInfo& info = source->info;
    info.name = name;
    info.columns = table.names;
    info.targetColumn = goal.name;
    info.standardizeTargets = settings.scaleTarget;
    info.notes = table.notes;
    noteColumns(columns, target, table, info.notes);
    const auto inputs = layOut(columns, target, settings.gaps, table.rows(), info.features);
    const auto width = static_cast<std::int64_t>(info.features.size());
    if (width == 0)
        return Error{"no column is left to learn from", table.file,
                     "at least one column of numbers or categories beside the target",
                     fmt::format("{} columns, target {}", table.columns(), goal.name)};
    const auto rows = usableRows(table, target, goal);
    if (rows.empty()) return Error{"no row has a target", table.file + ", column " + goal.name, "values", "none"};
    if (width > limits::kTableInputs || static_cast<std::uint64_t>(width) * rows.size() * 4 > limits::setBytes())
        return Error{
            "the table becomes too large", table.file,
            fmt::format("at most {} inputs and {} MiB", limits::kTableInputs, limits::setBytes() / limits::kMiB),
            fmt::format("{} inputs in {} rows", width, rows.size())};
    if (rows.size() < table.rows())
        info.notes.push_back(
            fmt::format("{} left out for want of a value of {}", counted(table.rows() - rows.size(), "row was", "rows were"), goal.name));

    source->x = Tensor::zeros({static_cast<std::int64_t>(rows.size()), width});
    source->mean = settings.missing == "mean";
    source->isNumber.assign(info.features.size(), false);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (progress.cancelled()) return Progress::cancelledError();
        const double share = static_cast<double>(i) / static_cast<double>(inputs.size());
        progress.report(0.5 * (from + to) + 0.5 * (to - from) * share, "Encoding the columns");
        const Column& column = columns[inputs[i].column];
        if (column.kind == ColumnKind::Number) source->isNumber[static_cast<std::size_t>(inputs[i].begin)] = true;
        if (encode(table, column, inputs[i], rows, width, source->x.data<float>())) source->holes = true;
    }
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (c != target && columns[c].missing > 0) source->missing[columns[c].name] = missingIn(table, c, rows);
    source->y = PC_TRY(encodeTarget(table, goal, target, rows, info));
    const bool points = width == 2 && inputs.size() == 2 && goal.kind == ColumnKind::Category;
    info.form = points ? InputForm::Point : InputForm::Row;
    if (static_cast<std::int64_t>(rows.size()) <= kMostCaptions)
        for (const std::size_t row : rows) source->captions.push_back(captionOf(table, row));
    std::vector<std::int64_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::int64_t{0});
    return fitTable(source, all);
}

}  // namespace perceptarium::data
