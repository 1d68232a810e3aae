#include "data/table_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "data/limits.h"

namespace perceptarium::data {
namespace {

constexpr std::int64_t kMostCaptions = 200'000;  ///< larger tables do without, to save memory
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// The table in numbers, with NaN where nothing was recorded; shared by the sets fitted on different parts.
struct Source {
    DatasetInfo info;  ///< without notes on what is fitted
    Tensor x;          ///< [N, D]
    Tensor y;          ///< [N] i32, or [N, 1] f32 as in the file
    std::vector<std::string> captions;
    bool mean = false, scaleTarget = false, holes = false;
};

class TableDataset : public MemoryDataset {
public:
    TableDataset(std::shared_ptr<const Source> source, DatasetInfo info, Tensor x, Tensor y)
        : MemoryDataset(std::move(info), std::move(x), std::move(y)), source_(std::move(source)) {}
    std::string caption(std::int64_t example) const override {
        CHECK(example >= 0 && example < info_.size, "no such example");
        return source_->captions.empty() ? MemoryDataset::caption(example)
                                         : source_->captions[static_cast<std::size_t>(example)];
    }
    DatasetPtr fittedOn(std::span<const std::int64_t> train) const override {
        const bool nothing = !source_->holes && !(source_->scaleTarget && info_.target == TargetKind::Number);
        return nothing ? nullptr : fit(source_, train);
    }
    static DatasetPtr fit(const std::shared_ptr<const Source>& source, std::span<const std::int64_t> train);

private:
    std::shared_ptr<const Source> source_;
};

/// What stands in for the missing numbers of a column; 0 when the training part has none at all.
float standIn(std::vector<float>& present, bool mean) {
    if (present.empty()) return 0;
    if (mean) {
        double sum = 0;
        for (const float value : present) sum += value;
        return static_cast<float>(sum / static_cast<double>(present.size()));
    }
    const auto middle = present.begin() + static_cast<std::ptrdiff_t>(present.size() / 2);
    std::nth_element(present.begin(), middle, present.end());
    if (present.size() % 2 == 1) return *middle;
    return 0.5f * *middle + 0.5f * *std::max_element(present.begin(), middle);
}

Tensor filled(const Source& source, std::span<const std::int64_t> train, std::vector<std::string>& notes) {
    if (!source.holes) return source.x;
    Tensor x = source.x.clone();
    const std::int64_t rows = x.shape()[0], width = x.shape()[1];
    float* values = x.data<float>();
    std::vector<float> present;
    for (std::int64_t c = 0; c < width; ++c) {
        std::int64_t missing = 0;
        for (std::int64_t r = 0; r < rows; ++r) missing += std::isnan(values[r * width + c]);
        if (missing == 0) continue;
        present.clear();
        for (const std::int64_t r : train)
            if (const float value = values[r * width + c]; !std::isnan(value)) present.push_back(value);
        const float fill = standIn(present, source.mean);
        for (std::int64_t r = 0; r < rows; ++r)
            if (std::isnan(values[r * width + c])) values[r * width + c] = fill;
        notes.push_back(fmt::format("{} missing values of {} were filled with the {} of the training part, {:.6g}",
                                    missing, source.info.features[static_cast<std::size_t>(c)],
                                    source.mean ? "mean" : "median", fill));
    }
    return x;
}

/// Targets with mean 0 and deviation 1 over the training part.
Tensor scaled(const Source& source, std::span<const std::int64_t> train, DatasetInfo& info) {
    if (!source.scaleTarget || info.target != TargetKind::Number || train.empty()) return source.y;
    const float* from = source.y.data<float>();
    double mean = 0, variance = 0;
    for (const std::int64_t r : train) mean += from[r];
    mean /= static_cast<double>(train.size());
    for (const std::int64_t r : train) variance += (from[r] - mean) * (from[r] - mean);
    const double deviation = std::sqrt(variance / static_cast<double>(train.size()));
    if (!(deviation > 0)) return source.y;
    Tensor y = Tensor::empty(source.y.shape());
    for (std::int64_t i = 0; i < y.elements(); ++i)
        y.data<float>()[i] = static_cast<float>((from[i] - mean) / deviation);
    info.notes.push_back(fmt::format("The target {} is standardized: 0 stands for {:.6g} and 1 more for {:.6g} more",
                                     info.targets[0], mean, deviation));
    info.targets[0] += fmt::format(" (in steps of {:.4g} from {:.4g})", deviation, mean);
    return y;
}

DatasetPtr TableDataset::fit(const std::shared_ptr<const Source>& source, std::span<const std::int64_t> train) {
    DatasetInfo info = source->info;
    Tensor x = filled(*source, train, info.notes);
    Tensor y = scaled(*source, train, info);
    return std::make_shared<TableDataset>(source, std::move(info), std::move(x), std::move(y));
}

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

    auto source = std::make_shared<Source>();
    DatasetInfo& info = source->info;
    info.name = name;
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
    if (width > limits::kTableInputs || static_cast<std::uint64_t>(width) * rows.size() * 4 > limits::kSetBytes)
        return Error{
            "the table becomes too large", table.file,
            fmt::format("at most {} inputs and {} MiB", limits::kTableInputs, limits::kSetBytes / limits::kMiB),
            fmt::format("{} inputs in {} rows", width, rows.size())};
    if (rows.size() < table.rows())
        info.notes.push_back(
            fmt::format("{} rows without a value of {} were left out", table.rows() - rows.size(), goal.name));

    source->x = Tensor::zeros({static_cast<std::int64_t>(rows.size()), width});
    source->mean = settings.missing == "mean";
    source->scaleTarget = settings.scaleTarget;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (progress.cancelled()) return Progress::cancelledError();
        const double share = static_cast<double>(i) / static_cast<double>(inputs.size());
        progress.report(0.5 * (from + to) + 0.5 * (to - from) * share, "Encoding the columns");
        if (encode(table, columns[inputs[i].column], inputs[i], rows, width, source->x.data<float>()))
            source->holes = true;
    }
    source->y = PC_TRY(encodeTarget(table, goal, target, rows, info));
    const bool points = width == 2 && inputs.size() == 2 && goal.kind == ColumnKind::Category;
    info.form = points ? InputForm::Point : InputForm::Row;
    if (static_cast<std::int64_t>(rows.size()) <= kMostCaptions)
        for (const std::size_t row : rows) source->captions.push_back(captionOf(table, row));
    std::vector<std::int64_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::int64_t{0});
    return TableDataset::fit(source, all);
}

}  // namespace perceptarium::data
