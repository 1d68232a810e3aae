// The Trainer: it learns, it repeats itself bit for bit, it goes on from any state, and it stops where numbers end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_runs.h"

namespace perceptarium::train {
namespace {

using testing::HasSubstr;
using namespace perceptarium::tests;

TEST(Trainer, learnsToTellPointsApart) {
    const auto net = chain({{"input", {}}, {"dense", units(8)}, {"tanh", {}}, {"dense", units(1)}});
    auto settings = quick(60);
    settings.l2 = 0;
    const auto t = trainer(net, points(200), settings);
    const Metrics before = *t->evaluate(data::Part::Dev);
    run(*t, 60 * t->batchesPerEpoch());
    const Metrics after = *t->evaluate(data::Part::Dev);
    EXPECT_TRUE(t->done());
    EXPECT_LT(after.at("loss"), 0.5 * before.at("loss"));
    EXPECT_GT(after.at("accuracy"), 0.9);
}

TEST(Trainer, learnsNumbersAlsoThroughALastSigmoid) {
    const auto plain = trainer(chain({{"input", {}}, {"dense", units(1)}}), line(), quick(80, 8));
    EXPECT_EQ(plain->loss().id, "mean-squared-error");
    run(*plain, 80 * plain->batchesPerEpoch());
    EXPECT_LT(plain->evaluate(data::Part::Dev)->at("mae"), 0.2);

    // What is compared with the target is what comes out of the sigmoid, so the loss stays within its range.
    const auto squashed = trainer(chain({{"input", {}}, {"dense", units(1)}, {"sigmoid", {}}}), line(), quick());
    const Metrics metrics = *squashed->evaluate(data::Part::Train);
    double sum = 0;
    const auto data = line();
    for (const std::int64_t i : data->split.train) {
        Tensor x, y;
        ASSERT_TRUE(data->read(std::vector{i}, x, y).has_value());
        const double a = squashed->model().forward(x, {}, squashed->model().outputNode()).value().at(0);
        sum += (a - y.at(0)) * (a - y.at(0));
    }
    EXPECT_NEAR(metrics.at("loss"), sum / 64, 1e-5);
}

TEST(Trainer, sameSeedSameRunBitForBit) {
    const auto a = trainer(statefulNet(), points(), quick());
    const auto b = trainer(statefulNet(), points(), quick());
    auto other = quick();
    other.seed = 2;
    const auto c = trainer(statefulNet(), points(), other);
    run(*a, 17);
    run(*b, 17);
    run(*c, 17);
    expectSame(a->state(), b->state());
    EXPECT_FALSE(a->state().parameters.at("dense2.W").identical(c->state().parameters.at("dense2.W")));
}

TEST(Trainer, goesOnFromAnyStateAsIfItHadNeverStopped) {
    for (const char* optimizer : {"sgd", "momentum", "rmsprop", "adam"}) {
        for (const std::int64_t at : {0, 3, 7, 10}) {  // 7 batches an epoch: in the middle, and at its very end
            auto settings = quick();
            settings.optimizer = optimizer;
            const auto whole = trainer(statefulNet(), points(), settings);
            const auto first = trainer(statefulNet(), points(), settings);
            run(*first, at);
            const auto second = trainer(statefulNet(), points(), settings);
            run(*second, 5);  // whatever it did before is gone
            ASSERT_TRUE(second->setState(first->state()).has_value());
            expectSame(first->state(), second->state());
            run(*whole, 18);
            run(*second, 18 - at);
            expectSame(whole->state(), second->state());
        }
    }
}

TEST(Trainer, epochMetricsAreTheSameWhenItStoppedWithinTheEpoch) {
    const auto whole = trainer(statefulNet(), points(), quick());
    const auto first = trainer(statefulNet(), points(), quick());
    const auto second = trainer(statefulNet(), points(), quick());
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(whole->step().has_value());
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(first->step().has_value());
    ASSERT_TRUE(second->setState(first->state()).has_value());
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(second->step().has_value());
    ASSERT_TRUE(second->epochEnded());
    const auto a = whole->finishEpoch(), b = second->finishEpoch();
    EXPECT_EQ(a->train, b->train);
    EXPECT_EQ(a->dev, b->dev);
    EXPECT_EQ(a->train.count("precision"), 1u);
}

TEST(Trainer, anEpochsRecordHoldsMeansOverItsBatchesAndTheDevPart) {
    const auto t = trainer(statefulNet(), points(), quick(2));
    double loss = 0, accuracy = 0;
    for (int i = 0; i < 7; ++i) {
        const auto record = *t->step();
        const double share = (i < 6 ? 16.0 : 4.0) / 100;
        EXPECT_EQ(record.step, i);
        EXPECT_GT(record.gradientNorm, 0);
        loss += share * record.loss;
        accuracy += share * record.accuracy;
    }
    ASSERT_TRUE(t->epochEnded());
    const auto epoch = t->finishEpoch();
    ASSERT_TRUE(epoch.has_value());
    EXPECT_EQ(epoch->epoch, 1);
    EXPECT_EQ(epoch->step, 7);
    EXPECT_NEAR(epoch->train.at("loss"), loss, 1e-9);
    EXPECT_NEAR(epoch->train.at("accuracy"), accuracy, 1e-9);
    EXPECT_EQ(*epoch->dev, *t->evaluate(data::Part::Dev));
    EXPECT_FALSE(epoch->test.has_value());  // only after the last epoch
    EXPECT_GT(epoch->samplesPerSecond, 0);
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(t->step().has_value());
    EXPECT_TRUE(t->finishEpoch()->test.has_value());
    EXPECT_TRUE(t->done());
}

TEST(Trainer, evaluationDoesNotChangeTraining) {
    const auto a = trainer(statefulNet(), points(), quick());
    const auto b = trainer(statefulNet(), points(), quick());
    run(*a, 10);
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(b->evaluate(data::Part::Train).has_value());
        run(*b, 1);
    }
    expectSame(a->state(), b->state());
}

TEST(Trainer, l2PullsWeightsButNotBiasesAndIsNotInTheReportedLoss) {
    auto strong = quick();
    strong.optimizer = "sgd";
    strong.l2 = 0;
    auto none = strong;
    strong.l2 = 0.5;
    const auto net = chain({{"input", {}}, {"dense", units(1)}});
    const auto a = trainer(net, points(), none), b = trainer(net, points(), strong);
    const Tensor start = a->state().parameters.at("dense2.W");
    EXPECT_EQ(a->step()->loss, b->step()->loss);
    const Tensor w = a->state().parameters.at("dense2.W"), pulled = b->state().parameters.at("dense2.W");
    for (int i = 0; i < 2; ++i) EXPECT_NEAR(pulled.at(i), w.at(i) - 0.01 * 0.5 * start.at(i), 1e-7);
    EXPECT_TRUE(a->state().parameters.at("dense2.b").identical(b->state().parameters.at("dense2.b")));
}

TEST(Trainer, resetBeginsAgainWithTheSeedGiven) {
    const auto a = trainer(statefulNet(), points(), quick());
    const State start = a->state();
    run(*a, 9);
    a->reset(1);
    expectSame(a->state(), start);
    run(*a, 4);
    const auto b = trainer(statefulNet(), points(), quick());
    run(*b, 4);
    expectSame(a->state(), b->state());
    a->reset(5);
    EXPECT_FALSE(a->state().parameters.at("dense2.W").identical(start.parameters.at("dense2.W")));
}

TEST(Trainer, aLearningRateThatIsTooLargeStopsBeforeTheUpdateAndSaysWhere) {
    const auto net = chain({{"input", {}}, {"dense", units(4)}, {"batch-norm", {}}, {"relu", {}}, {"dense", units(1)}});
    auto settings = quick();
    settings.optimizer = "sgd";
    settings.learningRate = 1e20;
    const auto t = trainer(net, line(), settings);
    State before;
    Result<BatchRecord> record = BatchRecord{};
    for (int i = 0; i < 50 && record; ++i) {
        before = t->state();
        record = t->step();
    }
    ASSERT_FALSE(record.has_value());
    EXPECT_TRUE(t->nonFinite());
    expectSame(before, t->state());  // batch norm's running averages too
    EXPECT_THAT(record.error().message(), AllOf(HasSubstr("smaller learning rate"), HasSubstr("1e+20"), HasSubstr("step ")));
    EXPECT_FALSE(record.error().where.empty());
}

TEST(Trainer, aValueInTheDataThatIsNotFiniteIsNamedWithItsExample) {
    auto bad = std::make_shared<data::Prepared>(*points());
    Tensor x, y;
    std::vector<std::int64_t> all(140);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    ASSERT_TRUE(bad->dataset->read(all, x, y).has_value());
    x.data<float>()[2 * 37] = std::nanf("");
    bad->dataset = std::make_shared<data::MemoryDataset>(bad->dataset->info(), x, y);
    const auto t = trainer(statefulNet(), bad, quick());
    Result<BatchRecord> record = BatchRecord{};
    for (int i = 0; i < 7 && record; ++i) record = t->step();
    ASSERT_FALSE(record.has_value());
    EXPECT_TRUE(t->nonFinite());
    EXPECT_THAT(record.error().message(), AllOf(HasSubstr("example 37"), HasSubstr("input")));
}

TEST(Trainer, refusesWhatCannotBeTrained) {
    const auto net = chain({{"input", {}}, {"dense", units(3)}});
    const auto message = [](const auto& result) { return result ? std::string("accepted") : result.error().message(); };
    EXPECT_THAT(message(Trainer::create(net, points(), quick())), HasSubstr("3 numbers"));
    EXPECT_THAT(message(Trainer::create(statefulNet(), points(0), quick())), HasSubstr("nothing to train on"));
    auto settings = quick();
    settings.optimizer = "newton";
    EXPECT_THAT(message(Trainer::create(statefulNet(), points(), settings)), HasSubstr("newton"));
    settings = quick();
    settings.optimizerSettings = {{"beta", 0.5}};
    EXPECT_THAT(message(Trainer::create(statefulNet(), points(), settings)), HasSubstr("beta"));
    EXPECT_FALSE(Trainer::create(chain({}), points(), quick()).has_value());
}

TEST(Trainer, refusesStateOfAnotherNetworkAndStaysAsItWas) {
    const auto t = trainer(statefulNet(), points(), quick());
    run(*t, 3);
    const State before = t->state();
    const auto other = trainer(chain({{"input", {}}, {"dense", units(3)}, {"tanh", {}}, {"dense", units(1)}}), points(), quick());
    run(*other, 2);
    EXPECT_FALSE(t->setState(other->state()).has_value());
    State wrong = before;
    wrong.batch = 8;
    EXPECT_FALSE(t->setState(wrong).has_value());
    wrong = before;
    wrong.optimizer.at("dense2.W/m") = Tensor::zeros({3});
    EXPECT_FALSE(t->setState(wrong).has_value());
    expectSame(before, t->state());
}

TEST(Trainer, aBatchLargerThanTheSetTakesAllOfIt) {
    const auto t = trainer(statefulNet(), points(), quick(1, 5000));
    EXPECT_EQ(t->batchesPerEpoch(), 1);
    ASSERT_TRUE(t->step().has_value());
    EXPECT_TRUE(t->epochEnded());
    EXPECT_EQ(t->state().epochSums.at("examples"), 100);
}

TEST(Trainer, cancelledEvaluationLeavesTheEpochUnfinished) {
    const auto t = trainer(statefulNet(), points(), quick());
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(t->step().has_value());
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = t->finishEpoch(stop.get_token());
    ASSERT_FALSE(cancelled.has_value());
    EXPECT_TRUE(Progress::isCancelled(cancelled.error()));
    EXPECT_TRUE(t->epochEnded());
    EXPECT_EQ(t->finishEpoch()->epoch, 1);
}

TEST(Trainer, evaluationInSeveralBatchesGivesTheWholePartsMetrics) {
    // 700 dev examples are evaluated 256 at a time; the train part of one big batch is the same examples at once.
    auto data = std::make_shared<data::Prepared>(*points(700, 0, 0));
    data->split.dev = data->split.train;
    const auto pieces = trainer(statefulNet(), data, quick(1, 16));
    const auto whole = trainer(statefulNet(), data, quick(1, 1000));
    int calls = 0;
    pieces->setDuringEvaluation([&] { ++calls; });
    const Metrics a = *pieces->evaluate(data::Part::Dev), b = *whole->evaluate(data::Part::Dev);
    EXPECT_EQ(calls, 3);
    EXPECT_EQ(a.at("accuracy"), b.at("accuracy"));
    EXPECT_EQ(a.at("f1"), b.at("f1"));
    EXPECT_NEAR(a.at("loss"), b.at("loss"), 1e-6);
}

}  // namespace
}  // namespace perceptarium::train
