// Any bytes as a safetensors file: an error or tensors, never a crash; what was read can be written and read again.
#include <cstdlib>

#include "exchange/export.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::exchange;
    const auto tensors = parseSafetensors({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!tensors) return 0;
    const auto again = parseSafetensors(safetensorsBytes(*tensors), "again");
    if (!again || again->size() != tensors->size()) std::abort();
    return 0;
}
