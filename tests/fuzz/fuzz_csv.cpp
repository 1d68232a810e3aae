// Fuzz target of the CSV reader and of what becomes of its columns.
#include <cmath>

#include "data/table_dataset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium;
    const auto table = data::parseCsv({reinterpret_cast<const char*>(data), size}, "fuzzed", {}, {});
    if (!table) return 0;
    for (std::size_t row = 0; row < table->rows(); ++row)
        for (std::size_t column = 0; column < table->columns(); ++column)
            if (table->cell(row, column).size() > 2 * size) std::abort();
    const auto set = data::makeTableDataset(*table, {}, "fuzzed", {}, 0, 1);
    if (!set) return 0;
    Tensor x, y;
    const std::int64_t last[] = {(*set)->info().size - 1};
    if (!(*set)->read(last, x, y)) std::abort();
    for (const float value : x.values<float>())
        if (!std::isfinite(value)) std::abort();
    return 0;
}
