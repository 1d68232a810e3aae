#include "train/batch_chunk.h"

#include <algorithm>
#include <cmath>

#include "train/byte_cursor.h"

namespace perceptarium::train {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr double BatchRecord::*kColumns[] = {&BatchRecord::loss, &BatchRecord::accuracy, &BatchRecord::gradientNorm,
                                             &BatchRecord::seconds};

bool fitsFloat(double value) {
    return std::isnan(value) || static_cast<double>(static_cast<float>(value)) == value;
}

}  // namespace

std::string batchChunk(const std::vector<BatchRecord>& records) {
    std::string bytes;
    bytes.reserve(16 + records.size() * 24);
    putNumber(bytes, kVersion);
    putNumber(bytes, static_cast<std::uint32_t>(records.size()));
    // Steps follow one another and epochs are long: both are kept as runs (first step, epoch, length).
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool goesOn = i > 0 && records[i].epoch == records[i - 1].epoch && records[i].step == records[i - 1].step + 1;
        if (goesOn)
            ++runs.back().second;
        else
            runs.emplace_back(i, 1);
    }
    putNumber(bytes, static_cast<std::uint32_t>(runs.size()));
    for (const auto& [first, length] : runs) {
        putNumber(bytes, records[first].step);
        putNumber(bytes, records[first].epoch);
        putNumber(bytes, static_cast<std::uint32_t>(length));
    }
    for (const auto column : kColumns) {
        const bool narrow =
            std::all_of(records.begin(), records.end(), [&](const BatchRecord& r) { return fitsFloat(r.*column); });
        putNumber(bytes, static_cast<std::uint8_t>(narrow ? 4 : 8));
        for (const BatchRecord& record : records) {
            if (narrow)
                putNumber(bytes, static_cast<float>(record.*column));
            else
                putNumber(bytes, record.*column);
        }
    }
    return bytes;
}

Result<std::vector<BatchRecord>> parseBatchChunk(std::string_view bytes, const std::string& where) {
    const Error damaged{"recorded batches are damaged", where, {}, {}};
    ByteCursor cursor(bytes);
    const auto version = cursor.number<std::uint8_t>();
    if (!version || *version != kVersion) return damaged;
    const auto count = cursor.number<std::uint32_t>();
    const auto runs = cursor.number<std::uint32_t>();
    // Each record takes at least four columns of four bytes, so a length that lies is found before memory is asked for.
    if (!count || !runs || *count > cursor.left() / 16 || *runs > *count) return damaged;
    std::vector<BatchRecord> records;
    records.reserve(*count);
    for (std::uint32_t r = 0; r < *runs; ++r) {
        const auto step = cursor.number<std::int64_t>();
        const auto epoch = cursor.number<std::int64_t>();
        const auto length = cursor.number<std::uint32_t>();
        if (!step || !epoch || !length || *length > *count - records.size() || *step < 0 || *step > (std::int64_t{1} << 60))
            return damaged;
        for (std::uint32_t i = 0; i < *length; ++i) {
            BatchRecord record;
            record.step = *step + i;
            record.epoch = *epoch;
            records.push_back(record);
        }
    }
    if (records.size() != *count) return damaged;
    for (const auto column : kColumns) {
        const auto width = cursor.number<std::uint8_t>();
        if (!width || (*width != 4 && *width != 8) || cursor.left() < std::size_t{*width} * records.size()) return damaged;
        for (BatchRecord& record : records)
            record.*column = *width == 4 ? static_cast<double>(*cursor.number<float>()) : *cursor.number<double>();
    }
    if (cursor.left() != 0) return damaged;
    return records;
}

}  // namespace perceptarium::train
