// Any bytes as a .percept file (a zip with JSON, tensors and columns): an error or a project, never a crash.
#include <cstdlib>

#include "exchange/percept_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::exchange;
    const auto project = perceptFromBytes({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (project && !perceptBytes(*project)) std::abort();
    return 0;
}
