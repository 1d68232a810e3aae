// Any text as a network in notation: an error with words, or a drawing whose own text reads as the same drawing.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <tuple>

#include "network/block.h"
#include "network/notation.h"

namespace {

using namespace perceptarium;

/// By name: the layer, its settings, and the names of what feeds it.
auto saidBy(const network::Graph& graph) {
    std::map<std::string, std::tuple<std::string, Settings, std::vector<std::string>>> said;
    for (const auto& [id, node] : graph.nodes()) {
        std::vector<std::string> inputs;
        for (const auto& edge : graph.edgesInto(id)) inputs.push_back(graph.find(edge.from)->name);
        said[node.name] = {node.layer, node.settings, inputs};
    }
    return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    network::looksLikeNotation(text);
    const auto graph = network::graphFromNotation(text);
    if (!graph) {
        if (graph.error().what.empty()) std::abort();
        return 0;
    }
    const auto again = network::graphFromNotation(network::toNotation(*graph));
    if (!again || saidBy(*again) != saidBy(*graph)) std::abort();
    if (again->blocks().size() != graph->blocks().size()) std::abort();
    for (const auto& [name, block] : graph->blocks()) {
        const auto same = again->blocks().find(name);
        if (same == again->blocks().end() || saidBy(same->second->inside) != saidBy(block->inside)) std::abort();
        if (same->second->settings.size() != block->settings.size()) std::abort();
    }
    return 0;
}
