// Ten thousand edits as a hand would make them, in any order: whatever they do, the drawing is sound or says what is wrong with
// it, the canvas shows what the document holds, and undo leads back to the start.
#include <cmath>

#include "base/random.h"
#include "ui/canvas/canvas_fixture.h"
#include "ui/canvas/clipboard.h"

namespace perceptarium::ui {
namespace {

using network::Edge;
using network::Graph;
using network::NodeId;

class RandomEdits : public CanvasTest {
protected:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random.below(n)); }
    NodeId anyNode() {
        auto node = workbench.graph().nodes().begin();
        std::advance(node, static_cast<long>(below(workbench.graph().nodes().size())));
        return node->first;
    }
    std::optional<Edge> anyEdge() {
        const auto& edges = workbench.graph().edges();
        if (edges.empty()) return {};
        auto edge = edges.begin();
        std::advance(edge, static_cast<long>(below(edges.size())));
        return *edge;
    }
    std::vector<NodeId> someNodes() {
        std::vector<NodeId> some;
        for (const auto& [id, node] : workbench.graph().nodes())
            if (below(4) == 0) some.push_back(id);
        return some;
    }
    network::Point anyPlace() { return {static_cast<double>(below(2000)), static_cast<double>(below(1200))}; }
    std::string anyLayer() {
        const auto& all = layers::allLayers();
        return all[below(all.size())]->id;
    }

    /// Mostly a value that is allowed, now and then one that is not.
    SettingValue anyValue(const SettingSpec& spec) {
        switch (spec.kind) {
            case SettingKind::Bool: return below(2) == 0;
            case SettingKind::Integer: return static_cast<std::int64_t>(std::max(spec.minimum, -2.0)) + static_cast<std::int64_t>(below(12)) - (below(10) == 0 ? 3 : 0);
            case SettingKind::Pair: return pairValue({static_cast<std::int64_t>(std::max(spec.minimum, 0.0)) + static_cast<std::int64_t>(below(6)) - (below(10) == 0 ? 3 : 0), 1 + static_cast<std::int64_t>(below(5))});
            case SettingKind::Real: return std::max(spec.minimum, -1.0) + static_cast<double>(below(100)) / 40;
            case SettingKind::Choice: return below(10) == 0 ? "nonsense" : spec.choices[below(spec.choices.size())];
            default: return below(2) == 0 ? std::string("8x8x2") : std::string();
        }
    }

    Status changeAnySetting(Graph& graph) {
        const NodeId id = anyNode();
        const auto* spec = layers::findLayer(graph.find(id)->layer);
        if (!spec || spec->settings.empty()) return {};
        const SettingSpec& setting = spec->settings[below(spec->settings.size())];
        return network::changeSetting(graph, id, setting.name, anyValue(setting));
    }

    /// One edit of the drawing; it may be refused, and then changes nothing.
    Status change(Graph& graph, std::size_t which) {
        switch (which) {
            case 0: return discard(network::addNode(graph, anyLayer(), anyPlace()));
            case 1: return discard(network::appendNode(graph, anyLayer(), below(3) ? anyNode() : network::kNoNode));
            case 2:
                if (const auto edge = anyEdge()) return discard(network::insertOnEdge(graph, anyLayer(), *edge, anyPlace()));
                return {};
            case 3: return network::connect(graph, {anyNode(), anyNode(), static_cast<int>(below(3))});
            case 4:
                if (const auto edge = anyEdge()) network::disconnect(graph, *edge);
                return {};
            case 5: network::removeHealing(graph, {anyNode()}); return {};
            case 6: network::remove(graph, someNodes()); return {};
            case 7: return changeAnySetting(graph);
            case 8: return network::rename(graph, anyNode(), below(5) ? "name" + std::to_string(below(40)) : "bad/name");
            case 9: network::move(graph, someNodes(), {static_cast<double>(below(200)) - 100, static_cast<double>(below(200)) - 100}); return {};
            case 10: network::arrange(graph, below(2) ? someNodes() : std::vector<NodeId>(), below(4) ? network::Flow::Right : network::Flow::Down); return {};
            case 11: network::align(graph, someNodes(), static_cast<network::Alignment>(below(6))); return {};
            case 12: {  // by way of the clipboard's text
                const auto fragment = fragmentFromText(toText(network::copy(graph, someNodes())));
                if (!fragment) return fragment.error();
                network::paste(graph, *fragment, {40, 40}, below(2) == 0);
                return {};
            }
            case 13: network::takeOut(graph, someNodes()); return {};
            default:
                if (const auto edge = anyEdge()) return network::putOnEdge(graph, anyNode(), *edge);
                return {};
        }
    }
    static Status discard(const Result<NodeId>& made) {
        if (!made) return made.error();
        return {};
    }

