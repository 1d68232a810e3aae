#include "data/readers/text_columns.h"

#include <algorithm>
#include <filesystem>

#include "data/readers/byte_stream.h"
#include "data/readers/words.h"

namespace perceptarium::data {
namespace {

constexpr std::size_t kBeginning = 64 * 1024;

}  // namespace

std::string endingOf(const std::string& path) {
    std::filesystem::path name = path;
    if (lowerCase(name.extension().string()) == ".gz") name.replace_extension();
    return lowerCase(name.extension().string());
}

std::optional<CsvTable> tableBeginning(const std::string& path) {
    std::string bytes = firstBytes(path, kBeginning);
    if (bytes.size() == kBeginning) {  // the last line may be cut
        const auto end = bytes.rfind('\n');
        if (end == std::string::npos) return std::nullopt;
        bytes.resize(end + 1);
    }
    auto table = parseCsv(std::move(bytes), path, {}, {});
    if (!table) return std::nullopt;
    return std::move(*table);
}

double looksLikeTable(const std::string& path) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) return 0;
    const std::string ending = endingOf(path);
    const bool named = ending == ".csv" || ending == ".tsv" || ending == ".tab";
    const bool maybe = named || ending == ".data" || ending == ".txt" || ending == ".dat" || ending.empty();
    if (!maybe) return 0;
    const auto table = tableBeginning(path);
    if (!table || table->columns() < 2) return named ? 0.3 : 0;  // a broken .csv is still best called a table
    if (named) return 0.8;
    // Other endings: only where numbers show that it is a table and no prose.
    std::size_t numbers = 0;
    double value = 0;
    for (std::size_t c = 0; c < table->columns(); ++c)
        numbers += parseNumber(table->cell(0, c), table->separator, value);
    return numbers * 2 >= table->columns() ? 0.7 : 0;
}

std::optional<std::size_t> sentenceColumn(const CsvTable& table) {
    std::optional<std::size_t> best;
    double most = 6;
    const std::size_t rows = std::min<std::size_t>(table.rows(), 200);
    for (std::size_t c = 0; c < table.columns(); ++c) {
        std::size_t words = 0;
        for (std::size_t r = 0; r < rows; ++r) words += splitWords(table.cell(r, c)).size();
        if (const double mean = static_cast<double>(words) / static_cast<double>(rows); mean >= most) {
            most = mean;
            best = c;
        }
    }
    return best;
}

}  // namespace perceptarium::data
