// Any text as a .percept file's steps.json: an error, or steps that come back the same and never break a drawing.
#include <cstdlib>

#include "exchange/steps_json.h"
#include "project/history.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace perceptarium;
    const auto steps = exchange::stepsFromText({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!steps) return 0;
    const std::string text = exchange::stepsText(*steps);
    const auto again = exchange::stepsFromText(text, "again");
    if (!again || exchange::stepsText(*again) != text) std::abort();
    // Whether they fit an empty drawing is asked without harm, and those that do can be walked.
    project::Steps forward = *again;
    forward.done = 0;
    if (project::fits({}, forward)) project::History({}, forward).jumpTo(forward.list.size());
    return 0;
}
