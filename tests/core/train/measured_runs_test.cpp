// What the trainer does with the choices of losses and metrics: missing labels, class weights, metrics that go on from
// a checkpoint.
#include <gtest/gtest.h>

#include <cmath>

#include "core/train/small_runs.h"

namespace perceptarium::train {
namespace {

network::Graph net(std::int64_t outputs) {
    return tests::chain({{"input", {}}, {"dense", tests::units(6)}, {"tanh", {}}, {"dense", tests::units(outputs)}});
}

/// tests::points() with every `each`-th label missing.
data::PreparedPtr withHoles(std::int64_t each) {
    auto prepared = std::make_shared<data::Prepared>(*tests::points());
    Tensor x, y;
    std::vector<std::int64_t> all(static_cast<std::size_t>(prepared->dataset->info().size));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    EXPECT_TRUE(prepared->dataset->read(all, x, y));
    for (std::int64_t i = 0; i < y.elements(); i += each) y.data<std::int32_t>()[i] = -1;
    data::DatasetInfo info = prepared->dataset->info();
    prepared->dataset = std::make_shared<data::MemoryDataset>(info, x, y);
    prepared->classCounts = data::countClasses(*prepared->dataset, prepared->split.train);
    return prepared;
}

TEST(MeasuredRuns, examplesWithoutALabelTeachNothingAndCountNowhere) {
    for (const char* loss : {"binary-cross-entropy", "categorical-cross-entropy", "hinge", "kl-divergence"}) {
        const bool one = std::string(loss).starts_with("binary");
        TrainSettings settings = tests::quick(2, 10);
        settings.loss = loss;
        // The same set without the examples that have no label, in batches that hold the same labelled examples.
        const auto holes = withHoles(4);
        auto only = std::make_shared<data::Prepared>(*holes);
        std::erase_if(only->split.dev, [](std::int64_t example) { return example % 4 == 0; });
        const auto a = tests::trainer(net(one ? 1 : 2), holes, settings),
                   b = tests::trainer(net(one ? 1 : 2), only, settings);
        tests::run(*a, 5);
        ASSERT_TRUE(b->setState(a->state()));
        const auto withMissing = a->evaluate(data::Part::Dev), without = b->evaluate(data::Part::Dev);
        ASSERT_TRUE(withMissing && without) << loss;
        for (const auto& [name, value] : *without)
            EXPECT_NEAR(withMissing->at(name), value, 1e-6) << loss << ' ' << name;
        for (int i = 0; i < 15; ++i) {
            const auto step = a->step();
            ASSERT_TRUE(step) << step.error().message();
            if (!a->epochEnded()) continue;
            ASSERT_TRUE(a->finishEpoch());
        }
    }
}

TEST(MeasuredRuns, aBatchWithoutAnyLabelChangesNothing) {
    TrainSettings settings = tests::quick(1, 100);
    settings.l2 = 0;
    settings.optimizer = "sgd";
    const auto trainer = tests::trainer(net(1), withHoles(1), settings);
    const State before = trainer->state();
    const auto record = trainer->step();
    ASSERT_TRUE(record) << record.error().message();
    EXPECT_EQ(record->loss, 0);
    EXPECT_EQ(record->gradientNorm, 0);
    EXPECT_TRUE(std::isnan(record->accuracy));
    for (const auto& [name, tensor] : trainer->state().parameters)
        EXPECT_TRUE(tensor.identical(before.parameters.at(name))) << name;
    const auto epoch = trainer->finishEpoch();
    ASSERT_TRUE(epoch);
    EXPECT_TRUE(std::isnan(epoch->train.at("loss")));
    EXPECT_TRUE(std::isnan(epoch->dev->at("accuracy")));
}

TEST(MeasuredRuns, balancedWeightsComeFromTheTrainingPart) {
    TrainSettings settings = tests::quick();
    settings.loss = "binary-cross-entropy";
    settings.lossSettings = {{"classWeights", std::string("balanced")}};
    const auto data = withHoles(1000);
    const auto counts = data->classCounts;
    ASSERT_EQ(counts.size(), 2u);
    EXPECT_EQ(counts[0] + counts[1], 99) << "100 training examples, one of which has no label";
    const auto trainer = tests::trainer(net(1), data, settings);
    const auto measured = trainer->evaluate(data::Part::Dev);
    ASSERT_TRUE(measured);
    Tensor x, y;
    ASSERT_TRUE(data->read(data->split.dev, x, y));
    const Tensor z = trainer->model().forward(x, {}, trainer->model().outputNode()).value();
    double sum = 0, weights = 0;
    for (std::int64_t i = 0; i < y.elements(); ++i) {
        const std::int32_t label = y.data<std::int32_t>()[i];
        const double weight = 99.0 / (2.0 * static_cast<double>(counts[static_cast<std::size_t>(label)]));
        sum += weight * std::log1p(std::exp(label == 1 ? -z.at(i) : z.at(i)));
        weights += weight;
    }
    EXPECT_NEAR(measured->at("loss"), sum / weights, 1e-6);
}

TEST(MeasuredRuns, onlyWhatIsChosenIsMeasured) {
    TrainSettings settings = tests::quick(1, 25);
    settings.metrics = "f1, roc-auc, mae";
    settings.l2 = 0;  // no cost beside the loss
    const auto trainer = tests::trainer(net(1), tests::points(), settings);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(trainer->step());
    const auto epoch = trainer->finishEpoch();
    ASSERT_TRUE(epoch);
    for (const Metrics* part : {&epoch->train, &*epoch->dev}) {
        EXPECT_EQ(part->size(), 3u);
        EXPECT_TRUE(part->contains("loss") && part->contains("f1") && part->contains("roc-auc"));
    }
}

TEST(MeasuredRuns, automaticMetricsThatCostSomethingAreNotMeasuredInTraining) {
    const auto trainer = tests::trainer(net(2), tests::points(), tests::quick(1, 50));
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(trainer->step());
    const auto epoch = trainer->finishEpoch();
    ASSERT_TRUE(epoch);
    EXPECT_TRUE(epoch->train.contains("accuracy") && epoch->train.contains("f1"));
    EXPECT_FALSE(epoch->train.contains("roc-auc"));
    EXPECT_TRUE(epoch->dev->contains("roc-auc") && epoch->dev->contains("perplexity"));
    EXPECT_FALSE(epoch->dev->contains("top-k")) << "of two classes, both are among the first five";
}

TEST(MeasuredRuns, everyMetricGoesOnFromACheckpointInMidEpoch) {
    TrainSettings settings = tests::quick(1, 10);
    settings.metrics = "accuracy, top-k, precision, recall, f1, roc-auc, perplexity";
    settings.averaging = "weighted";
    settings.l2 = 0;
    settings.topK = 1;
    const auto whole = tests::trainer(net(2), tests::points(), settings),
               half = tests::trainer(net(2), tests::points(), settings),
               rest = tests::trainer(net(2), tests::points(), settings);
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(whole->step());
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(half->step());
    ASSERT_TRUE(rest->setState(half->state()));
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(rest->step());
    const auto a = whole->finishEpoch(), b = rest->finishEpoch();
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->train.size(), 8u);
    EXPECT_EQ(a->train, b->train);
    EXPECT_EQ(*a->dev, *b->dev);
    EXPECT_EQ(a->train.at("top-k"), a->train.at("accuracy"));
}

TEST(MeasuredRuns, lossesOfNumbersLearnALine) {
    for (const char* loss : {"mean-squared-error", "mean-absolute-error", "huber"}) {
        TrainSettings settings = tests::quick(60, 16);
        settings.loss = loss;
        const auto trainer =
            tests::trainer(tests::chain({{"input", {}}, {"dense", tests::units(1)}}), tests::line(), settings);
        tests::run(*trainer, 240);
        const auto dev = trainer->evaluate(data::Part::Dev);
        ASSERT_TRUE(dev);
        EXPECT_GT(dev->at("r2"), 0.9) << loss;
        EXPECT_LT(dev->at("mae"), dev->at("rmse") + 1e-9) << loss;
    }
}

TEST(MeasuredRuns, lossesOfClassesLearnThePoints) {
    for (const char* loss : {"categorical-cross-entropy", "hinge", "kl-divergence"}) {
        TrainSettings settings = tests::quick(60, 16);
        settings.loss = loss;
        const auto trainer = tests::trainer(net(2), tests::points(), settings);
        tests::run(*trainer, 400);
        EXPECT_GT(trainer->evaluate(data::Part::Dev)->at("accuracy"), 0.8) << loss;
    }
}

TEST(MeasuredRuns, distributionsAreNotStandardized) {
    auto data = std::make_shared<data::Prepared>(*tests::line());
    data->targetScaling = {{0, 0}, {1, 1}};
    data::DatasetInfo info = data->dataset->info();
    Tensor x, y;
    ASSERT_TRUE(data->dataset->read(data->split.train, x, y));
    info.targets = {"a", "b"};
    data->dataset = std::make_shared<data::MemoryDataset>(info, x, Tensor::full({x.shape()[0], 2}, 0.5));
    data->split.dev.clear();
    TrainSettings settings = tests::quick();
    settings.loss = "kl-divergence";
    const auto refused = Trainer::create(net(2), data, settings);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message().find("standardize"), std::string::npos);
    data->targetScaling = {};
    EXPECT_TRUE(Trainer::create(net(2), data, settings));
}

}  // namespace
}  // namespace perceptarium::train
