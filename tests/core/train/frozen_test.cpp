// Frozen layers: not a bit of theirs changes, all others train as they should, and a change while it runs can be resumed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/train/scratch_folder.h"
#include "core/train/small_runs.h"
#include "exchange/project_file.h"
#include "exchange/recorded_run.h"
#include "network/edits.h"
#include "study/model_gradients.h"
#include "train/optimizer.h"
#include "train/step_rule.h"
#include "train/trainer_thread.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;

network::Graph frozenNet(const std::vector<network::NodeId>& nodes) {
    network::Graph graph = statefulNet();  // dense2, batch-norm3, …, dense6
    EXPECT_TRUE(network::freeze(graph, nodes, true));
    return graph;
}

/// Every rule on, so that each has its chance to touch what it must not.
TrainSettings everythingOn(const std::string& optimizer = "adam") {
    TrainSettings settings = quick();
    settings.optimizer = optimizer;
    settings.l1 = 0.01;
    settings.l2 = 0.05;
    settings.maxNorm = 0.1;
    settings.clipNorm = 0.5;
    settings.clipValue = 0.2;
    return settings;
}

bool belongsTo(const std::string& parameter, const std::string& node) { return parameter.starts_with(node + "."); }

class Frozen : public ::testing::TestWithParam<const OptimizerSpec*> {};
INSTANTIATE_TEST_SUITE_P(Optimizers, Frozen, ::testing::ValuesIn(allOptimizers()), [](const auto& spec) {
    std::string name = spec.param->id;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST_P(Frozen, parametersAndRunningAveragesStayBitForBitAndHaveNoGradientOrMoments) {
    const auto t = trainer(frozenNet({2, 3}), points(), everythingOn(GetParam()->id));
    const State before = t->state();
    run(*t, 20);
    const State after = t->state();
    int still = 0, changed = 0;
    for (const auto& [name, value] : before.parameters) {
        const bool frozen = belongsTo(name, "dense2") || belongsTo(name, "batch-norm3");
        EXPECT_EQ(value.identical(after.parameters.at(name)), frozen) << name;
        (frozen ? still : changed) += 1;
    }
    EXPECT_EQ(still, 6);
    EXPECT_EQ(changed, 2);
    for (const network::Parameter& parameter : t->model().parameters()) {
        EXPECT_EQ(parameter.variable.grad().defined(), parameter.trains()) << parameter.name;
        EXPECT_FALSE(parameter.frozen && parameter.variable.requiresGrad()) << parameter.name;
    }
    for (const auto& [name, tensor] : after.optimizer)
        EXPECT_TRUE(countsSteps(name) || belongsTo(name, "dense6")) << name;
}

TEST(FrozenLayers, batchNormComputesWithItsRunningAverages) {
    auto model = network::Model::compile(frozenNet({3}), dataTypes(points()->dataset->info()), 1);
    ASSERT_TRUE(model);
    Tensor x = Tensor::full({4, 2}, 0.5);
    x.data<float>()[0] = -3;
    network::Activations training, evaluating;
    model->forward(x, {.training = true}, 3, &training);
    model->forward(x, {.training = false}, 3, &evaluating);
    EXPECT_TRUE(training.at(3).value().identical(evaluating.at(3).value()));
    model->setFrozen({});
    model->forward(x, {.training = true}, 3, &training);
    EXPECT_FALSE(training.at(3).value().identical(evaluating.at(3).value()));
}

TEST(FrozenLayers, dropoutStillDropsWhenItIsFrozen) {
    auto model = network::Model::compile(frozenNet({5}), dataTypes(points()->dataset->info()), 1);
    ASSERT_TRUE(model);
    const Tensor x = Tensor::full({64, 2}, 0.5);
    network::Activations training, evaluating;
    model->forward(x, {.training = true}, 5, &training);
    model->forward(x, {.training = false}, 5, &evaluating);
    EXPECT_FALSE(training.at(5).value().identical(evaluating.at(5).value()));
}

TEST(FrozenLayers, penaltiesAndTheGradientsLengthDoNotCountThem) {
    const auto whole = trainer(statefulNet(), points(), everythingOn());
    const auto part = trainer(frozenNet({2}), points(), everythingOn());
    double weights = 0;
    for (const float w : whole->state().parameters.at("dense6.W").values<float>())
        weights += static_cast<double>(w) * static_cast<double>(w);
    StepKnobs knobs;
    knobs.l2 = 2;
    EXPECT_NEAR(penaltyOf(part->model().parameters(), knobs), weights, 1e-6);
    EXPECT_GT(penaltyOf(whole->model().parameters(), knobs), weights + 1e-3);
    const auto all = whole->step(), some = part->step();
    ASSERT_TRUE(all && some);
    EXPECT_EQ(all->loss, some->loss) << "the same start and the same batch";
    EXPECT_LT(some->gradientNorm, all->gradientNorm);
}

TEST(FrozenLayers, areCountedApart) {
    const auto types = dataTypes(points()->dataset->info());
    const network::Graph graph = frozenNet({2, 3});
    const network::Inference inference = network::infer(graph, types);
    EXPECT_EQ(inference.totalParameters(), 24 + 16 + 9);
    EXPECT_EQ(inference.frozenParameters, 24 + 16);
    EXPECT_EQ(inference.trainableParameters(), 9);
    EXPECT_EQ(network::Model::compile(graph, types, 1)->trainableCount(), 9);
    EXPECT_TRUE(inference.valid());
}

TEST(FrozenLayers, whenAllAreFrozenAHintSaysSoAndTrainingChangesNothing) {
    const network::Graph graph = frozenNet({2, 3, 6});
    const network::Inference inference = network::infer(graph, dataTypes(points()->dataset->info()));
    EXPECT_TRUE(inference.valid());
    ASSERT_FALSE(inference.findings.empty());
    EXPECT_THAT(inference.findings.front().what, testing::HasSubstr("All layers that learn are frozen"));
    const auto t = trainer(graph, points(), everythingOn());
    const State before = t->state();
    run(*t, 8);
    for (const auto& [name, value] : before.parameters)
        EXPECT_TRUE(value.identical(t->state().parameters.at(name))) << name;
}

TEST(FrozenLayers, theGradientCheckLooksAtWhatTrains) {
    const network::Graph graph = chain({{"input", {}}, {"dense", units(5)}, {"batch-norm", {}}, {"tanh", {}}, {"dense", units(2)}});
    network::Graph frozen = graph;
    ASSERT_TRUE(network::freeze(frozen, {3}, true));
    const auto checked = study::checkModelGradients(frozen, dataTypes(points()->dataset->info()), quick(), nullptr, nullptr);
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_EQ(checked->parameters.size(), 4u);
    EXPECT_LT(checked->worst(), study::kGoodAgreement);
}

/// A parameter that is unfrozen begins as a new one: its moments at zero, and its own count of steps.
TEST(FrozenLayers, adamStartsAnUnfrozenParameterWithASizedFirstStep) {
    TrainSettings settings = quick(100);
    settings.optimizer = "adam";
    settings.l2 = 0;
    const auto t = trainer(frozenNet({6}), points(), settings);
    run(*t, 50);
    const Tensor before = t->state().parameters.at("dense6.W");
    t->setFrozen({});
    run(*t, 1);
    const Tensor after = t->state().parameters.at("dense6.W");
    for (std::int64_t i = 0; i < before.elements(); ++i)  // α m̂/√v̂ of one step: α, whatever the gradient
        EXPECT_NEAR(std::abs(after.at(i) - before.at(i)), 0.01, 1e-4) << i;
}

TEST(FrozenLayers, aRunThatFreezesAndUnfreezesIsResumedByteForByte) {
    for (const char* optimizer : {"adam", "momentum"}) {
        const auto whole = trainer(statefulNet(), points(), everythingOn(optimizer));
        const auto act = [](Trainer& one, int step) {
            if (step == 5) one.setFrozen({"dense2", "batch-norm3"});
            if (step == 12) one.setFrozen({"batch-norm3"});
        };
        State half;
        for (int step = 0; step < 18; ++step) {
            act(*whole, step);
            if (step == 9) half = whole->state();
            run(*whole, 1);
        }
        EXPECT_EQ(frozenIn(half), (std::set<std::string>{"batch-norm3", "dense2"}));
        const auto resumed = trainer(statefulNet(), points(), everythingOn(optimizer));
        ASSERT_TRUE(resumed->setState(half));
        EXPECT_EQ(resumed->frozen(), (std::set<std::string>{"batch-norm3", "dense2"}));
        for (int step = 9; step < 18; ++step) {
            act(*resumed, step);
            run(*resumed, 1);
        }
        expectSame(resumed->state(), whole->state());
    }
}

TEST(FrozenLayers, aStateWhoseCountsCannotBeIsRefused) {
    const auto t = trainer(frozenNet({2}), points(), everythingOn());
    run(*t, 2);
    const State good = t->state();
    ASSERT_TRUE(good.optimizer.contains("dense2.W/rested"));
    for (const double count : {3.0, -1.0, 0.5}) {
        State bad = good;
        bad.optimizer["dense2.W/rested"] = Tensor::full({1}, count, DType::F64);
        EXPECT_FALSE(t->setState(bad)) << count;
    }
    State bad = good;
    bad.optimizer["dense2.W/rested"] = Tensor::zeros({2}, DType::F64);
    EXPECT_FALSE(t->setState(bad));
    bad = good;
    bad.optimizer["nobody.W/rested"] = Tensor::zeros({1}, DType::F64);
    EXPECT_FALSE(t->setState(bad));
    EXPECT_TRUE(t->setState(good));
}

TEST(FrozenLayers, resetKeepsThemFrozenAndStartsTheirWeightsAnew) {
    const auto t = trainer(statefulNet(), points(), quick());
    t->setFrozen({"dense2"});
    t->reset(9);
    EXPECT_EQ(t->frozen(), std::set<std::string>{"dense2"});
    const Tensor start = t->state().parameters.at("dense2.W");
    run(*t, 3);
    EXPECT_TRUE(t->state().parameters.at("dense2.W").identical(start));
}

TEST(FrozenLayers, aChangeWhileItRunsIsMarkedWhereItTakesEffect) {
    TrainerThread t(trainer(statefulNet(), points(), quick(4)), {});
    const auto steps = [&](int count) {
        for (int i = 0; i < count; ++i) {
            t.stepBatch();
            t.wait();
        }
    };
    steps(3);
    t.setFrozen({"dense2"});
    t.setFrozen({"dense2", "batch-norm3"});
    t.wait();
    EXPECT_EQ(t.status().frozen, (std::set<std::string>{"batch-norm3", "dense2"}));
    steps(2);
    t.setFrozen({"batch-norm3"});
    steps(1);
    const auto marks = t.history().marks(0);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].step, 3);
    EXPECT_EQ(marks[0].what, "batch-norm3, dense2 frozen");
    EXPECT_EQ(marks[1].step, 5);
    EXPECT_EQ(marks[1].what, "dense2 unfrozen");
}

