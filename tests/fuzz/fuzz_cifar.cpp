// Fuzz target of the CIFAR-10 reader.
#include "data/readers/cifar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    perceptarium::data::MemoryStream stream("fuzzed", {data, size});
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels;
    if (perceptarium::data::readCifar(stream, pixels, labels, {}))
        if (pixels.size() != labels.size() * perceptarium::data::kCifarPixels) std::abort();
    return 0;
}
