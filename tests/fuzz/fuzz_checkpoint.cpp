// Fuzz target: checkpoints and blocks of batches as the run record keeps them, from any bytes.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "data/hash.h"
#include "train/batch_chunk.h"
#include "train/checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(train::parseBatchChunk(bytes, "fuzz"));
    static_cast<void>(train::parseCheckpoint(bytes, "fuzz"));
    // Once more with length and hash made right: otherwise nothing behind them would ever be reached.
    constexpr std::size_t header = 24;
    if (bytes.size() < header) return 0;
    const std::uint64_t length = bytes.size() - header;
    const std::uint64_t hash = data::Hash().text(std::string_view(bytes).substr(header)).value();
    std::memcpy(bytes.data() + 8, &length, 8);
    std::memcpy(bytes.data() + 16, &hash, 8);
    for (const char* format : {"PCSTATE1", "PCSTATE2"}) {
        std::memcpy(bytes.data(), format, 8);
        const auto state = train::parseCheckpoint(bytes, "fuzz");
        // What is accepted can be written and read again.
        if (state && !train::parseCheckpoint(train::checkpointBytes(*state), "fuzz")) std::abort();
    }
    return 0;
}
