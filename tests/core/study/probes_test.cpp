// Probes: they say what the network says, and training goes on as if nobody had looked.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/train/small_runs.h"
#include "study/activations_probe.h"
#include "study/forward.h"
#include "study/outcomes_probe.h"
#include "study/outputs_probe.h"
#include "study/regions_probe.h"
#include "study/spread_probe.h"
#include "study/weights_probe.h"

namespace perceptarium::study {
namespace {

using namespace perceptarium::tests;

network::NodeId nodeNamed(train::Trainer& trainer, const char* name) {
    const network::Node* node = trainer.model().graph().findByName(name);
    return node ? node->id : network::kNoNode;
}

/// Everything there is to ask, once.
void lookAtAll(train::Trainer& trainer) {
    const train::ProbeContext context{trainer};
    WeightsProbe weights;
    weights.ask({nodeNamed(trainer, "dense2")});
    ActivationsProbe activations;
    activations.ask({3});
    OutputsProbe outputs;
    outputs.ask({nodeNamed(trainer, "relu4"), data::Part::Dev, 100, false});
    OutcomesProbe outcomes;
    outcomes.ask({data::Part::Train, 1000});
    RegionsProbe regions;
    regions.ask({-1, 1, -1, 1, 20, 20});
    SpreadProbe spread;
    spread.ask({nodeNamed(trainer, "dense2"), 16});
    for (train::Probe* probe :
         std::initializer_list<train::Probe*>{&weights, &activations, &outputs, &outcomes, &regions, &spread}) {
        const Status looked = probe->look(context);
        ASSERT_TRUE(looked.has_value()) << looked.error().message();
    }
}

TEST(Probes, leaveTrainingAsItIsAlsoWithBatchNormAndDropout) {
    const auto watched = trainer(statefulNet(), points(), quick());
    const auto alone = trainer(statefulNet(), points(), quick());
    for (int i = 0; i < 9; ++i) {
        run(*watched, 1);
        run(*alone, 1);
        lookAtAll(*watched);
    }
    expectSame(watched->state(), alone->state());
}

TEST(Probes, outcomesCountEveryExampleOnceAndAgreeWithTheAccuracy) {
    const auto t = trainer(statefulNet(), points(), quick());
    run(*t, 12);
    OutcomesProbe probe;
    probe.ask({data::Part::Dev, 1000});
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto outcomes = probe.answer.latest();
    ASSERT_TRUE(outcomes);
    EXPECT_EQ(outcomes->classes, 2);
    EXPECT_EQ(outcomes->step, 12);
    EXPECT_EQ(outcomes->examples, t->data().split.dev);
    EXPECT_EQ(std::accumulate(outcomes->counts.begin(), outcomes->counts.end(), std::int64_t{0}), 24);
    EXPECT_NEAR(static_cast<double>(outcomes->right()) / 24, t->evaluate(data::Part::Dev)->at("accuracy"), 1e-6);
    for (std::int64_t i = 0; i < 24; ++i)
        EXPECT_NEAR(outcomes->answers.at(2 * i) + outcomes->answers.at(2 * i + 1), 1, 1e-5);
}

TEST(Probes, outcomesOfNumbersKeepAnswersAndTargets) {
    const auto t = trainer(chain({{"input", {}}, {"dense", units(1)}}), line(), quick(80, 8));
    run(*t, 80 * t->batchesPerEpoch());
    OutcomesProbe probe;
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto outcomes = probe.answer.latest();
    EXPECT_EQ(outcomes->classes, 0);
    for (std::int64_t i = 0; i < outcomes->answers.elements(); ++i)
        EXPECT_NEAR(outcomes->answers.at(i), outcomes->targets.at(i), 0.3);
}

TEST(Probes, regionsAnswerWhatThePointsThemselvesAreAnswered) {
    const auto t =
        trainer(chain({{"input", {}}, {"dense", units(8)}, {"tanh", {}}, {"dense", units(1)}}), points(), quick());
    run(*t, 10);
    RegionsProbe probe;
    probe.ask({-1, 1, -2, 2, 5, 4});
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto regions = probe.answer.latest();
    ASSERT_EQ(regions->answers.shape(), (Shape{4, 5, 2}));
    // Row 1, column 3: x = −1 + 2·3.5/5, y = −2 + 4·1.5/4.
    const Tensor there = predict({*t}, Tensor::of<float>({1, 2}, std::vector<float>{0.4f, -0.5f}));
    EXPECT_NEAR(regions->answers.at((1 * 5 + 3) * 2), there.at(0), 1e-5);
    EXPECT_NEAR(regions->answers.at((1 * 5 + 3) * 2 + 1), there.at(1), 1e-5);
}

TEST(Probes, activationsHoldEveryNodeAndEndInThePrediction) {
    const auto t = trainer(statefulNet(), points(), quick());
    run(*t, 3);
    ActivationsProbe probe;
    probe.ask({5});
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto seen = probe.answer.latest();
    EXPECT_EQ(seen->values.size(), t->model().graph().nodes().size());
    EXPECT_EQ(seen->order.size(), seen->values.size());
    EXPECT_EQ(seen->values.at(nodeNamed(*t, "dense2")).shape(), (Shape{8}));
    ASSERT_EQ(seen->prediction.elements(), 2);
    EXPECT_NEAR(seen->prediction.at(0) + seen->prediction.at(1), 1, 1e-5);
    const double z = seen->values.at(nodeNamed(*t, "dense6")).at(0);
    EXPECT_NEAR(seen->prediction.at(1), 1 / (1 + std::exp(-z)), 1e-5);
    // An example that is not there is an empty answer, not a crash.
    probe.ask({1'000'000});
    ASSERT_TRUE(probe.look({*t}).has_value());
    EXPECT_TRUE(probe.answer.latest()->values.empty());
}

TEST(Probes, weightsAreACopyThatLaterStepsDoNotChange) {
    const auto t = trainer(statefulNet(), points(), quick());
    WeightsProbe probe;
    probe.ask({nodeNamed(*t, "dense2")});
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto weights = probe.answer.latest();
    ASSERT_EQ(weights->parts.size(), 2u);
    EXPECT_EQ(weights->parts[0].name, "W");
    EXPECT_TRUE(weights->parts[0].values.identical(t->state().parameters.at("dense2.W")));
    const Tensor before = weights->parts[0].values.clone();
    run(*t, 4);
    EXPECT_TRUE(weights->parts[0].values.identical(before));
    EXPECT_FALSE(before.identical(t->state().parameters.at("dense2.W")));
    probe.ask({9999});
    ASSERT_TRUE(probe.look({*t}).has_value());
    EXPECT_TRUE(probe.answer.latest()->parts.empty());
}

TEST(Probes, outputsAreTheLayersRowsForTheSameExamplesEveryTime) {
    const auto t = trainer(statefulNet(), points(), quick());
    OutputsProbe probe;
    probe.ask({nodeNamed(*t, "dense2"), data::Part::Train, 10, false});
    ASSERT_TRUE(probe.look({*t}).has_value());
    const auto first = probe.answer.latest();
    EXPECT_EQ(first->rows.shape(), (Shape{10, 8}));
    EXPECT_EQ(first->ids, evenly(t->data().split.train, 10));
    run(*t, 2);
    ASSERT_TRUE(probe.look({*t}).has_value());
    EXPECT_EQ(probe.answer.latest()->ids, first->ids);
    EXPECT_FALSE(probe.answer.latest()->rows.identical(first->rows));
}

TEST(Probes, spreadSeesWeightsActivationsAndAfterABatchGradients) {
    const auto t = trainer(statefulNet(), points(), quick());
    SpreadProbe probe;
    probe.ask({nodeNamed(*t, "dense2"), 16});
    ASSERT_TRUE(probe.look({*t}).has_value());
    auto spread = probe.answer.latest();
    ASSERT_EQ(spread->parts.size(), 2u);
    EXPECT_EQ(spread->parts[0].values.total, 16);
    EXPECT_EQ(spread->activations.total, 16 * 8);
    run(*t, 1);
    ASSERT_TRUE(probe.look({*t}).has_value());
    spread = probe.answer.latest();
    EXPECT_EQ(spread->parts[0].gradients.total, 16);
    EXPECT_NE(spread->parts[0].gradients.deviation, 0);
}

TEST(Probes, denseAfterFlattenKnowsThePictureBehindIt) {
    network::DataTypes types;
    types.input = TensorType{{6, 5, 2}};
    const auto model = network::Model::compile(
        chain(
            {{"input", {}}, {"flatten", {}}, {"dropout", {}}, {"dense", units(3)}, {"relu", {}}, {"dense", units(2)}}),
        types, 1);
    ASSERT_TRUE(model.has_value()) << model.error().message();
    EXPECT_EQ(pictureBehind(*model, 4), (Shape{6, 5, 2}));
    EXPECT_EQ(pictureBehind(*model, 6), std::nullopt);
}

TEST(Probes, evenlyTakesAllOrSpreadsOverThePart) {
    std::vector<std::int64_t> part(10);
    std::iota(part.begin(), part.end(), 100);
    EXPECT_EQ(evenly(part, 50), part);
    EXPECT_EQ(evenly(part, 3), (std::vector<std::int64_t>{100, 103, 106}));
    EXPECT_TRUE(evenly(part, 0).empty());
    EXPECT_TRUE(evenly({}, 5).empty());
}

}  // namespace
}  // namespace perceptarium::study
