// Any text as a plain JSON project: an error or a document, never a crash; what was read is a fixed point of save and load,
// and its network, blocks and all, can be looked at whatever it is.
#include <cstdlib>

#include "exchange/project_file.h"
#include "network/infer_shapes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium::exchange;
    const auto document = documentFromText(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!document) return 0;
    const std::string text = documentText(*document);
    const auto again = documentFromText(text, "again");
    if (!again || documentText(*again) != text) std::abort();
    (void)perceptarium::network::infer(document->graph);
    return 0;
}
