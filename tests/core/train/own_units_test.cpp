// Regression with standardized targets: the loss is of what training sees, everything else of the data's own units.
#include <gtest/gtest.h>

#include <cmath>

#include "core/train/small_runs.h"
#include "study/activations_probe.h"
#include "study/outcomes_probe.h"

namespace perceptarium::train {
namespace {

/// tests::line() in other units, standardized for training.
std::shared_ptr<data::Prepared> prices() {
    auto prepared = std::make_shared<data::Prepared>(*tests::line());
    Tensor x, y;
    std::vector<std::int64_t> all(static_cast<std::size_t>(prepared->dataset->info().size));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    EXPECT_TRUE(prepared->dataset->read(all, x, y));
    for (float& value : y.values<float>()) value = 200'000 + 50'000 * value;
    data::DatasetInfo info = prepared->dataset->info();
    info.standardizeTargets = true;
    prepared->dataset = std::make_shared<data::MemoryDataset>(info, x, y);
    prepared->targetScaling = data::fitTargetScaling(*prepared->dataset, prepared->split.train, {}).value();
    return prepared;
}

struct ByHand {
    double mae = 0, standardizedSquares = 0;
    std::vector<double> answers, targets;
};

ByHand byHand(Trainer& trainer, data::Part part) {
    ByHand found;
    const data::Prepared& data = trainer.data();
    Tensor x, y, raw, own;
    EXPECT_TRUE(data.read(data.part(part), x, y));
    EXPECT_TRUE(data.dataset->read(data.part(part), raw, own));
    const Tensor output = trainer.model().forward(x, {}, trainer.model().outputNode()).value();
    const double mean = data.targetScaling.mean[0], deviation = data.targetScaling.deviation[0];
    const auto n = static_cast<double>(y.elements());
    for (std::int64_t i = 0; i < y.elements(); ++i) {
        found.answers.push_back(mean + deviation * output.at(i));
        found.targets.push_back(own.at(i));
        found.mae += std::abs(found.answers.back() - found.targets.back()) / n;
        found.standardizedSquares += std::pow(output.at(i) - (own.at(i) - mean) / deviation, 2) / n;
    }
    return found;
}

TEST(OwnUnits, metricsOfAPartAreInTheDatasUnitsAndTheLossIsNot) {
    const auto data = prices();
    const auto trainer =
        tests::trainer(tests::chain({{"input", {}}, {"dense", tests::units(1)}}), data, tests::quick());
    tests::run(*trainer, 6);
    const ByHand expected = byHand(*trainer, data::Part::Dev);
    const auto metrics = trainer->evaluate(data::Part::Dev);
    ASSERT_TRUE(metrics);
    EXPECT_GT(expected.mae, 1000);
    EXPECT_NEAR(metrics->at("mae") / expected.mae, 1, 1e-5);
    EXPECT_NEAR(metrics->at("loss") / expected.standardizedSquares, 1, 1e-5);
}

TEST(OwnUnits, runningMetricsOfTheEpochAreToo) {
    const auto data = prices();
    TrainSettings settings = tests::quick();
    settings.batchSize = 64;  // one batch an epoch: before it, the weights are known
    const auto trainer = tests::trainer(tests::chain({{"input", {}}, {"dense", tests::units(1)}}), data, settings);
    const ByHand expected = byHand(*trainer, data::Part::Train);
    ASSERT_TRUE(trainer->step());
    const auto epoch = trainer->finishEpoch();
    ASSERT_TRUE(epoch);
    EXPECT_NEAR(epoch->train.at("mae") / expected.mae, 1, 1e-5);
    EXPECT_NEAR(epoch->train.at("loss") / expected.standardizedSquares, 1, 1e-5);
}

TEST(OwnUnits, viewsOfPredictionsSeeThem) {
    const auto data = prices();
    const auto trainer =
        tests::trainer(tests::chain({{"input", {}}, {"dense", tests::units(1)}}), data, tests::quick());
    tests::run(*trainer, 4);
    const ByHand expected = byHand(*trainer, data::Part::Dev);
    const ProbeContext context{*trainer};

    study::OutcomesProbe many;
    many.ask({data::Part::Dev, 1000});
    ASSERT_TRUE(many.look(context));
    std::uint64_t seen = 0;
    const auto outcomes = many.answer.newer(seen);
    ASSERT_NE(outcomes, nullptr);
    ASSERT_EQ(outcomes->answers.elements(), static_cast<std::int64_t>(expected.answers.size()));
    for (std::size_t i = 0; i < expected.answers.size(); ++i) {
        EXPECT_NEAR(outcomes->answers.at(static_cast<std::int64_t>(i)), expected.answers[i], 1);
        EXPECT_NEAR(outcomes->targets.at(static_cast<std::int64_t>(i)), expected.targets[i], 0.1);
    }

    study::ActivationsProbe one;
    one.ask({data->split.dev[3]});
    ASSERT_TRUE(one.look(context));
    std::uint64_t seenOne = 0;
    const auto example = one.answer.newer(seenOne);
    ASSERT_NE(example, nullptr);
    EXPECT_NEAR(example->prediction.at(0), expected.answers[3], 1);
    EXPECT_NEAR(example->target.at(0), expected.targets[3], 0.1);
}

TEST(OwnUnits, theHeadlineOfARecordIsWhatPeopleCompareBy) {
    EXPECT_EQ(headline({{"loss", 1}}), nullptr);
    EXPECT_EQ(headline({{"loss", 1}, {"f1", 0.25}, {"accuracy", 0.5}})->id, "accuracy");
    const MetricSpec* mae = headline({{"loss", 1}, {"mae", 45678}});
    ASSERT_NE(mae, nullptr);
    EXPECT_EQ(textOf(*mae, 45678), "4.568e+04");
    EXPECT_EQ(textOf(*findMetric("accuracy"), 0.975), "97.50 %");
    EXPECT_EQ(textOf(*mae, std::nan("")), "–");
}

}  // namespace
}  // namespace perceptarium::train
