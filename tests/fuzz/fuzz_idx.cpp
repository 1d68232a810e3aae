// Fuzz target of the IDX reader.
#include "data/readers/idx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    perceptarium::data::MemoryStream stream("fuzzed", {data, size});
    if (const auto array = perceptarium::data::readIdx(stream, {})) {
        std::int64_t elements = 1;
        for (const auto extent : array->extents) elements *= extent;
        if (elements != static_cast<std::int64_t>(array->values.size())) std::abort();
    }
    return 0;
}
