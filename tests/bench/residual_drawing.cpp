#include "residual_drawing.h"

#include "base/check.h"
#include "network/edits.h"

namespace perceptarium::bench {
namespace {

using network::Graph;
using network::NodeId;

NodeId add(Graph& graph, const std::string& layer, NodeId after, const Settings& settings = {}) {
    const auto id = network::addNode(graph, layer, {});
    CHECK(id.has_value(), "a layer of the drawing is not there");
    for (const auto& [name, value] : settings)
        CHECK(network::changeSetting(graph, *id, name, value).has_value(), "a setting of the drawing is not there");
    if (after != network::kNoNode)
        CHECK(network::connect(graph, {after, *id, 0}).has_value(), "an edge of the drawing is refused");
    return *id;
}

NodeId convolution(Graph& graph, NodeId after, std::int64_t filters, std::int64_t kernel, std::int64_t stride) {
    const NodeId conv = add(graph, "conv2d", after,
                            {{"filters", filters}, {"kernel", kernel}, {"stride", stride}, {"padding", std::string("same")}});
    return add(graph, "batch-norm", conv);
}

NodeId bottleneck(Graph& graph, NodeId in, std::int64_t width, std::int64_t stride, bool projected) {
    NodeId way = add(graph, "relu", convolution(graph, in, width, 1, 1));
    way = add(graph, "relu", convolution(graph, way, width, 3, stride));
    way = convolution(graph, way, 4 * width, 1, 1);
    const NodeId past = projected ? convolution(graph, in, 4 * width, 1, stride) : in;
    const NodeId sum = add(graph, "add", way);
    CHECK(network::connect(graph, {past, sum, 1}).has_value(), "a shortcut is refused");
    return add(graph, "relu", sum);
}

}  // namespace

network::Graph residualDrawing(const std::array<int, 4>& blocks) {
    Graph graph;
    NodeId at = add(graph, "input", network::kNoNode);
    at = add(graph, "relu", convolution(graph, at, 64, 7, 2));
    at = add(graph, "max-pool", at, {{"size", std::int64_t{3}}, {"stride", std::int64_t{2}}, {"padding", std::string("same")}});
    std::int64_t width = 64;
    for (std::size_t stage = 0; stage < blocks.size(); ++stage, width *= 2)
        for (int block = 0; block < blocks[stage]; ++block)
            at = bottleneck(graph, at, width, stage > 0 && block == 0 ? 2 : 1, block == 0);
    at = add(graph, "global-average-pool", at);
    at = add(graph, "dense", at, {{"units", std::int64_t{10}}});
    add(graph, "softmax", at);
    network::arrange(graph);
    return graph;
}

}  // namespace perceptarium::bench