    void step() {
        const std::size_t which = below(19);
        if (which >= 17) {
            for (std::size_t times = below(8); times > 0; --times) {
                if (which == 18) workbench.redo();
                else if (workbench.history().position() > first) workbench.undo();
            }
            return;
        }
        if (which == 16) {
            workbench.edit("training", [&](project::Document& document) -> Status {
                document.training.epochs = 1 + static_cast<std::int64_t>(below(50));
                return {};
            });
            return;
        }
        workbench.edit("random", [&](project::Document& document) -> Status {
            if (document.graph.nodes().empty()) return change(document.graph, 0);
            if (document.graph.nodes().size() > 24) {  // large drawings only take longer
                network::remove(document.graph, someNodes());
                return {};
            }
            return change(document.graph, which);
        });
        if (below(3)) workbench.sealEdit();
    }

    /// Whole, and everything that is wrong with it is said at something that is there.
    void checkDocument() {
        const Graph& graph = workbench.graph();
        for (const Edge& edge : graph.edges()) ASSERT_TRUE(graph.find(edge.from) && graph.find(edge.to));
        ASSERT_EQ(graph.topologicalOrder().size(), graph.nodes().size()) << "no circles";
        std::set<std::string> names;
        for (const auto& [id, node] : graph.nodes()) ASSERT_TRUE(names.insert(node.name).second) << node.name;
        const auto& inference = workbench.inference();
        for (const auto& finding : inference.findings) {
            ASSERT_FALSE(finding.text().empty());
            ASSERT_TRUE(finding.node == network::kNoNode || graph.find(finding.node));
        }
        if (inference.valid()) {
            ASSERT_TRUE(inference.outputs.contains(inference.output));
        }
    }
    void checkCanvas() {
        ASSERT_EQ(canvas.drawing().nodeItems().size(), workbench.graph().nodes().size());
        ASSERT_EQ(canvas.drawing().edgeItems().size(), workbench.graph().edges().size());
        for (const auto& [id, node] : workbench.graph().nodes()) {
            ASSERT_EQ(canvas.drawing().node(id)->pos(), QPointF(node.position.x, node.position.y));
            ASSERT_EQ(canvas.drawing().node(id)->look().name.toStdString(), node.name);
        }
    }

    Random random{11, "random-edits"};
    const std::size_t first = workbench.history().position();
};

TEST_F(RandomEdits, tenThousandLeaveADrawingThatIsSoundAndUndoesToTheStart) {
    const auto start = workbench.document();
    for (int i = 0; i < 10'000; ++i) {
        step();
        ASSERT_NO_FATAL_FAILURE(checkDocument()) << "after edit " << i;
        if (i % 100 != 0) continue;
        ASSERT_NO_FATAL_FAILURE(checkCanvas()) << "after edit " << i;
    }
    while (workbench.history().canRedo()) workbench.redo();
    const auto end = workbench.document();
    while (workbench.history().position() > first) workbench.undo();
    EXPECT_TRUE(workbench.document() == start);
    ASSERT_NO_FATAL_FAILURE(checkCanvas());
    while (workbench.history().canRedo()) workbench.redo();
    EXPECT_TRUE(workbench.document() == end);
    ASSERT_NO_FATAL_FAILURE(checkCanvas());
}

}  // namespace
}  // namespace perceptarium::ui
