// Any text as a .percept file's state.json, which in the archive hides behind a checksum.
#include <cstdlib>

#include "exchange/state_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::exchange;
    const auto trained = stateFromText({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!trained) return 0;
    const std::string text = stateText(*trained);
    const auto again = stateFromText(text, "again");
    if (!again || stateText(*again) != text) std::abort();
    return 0;
}