TEST(FrozenLayers, aProjectSavedHalfwayGoesOnWithWhatItsDrawingFreezes) {
    const auto first = trainer(statefulNet(), points(), quick(4));
    run(*first, 5);
    TrainerThread::Options options;
    options.start = first->state();
    TrainerThread t(trainer(frozenNet({2}), points(), quick(4)), std::move(options));
    t.stepBatch();
    t.wait();
    EXPECT_EQ(t.status().frozen, std::set<std::string>{"dense2"});
    EXPECT_TRUE(t.state().parameters.at("dense2.W").identical(first->state().parameters.at("dense2.W")));
    const auto marks = t.history().marks(0);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].what, "dense2 frozen");
}

TEST(FrozenLayers, aRecordedRunRemembersWhatItFroze) {
    const ScratchFolder folder;
    project::Document document;
    document.graph = statefulNet();
    TrainerThread::Options options;
    options.projectJson = exchange::documentText(document);
    options.recordPath = folder.file("runs.sqlite");
    std::int64_t id = 0;
    {
        TrainerThread t(trainer(document.graph, points(), quick(4)), options);
        t.stepBatch();
        t.wait();
        t.setFrozen({"dense2"});
        t.stepBatch();
        id = t.wait().run;
    }
    const auto record = RunRecord::open(folder.file("runs.sqlite"));
    ASSERT_TRUE(record);
    const auto now = exchange::recordedDocument(**record, id);
    ASSERT_TRUE(now) << now.error().message();
    EXPECT_TRUE(now->graph.findByName("dense2")->frozen);
    EXPECT_FALSE(now->graph.findByName("dense6")->frozen);
}

}  // namespace
}  // namespace perceptarium::train
