// Fuzz target of picture headers and decoding.
#include "data/readers/picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::data;
    const auto header = readPictureHeader({data, size}, "fuzzed");
    if (!header || header->width * header->height > 1'000'000) return 0;  // larger ones only cost time
    PictureShape shape{8, 6, size % 2 == 0, size % 3 == 0 ? "crop" : size % 3 == 1 ? "pad" : "stretch"};
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.bytes()));
    static_cast<void>(decodePicture({data, size}, "fuzzed", shape, pixels));
    return 0;
}
