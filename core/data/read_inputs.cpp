#include "data/read_inputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "data/fitted_table.h"
#include "data/limits.h"
#include "data/readers/byte_stream.h"
#include "data/readers/csv.h"
#include "data/readers/picture.h"
#include "data/readers/text_columns.h"
#include "data/readers/words.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

Result<Inputs> readPicture(const std::string& path, const DatasetInfo& trained, const DataSettings& settings) {
    const Shape& shape = trained.input.shape;
    PictureShape wanted;
    wanted.height = shape[0];
    wanted.width = shape[1];
    wanted.colour = shape[2] == 3;
    wanted.fit = settingOr<std::string>(settings.settings, "fit", wanted.fit);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(wanted.bytes()));
    PC_TRY(loadPicture(path, wanted, pixels));
    Inputs inputs{Tensor::empty(shape.withBatch(1)), {path}};
    std::copy(pixels.begin(), pixels.end(), inputs.x.data<float>());
    return inputs;
}

/// Where the number of one input comes from in another table.
struct Place {
    std::size_t column = 0;
    std::string category;  ///< for "colour=red": 1 where the cell holds it
};

/// The columns of the table that was trained on; of sets that were no table, those that its inputs are named after.
std::vector<std::string> trainedColumns(const DatasetInfo& trained) {
    if (!trained.columns.empty()) return trained.columns;
    std::vector<std::string> names;
    for (const std::string& feature : trained.features)
        if (const std::string name = feature.substr(0, feature.find('=')); names.empty() || names.back() != name)
            names.push_back(name);
    return names;
}

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t kMost = 20;
    const auto shown = std::span(names).first(std::min(names.size(), kMost));
    return fmt::format("{}{}", fmt::join(shown, ", "), names.size() > kMost ? ", …" : "");
}

/// A table without a header is read by the order of the columns in training, with the target or without it: of any
/// other width, no one can know which column is which.
Result<std::vector<std::string>> namesByOrder(const CsvTable& table, const DatasetInfo& trained) {
    std::vector<std::string> names = trainedColumns(trained);
    const auto target = std::find(names.begin(), names.end(), trained.targetColumn);
    std::string expected = fmt::format("{} columns ({})", names.size(), listed(names));
    if (target != names.end()) expected += fmt::format(", or {} without {}", names.size() - 1, trained.targetColumn);
    if (target != names.end() && table.columns() + 1 == names.size()) names.erase(target);
    if (table.columns() != names.size())
        return Error{"the table has no header, and not as many columns as the one that was trained on", table.file,
                     expected, fmt::format("{} columns", table.columns())};
    return names;
}

Result<std::vector<Place>> findColumns(const CsvTable& table, const DatasetInfo& trained) {
    const std::vector<std::string> names = table.hasHeader ? table.names : PC_TRY(namesByOrder(table, trained));
    std::vector<Place> places;
    for (const std::string& feature : trained.features) {
        const auto columnNamed = [&](const std::string& name) { return std::find(names.begin(), names.end(), name); };
        auto column = columnNamed(feature);
        Place place;
        // A category may hold "=" itself: the column's name decides where the cut is.
        for (std::size_t cut = feature.find('='); column == names.end() && cut != std::string::npos;
             cut = feature.find('=', cut + 1)) {
            column = columnNamed(feature.substr(0, cut));
            place.category = feature.substr(cut + 1);
        }
        if (column == names.end())
            return Error{"a column is missing", table.file, fmt::format("\"{}\"", feature),
                         fmt::format("columns {}", listed(names))};
        place.column = static_cast<std::size_t>(column - names.begin());
        places.push_back(std::move(place));
    }
    return places;
}

Result<Inputs> readRows(const std::string& path, const DatasetInfo& trained, const DataSettings& settings,
                        const Normalization& normalization) {
    CsvOptions options;
    options.separator = settingOr<std::string>(settings.settings, "separator", options.separator);
    options.header = settingOr<std::string>(settings.settings, "header", options.header);
    const CsvTable table = PC_TRY(readCsv(path, options, {}));
    if (table.rows() == 0) return Error{"the table has no rows", path, "at least one row below the header", "none"};
    const auto places = PC_TRY(findColumns(table, trained));
    const auto n = static_cast<std::int64_t>(table.rows()), d = static_cast<std::int64_t>(places.size());
    Inputs inputs{Tensor::zeros({n, d}), {}};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        float* x = inputs.x.data<float>() + static_cast<std::int64_t>(row) * d;
        for (std::size_t k = 0; k < places.size(); ++k) {
            const std::string_view cell = table.cell(row, places[k].column);
            double value = 0;
            if (places[k].category == kKnown)
                x[k] = isMissing(cell) ? 0.0f : 1.0f;
            else if (!places[k].category.empty())
                x[k] = cell == places[k].category ? 1.0f : 0.0f;
            else if (isMissing(cell))
                x[k] = !trained.fills.empty()     ? trained.fills[k]
                       : normalization.identity() ? 0.0f
                                                  : normalization.shift.data<float>()[k];
            else if (parseNumber(cell, table.separator, value))
                x[k] = static_cast<float>(value);
            else
                return Error{"this is no number", table.place(row, places[k].column), "a number", std::string(cell)};
        }
        inputs.captions.push_back(fmt::format("{}:{}", path, table.line(row)));
    }
    return inputs;
}

/// The texts of a file: a table's column of sentences, or its lines.
Result<std::vector<std::string>> readTexts(const std::string& path) {
    std::vector<std::string> texts;
    if (looksLikeTable(path) > 0.5) {
        const CsvTable table = PC_TRY(readCsv(path, {}, {}));
        if (const auto column = sentenceColumn(table)) {
            for (std::size_t row = 0; row < table.rows(); ++row) texts.emplace_back(table.cell(row, *column));
            return texts;
        }
    }
    std::string bytes = PC_TRY(readWhole(path, limits::kTextBytes, {}));
    const DecodedText decoded = PC_TRY(decodeText(std::move(bytes), path));
    for (const auto line : splitLines(decoded.text))
        if (!trimmed(line).empty()) texts.emplace_back(trimmed(line));
    return texts;
}

Result<Inputs> readLines(const std::string& path, const DatasetInfo& trained, const DataSettings& settings) {
    const std::vector<std::string> texts = PC_TRY(readTexts(path));
    if (texts.empty()) return Error{"the file has no text", path, "a text a line", "nothing"};
    const bool lowercase = settingOr(settings.settings, "lowercase", true);
    const auto n = static_cast<std::int64_t>(texts.size()), length = trained.input.shape[0];
    const WordIds words(trained.vocabulary);
    Inputs inputs{Tensor::zeros({n, length}, DType::I32), texts};
    for (std::int64_t i = 0; i < n; ++i) {
        const auto ids = words.of(texts[static_cast<std::size_t>(i)], length, lowercase);
        std::copy(ids.begin(), ids.end(), inputs.x.data<std::int32_t>() + i * length);
    }
    return inputs;
}

}  // namespace

Result<Inputs> readInputs(const std::string& path, const DatasetInfo& trained, const DataSettings& settings,
                          const Normalization& normalization) {
    switch (trained.form) {
        case InputForm::Picture:
            return readPicture(path, trained, settings);
        case InputForm::Text:
            return readLines(path, trained, settings);
        case InputForm::Row:
        case InputForm::Point:
            return readRows(path, trained, settings, normalization);
    }
    return Error{"these data cannot be read from a file", path, {}, {}};
}

}  // namespace perceptarium::data
