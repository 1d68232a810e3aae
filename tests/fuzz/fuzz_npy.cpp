// Any bytes as a column of numbers (.npy).
#include <cstdlib>

#include "exchange/npy.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::exchange;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto doubles = npyDoubles(bytes, "fuzz");
    if (doubles && npyBytes(*doubles).size() < doubles->size() * sizeof(double)) std::abort();
    const auto integers = npyIntegers(bytes, "fuzz");
    if (integers && npyBytes(*integers).size() < integers->size() * sizeof(std::int64_t)) std::abort();
    return 0;
}
