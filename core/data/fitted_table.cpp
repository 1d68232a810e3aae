#include "data/fitted_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace perceptarium::data {
namespace {

class FittedTable : public MemoryDataset {
public:
    FittedTable(std::shared_ptr<const TableNumbers> table, DatasetInfo info, Tensor x)
        : MemoryDataset(std::move(info), std::move(x), table->y), table_(std::move(table)) {}
    std::string caption(std::int64_t example) const override {
        CHECK(example >= 0 && example < info_.size, "no such example");
        return table_->captions.empty() ? MemoryDataset::caption(example)
                                        : table_->captions[static_cast<std::size_t>(example)];
    }
    DatasetPtr fittedOn(std::span<const std::int64_t> train) const override { return fitTable(table_, train); }
    Result<DatasetPtr> inTermsOf(const DatasetInfo& trained) const override;

private:
    std::shared_ptr<const TableNumbers> table_;
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

/// For every column of numbers, whether or not it misses any here: other rows may.
std::vector<float> learnFills(const TableNumbers& table, std::span<const std::int64_t> train) {
    const auto width = static_cast<std::size_t>(table.x.shape()[1]);
    const float* values = table.x.data<float>();
    std::vector<float> fills(width), present;
    for (std::size_t c = 0; c < width; ++c) {
        if (!table.isNumber[c]) continue;
        present.clear();
        for (const std::int64_t r : train)
            if (const float value = values[static_cast<std::size_t>(r) * width + c]; !std::isnan(value))
                present.push_back(value);
        fills[c] = standIn(present, table.mean);
    }
    return fills;
}

/// Calls read(row) for each number of column `to` of x [N, width]; puts `fill` where it gives NaN. Says how many.
template <class Read>
std::int64_t fillColumn(Tensor& x, std::int64_t to, float fill, const Read& read) {
    const std::int64_t rows = x.shape()[0], width = x.shape()[1];
    float* values = x.data<float>();
    std::int64_t filled = 0;
    for (std::int64_t r = 0; r < rows; ++r) {
        const float value = read(r);
        filled += std::isnan(value);
        values[r * width + to] = std::isnan(value) ? fill : value;
    }
    return filled;
}

std::string filledNote(std::int64_t count, const std::string& feature, const std::string& with, float fill) {
    return fmt::format("{} missing values of {} were filled with the {}, {:.6g}", count, feature, with, fill);
}

/// What a trained feature is made of in this table.
struct Origin {
    std::int64_t column = -1;                 ///< the same feature here
    const std::vector<bool>* gaps = nullptr;  ///< else: the mark that a value is there, from these gaps
    float constant = 0;                       ///< else: this number in all rows
};

Result<Origin> originOf(const TableNumbers& table, const std::string& feature) {
    const auto& own = table.info.features;
    if (const auto found = std::find(own.begin(), own.end(), feature); found != own.end())
        return Origin{found - own.begin(), nullptr, 0};
    // A category that does not occur here is 0 everywhere. A category may hold "=" itself: the column's name decides.
    const auto& columns = table.info.columns;
    for (auto cut = feature.find('='); cut != std::string::npos; cut = feature.find('=', cut + 1)) {
        const std::string column = feature.substr(0, cut);
        if (std::find(columns.begin(), columns.end(), column) == columns.end()) continue;
        if (feature.substr(cut + 1) != kKnown) return Origin{};
        const auto gaps = table.missing.find(column);
        return gaps == table.missing.end() ? Origin{-1, nullptr, 1} : Origin{-1, &gaps->second, 0};
    }
    return Error{"a column is missing, or does not hold numbers", table.info.name, fmt::format("\"{}\"", feature),
                 fmt::format("columns {}", fmt::join(columns, ", "))};
}

Result<DatasetPtr> FittedTable::inTermsOf(const DatasetInfo& trained) const {
    if (trained.form != InputForm::Row && trained.form != InputForm::Point) return nullptr;
    const auto width = static_cast<std::int64_t>(trained.features.size()), own = table_->x.shape()[1];
    DatasetInfo info = table_->info;
    info.form = trained.form;
    info.features = trained.features;
    info.fills = trained.fills;
    Tensor x = Tensor::empty({table_->x.shape()[0], width});
    const float* from = table_->x.data<float>();
    for (std::int64_t k = 0; k < width; ++k) {
        const auto index = static_cast<std::size_t>(k);
        const Origin origin = PC_TRY(originOf(*table_, trained.features[index]));
        const float fill = trained.fills.empty() ? 0 : trained.fills[index];
        const std::int64_t filled = fillColumn(x, k, fill, [&](std::int64_t r) {
            if (origin.column >= 0) return from[r * own + origin.column];
            if (origin.gaps) return (*origin.gaps)[static_cast<std::size_t>(r)] ? 0.0f : 1.0f;
            return origin.constant;
        });
        if (filled > 0)
            info.notes.push_back(filledNote(filled, trained.features[index], "value that training used", fill));
    }
    return std::static_pointer_cast<const Dataset>(
        std::make_shared<FittedTable>(table_, std::move(info), std::move(x)));
}

}  // namespace

DatasetPtr fitTable(const std::shared_ptr<const TableNumbers>& table, std::span<const std::int64_t> train) {
    DatasetInfo info = table->info;
    info.fills = learnFills(*table, train);
    Tensor x = table->holes ? table->x.clone() : table->x;
    const std::int64_t width = x.shape()[1];
    const float* values = table->x.data<float>();
    for (std::int64_t c = 0; table->holes && c < width; ++c) {
        const auto index = static_cast<std::size_t>(c);
        if (!table->isNumber[index]) continue;
        const std::int64_t filled =
            fillColumn(x, c, info.fills[index], [&](std::int64_t r) { return values[r * width + c]; });
        if (filled > 0)
            info.notes.push_back(filledNote(filled, info.features[index],
                                            table->mean ? "mean of the training part" : "median of the training part",
                                            info.fills[index]));
    }
    return std::make_shared<FittedTable>(table, std::move(info), std::move(x));
}

}  // namespace perceptarium::data
