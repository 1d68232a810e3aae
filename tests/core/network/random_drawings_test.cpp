// Whatever is drawn, inference answers: it names what is wrong, or the drawing compiles and runs.
#include <gtest/gtest.h>

#include <cmath>

#include "core/network/drawing.h"
#include "network/block_edits.h"
#include "network/fixes.h"
#include "network/model.h"

namespace perceptarium::network {
namespace {

SettingValue randomValue(const SettingSpec& spec, Random& random) {
    if (random.uniform() < 0.03) return std::string("nonsense");
    switch (spec.kind) {
        case SettingKind::Bool:
            return random.below(2) == 1;
        case SettingKind::Integer:
            return static_cast<std::int64_t>(random.below(7)) - (random.uniform() < 0.05 ? 5 : -1);
        case SettingKind::Pair: {
            const auto side = [&] { return static_cast<std::int64_t>(random.below(7)) - (random.uniform() < 0.05 ? 5 : -1); };
            const std::int64_t rows = side();
            return pairValue({rows, random.uniform() < 0.6 ? rows : side()});
        }
        case SettingKind::Real:
            return random.uniform() < 0.05 ? -1.0 : random.uniform(0.01, 0.9);
        case SettingKind::Choice:
            return spec.choices[random.below(spec.choices.size())];
        default:
            break;
    }
    const char* shapes[] = {"8x8x2", "6", "words:5:9", "", "9x4", "x", "5x5x1"};
    return std::string(shapes[random.below(std::size(shapes))]);
}

/// Mostly sensible: one Input first, edges forwards, a few wrong ones.
Graph randomDrawing(Random& random) {
    Graph graph;
    const auto& layers = layers::allLayers();
    const auto count = static_cast<std::int64_t>(1 + random.below(7));
    for (std::int64_t i = 0; i < count; ++i) {
        const auto* spec = i == 0 ? layers::findLayer("input") : layers[random.below(layers.size())];
        if (i > 0 && spec->category == layers::Category::Data && random.uniform() < 0.9)
            spec = layers::findLayer("relu");
        Node node{.layer = random.uniform() < 0.01 ? "unheard-of" : spec->id, .name = graph.freeName(spec->id)};
        for (const auto& setting : spec->settings)
            if (random.uniform() < 0.5) node.settings[setting.name] = randomValue(setting, random);
        if (spec->id == "input") node.settings["shape"] = randomValue(spec->settings[0], random);
        node.bypassed = random.uniform() < 0.08;
        node.frozen = random.uniform() < 0.1;
        const NodeId id = graph.insert(node);
        const int ports = spec->maximumInputs == layers::kAnyInputs ? 2 : std::min(spec->maximumInputs, 1);
        for (int port = 0; port < ports && i > 0; ++port) {
            const auto back = random.uniform() < 0.8 ? 1 : 1 + random.below(static_cast<std::uint64_t>(i));
            if (random.uniform() < 0.97) graph.connect({id - static_cast<NodeId>(back), id, port});
        }
    }
    while (random.uniform() < 0.05)
        graph.connect({1 + static_cast<NodeId>(random.below(static_cast<std::uint64_t>(count))),
                       1 + static_cast<NodeId>(random.below(static_cast<std::uint64_t>(count))),
                       static_cast<int>(random.below(4)) - 1});
    return graph;
}

TEST(RandomDrawings, areExplainedOrRun) {
    Random random(17, "drawings");
    int valid = 0, invalid = 0;
    for (int round = 0; round < 4000; ++round) {
        const Graph graph = randomDrawing(random);
        const Inference inference = infer(graph);
        for (const Finding& finding : inference.findings) {
            ASSERT_FALSE(finding.what.empty());
            if (finding.severity == Severity::Error) {
                ASSERT_FALSE(finding.tryThis.empty()) << finding.what;
            }
        }
        refuseConnection(graph, {1, 2, static_cast<int>(random.below(3))}, inference);
        auto model = Model::compile(graph, {}, 1);
        ASSERT_EQ(model.has_value(), inference.valid()) << allText(inference);
        if (!model) {
            ++invalid;
            ASSERT_FALSE(model.error().what.empty());
            continue;
        }
        ++valid;
        Tensor x = Tensor::zeros(model->inputType().shape.withBatch(2), model->inputType().dtype);
        if (x.dtype() == DType::F32) x.fill(0.5);
        for (const bool training : {true, false}) {
            Activations all;
            model->forward(x, {.training = training, .seed = 1, .step = 2}, model->outputNode(), &all);
            ASSERT_EQ(all.size(), graph.nodes().size() - inference.leftOut.size());
            for (const auto& [id, value] : all)
                ASSERT_EQ(value.shape(), inference.outputs.at(id).shape.withBatch(2)) << graph.find(id)->layer;
        }
    }
    EXPECT_GT(valid, 300);
    EXPECT_GT(invalid, 300);
}

TEST(RandomDrawings, everyFixOfferedCanBeAcceptedAndMendingEnds) {
    Random random(23, "mended drawings");
    int mended = 0;
    for (int round = 0; round < 400; ++round) {
        Graph graph = randomDrawing(random);
        for (int step = 0;; ++step) {
            ASSERT_LT(step, 60) << "the fixes go round in circles: " << allText(infer(graph));
            const Inference inference = infer(graph);
            std::optional<Graph> next;
            for (const Finding& finding : inference.findings) {
                ASSERT_FALSE(finding.rule.empty() && finding.severity == Severity::Error) << finding.what;
                for (const Fix& fix : fixesFor(graph, {}, inference, finding)) {
                    Graph tried = graph;
                    const Status status = fix.apply(tried);
                    ASSERT_TRUE(status) << fix.title << ": " << status.error().message();
                    ASSERT_FALSE(tried == graph) << fix.title << " changes nothing";
                    if (!next && finding.severity == Severity::Error) next = tried;
                }
            }
            if (!next) break;
            graph = *next;
        }
        mended += infer(graph).valid();
    }
    EXPECT_GT(mended, 160);  // the others do not say the shape of their Input
}

TEST(RandomDrawings, mendingEndsAlsoWhereTheTroubleIsInABlock) {
    Random random(29, "mended blocks");
    int blocks = 0, mended = 0;
    for (int round = 0; round < 300; ++round) {
        Graph graph = randomDrawing(random);
        std::vector<NodeId> chosen;
        for (const auto& [id, node] : graph.nodes())
            if (id != 1 && random.uniform() < 0.6) chosen.push_back(id);
        const auto block = makeBlock(graph, chosen, "Part");
        if (!block) continue;
        ++blocks;
        if (random.uniform() < 0.3) {
            ASSERT_TRUE(changeSetting(graph, *block, kRepeat, std::int64_t{2}));
        }
        for (int step = 0;; ++step) {
            ASSERT_LT(step, 60) << "the fixes go round in circles: " << allText(infer(graph));
            const Inference inference = infer(graph);
            std::optional<Graph> next;
            for (const Finding& finding : inference.findings) {
                ASSERT_FALSE(finding.rule.empty() && finding.severity == Severity::Error) << finding.what;
                for (const Fix& fix : fixesFor(graph, {}, inference, finding)) {
                    Graph tried = graph;
                    const Status status = fix.apply(tried);
                    ASSERT_TRUE(status) << fix.title << ": " << status.error().message();
                    ASSERT_FALSE(tried == graph) << fix.title << " changes nothing";
                    if (!next && finding.severity == Severity::Error) next = tried;
                }
            }
            if (!next) break;
            graph = *next;
        }
        mended += infer(graph).valid();
    }
    EXPECT_GT(blocks, 100);
    EXPECT_GT(mended, blocks / 4);  // the others do not say the shape of their Input
}

TEST(RandomDrawings, saysTheSameOfWhatIsInABlock) {
    Random random(23, "drawings");
    int made = 0, valid = 0;
    for (int i = 0; i < 600; ++i) {
        const Graph flat = randomDrawing(random);
        std::vector<NodeId> chosen;
        for (const auto& [id, node] : flat.nodes())
            if (random.uniform() < 0.5) chosen.push_back(id);
        Graph blocked = flat;
        const auto block = makeBlock(blocked, chosen, "Part");
        if (!block) continue;
        ++made;
        const Inference before = infer(flat), after = infer(blocked);
        ASSERT_EQ(before.valid(), after.valid()) << allText(before) << "---\n" << allText(after);
        if (!before.valid()) continue;
        ++valid;
        EXPECT_EQ(before.totalParameters(), after.totalParameters());
        EXPECT_EQ(before.frozenParameters, after.frozenParameters);
        EXPECT_EQ(before.outputs.at(before.output), after.outputs.at(after.output));
    }
    EXPECT_GT(made, 100);
    EXPECT_GT(valid, 20);
}

}  // namespace
}  // namespace perceptarium::network
