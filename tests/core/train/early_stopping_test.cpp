// Early stopping: when it stops, that the best weights come back, and that going on is as if it had never stopped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scratch_folder.h"
#include "small_runs.h"
#include "train/best_epoch.h"
#include "train/checkpoint.h"
#include "train/trainer_thread.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;
using testing::HasSubstr;

EpochRecord epochWith(std::int64_t epoch, double devLoss, double accuracy = 0) {
    EpochRecord record;
    record.epoch = epoch;
    record.step = epoch * 10;
    record.train = {{"loss", 0.1}, {"accuracy", 1}};
    record.dev = Metrics{{"loss", devLoss}, {"accuracy", accuracy}};
    return record;
}

TEST(BestEpoch, followsTheDevLoss) {
    BestEpoch best("loss", 0);
    EXPECT_EQ(best.epoch(), 0);
    EXPECT_TRUE(best.add(epochWith(1, 0.9)));
    EXPECT_TRUE(best.add(epochWith(2, 0.5)));
    EXPECT_FALSE(best.add(epochWith(3, 0.5)));
    EXPECT_FALSE(best.add(epochWith(4, std::nan(""))));
    EXPECT_EQ(best.epoch(), 2);
    EXPECT_EQ(best.step(), 20);
    EXPECT_EQ(best.waited(), 2);
    EXPECT_EQ(best.text(), "dev loss 0.5 of epoch 2");
    EXPECT_TRUE(best.add(epochWith(5, 0.4)));
    EXPECT_EQ(best.waited(), 0);
}

TEST(BestEpoch, whatShallBeHighIsBestWhenItIsHigh) {
    BestEpoch best("accuracy", 0.05);
    EXPECT_TRUE(best.add(epochWith(1, 1, 0.5)));
    EXPECT_FALSE(best.add(epochWith(2, 1, 0.54))) << "better by less than the least improvement";
    EXPECT_TRUE(best.add(epochWith(3, 1, 0.56)));
    EXPECT_LT(best.score(), -0.5);
}

TEST(BestEpoch, withoutADevSetTheTrainingSetTells) {
    BestEpoch best("loss", 0);
    EpochRecord record = epochWith(1, 0);
    record.dev.reset();
    EXPECT_TRUE(best.add(record));
    EXPECT_EQ(best.text(), "train loss 0.1 of epoch 1");
}

TEST(BestEpoch, itsCountersAreAllOfIt) {
    BestEpoch best("loss", 0.01), back("loss", 0.01);
    back.setCounters(best.counters());
    EXPECT_EQ(back.epoch(), 0);
    best.add(epochWith(1, 0.7));
    best.add(epochWith(2, 0.8));
    back.setCounters(best.counters());
    EXPECT_EQ(back.counters(), best.counters());
    EXPECT_EQ(back.text(), best.text());
    EXPECT_FALSE(back.add(epochWith(3, 0.695)));
}

/// Too large a step for this net: the dev loss goes up and down, so that there is something to stop for.
TrainSettings restless(std::int64_t epochs = 60) {
    TrainSettings settings = quick(epochs);
    settings.learningRate = 0.3;
    settings.l2 = 0;
    settings.patience = 4;
    return settings;
}

/// Trains to the end; all records of epochs.
std::vector<EpochRecord> toTheEnd(Trainer& t) {
    std::vector<EpochRecord> epochs;
    while (!t.done()) {
        EXPECT_TRUE(t.step().has_value());
        if (!t.epochEnded()) continue;
        auto epoch = t.finishEpoch();
        EXPECT_TRUE(epoch.has_value());
        if (!epoch) break;
        epochs.push_back(*epoch);
    }
    return epochs;
}

TEST(EarlyStopping, stopsAfterThePatienceAndBringsTheBestWeightsBack) {
    const auto t = trainer(statefulNet(), points(), restless());
    const auto epochs = toTheEnd(*t);
    ASSERT_TRUE(t->stoppedEarly());
    ASSERT_LT(epochs.size(), 60u);
    std::size_t best = 0;
    for (std::size_t i = 0; i < epochs.size(); ++i)
        if (epochs[i].dev->at("loss") < epochs[best].dev->at("loss")) best = i;
    EXPECT_EQ(t->best().epoch(), static_cast<std::int64_t>(best) + 1);
    EXPECT_EQ(epochs.size(), best + 1 + 4);
    EXPECT_TRUE(t->restoredBest());
    EXPECT_EQ(t->evaluate(data::Part::Dev)->at("loss"), epochs[best].dev->at("loss"));
    ASSERT_TRUE(epochs.back().test.has_value());
    EXPECT_EQ(epochs.back().test->at("loss"), t->evaluate(data::Part::Test)->at("loss")) << "of the best weights";
    // The weights are those that a run of just so many epochs has.
    TrainSettings shorter = restless(static_cast<std::int64_t>(best) + 1);
    const auto until = trainer(statefulNet(), points(), shorter);
    toTheEnd(*until);
    const State a = t->state(), b = until->state();
    for (const auto& [name, tensor] : a.parameters) EXPECT_TRUE(tensor.identical(b.parameters.at(name))) << name;
}

TEST(EarlyStopping, withoutRestoringTheLastWeightsStay) {
    TrainSettings settings = restless();
    settings.restoreBest = false;
    const auto t = trainer(statefulNet(), points(), settings);
    const auto epochs = toTheEnd(*t);
    ASSERT_TRUE(t->stoppedEarly());
    EXPECT_FALSE(t->restoredBest());
    EXPECT_TRUE(t->state().other.empty());
    EXPECT_EQ(t->evaluate(data::Part::Dev)->at("loss"), epochs.back().dev->at("loss"));
}

TEST(EarlyStopping, goingOnIsAsIfItHadNeverStopped) {
    TrainSettings endless = restless(20);
    endless.patience = 1000;
    const auto whole = trainer(statefulNet(), points(), endless);
    toTheEnd(*whole);
    const auto stopped = trainer(statefulNet(), points(), restless(20));
    const auto epochs = toTheEnd(*stopped);
    ASSERT_TRUE(stopped->stoppedEarly());
    ASSERT_LT(epochs.size(), 20u);
    // Through bytes, as after a crash at just that moment.
    const auto back = parseCheckpoint(checkpointBytes(stopped->state()), "test");
    ASSERT_TRUE(back.has_value());
    const auto other = trainer(statefulNet(), points(), restless(20));
    ASSERT_TRUE(other->setState(*back).has_value());
    expectSame(other->state(), stopped->state());
    ASSERT_TRUE(other->done());
    other->setPatience(1000);
    ASSERT_FALSE(other->done());
    toTheEnd(*other);
    expectSame(other->state(), whole->state());
}

TEST(EarlyStopping, isInterruptedAnywhereWithoutADifference) {
    const auto whole = trainer(statefulNet(), points(), restless());
    toTheEnd(*whole);
    const std::int64_t steps = whole->stepsDone();
    for (std::int64_t cut = 1; cut < steps; cut += 5) {
        const auto first = trainer(statefulNet(), points(), restless());
        run(*first, cut);
        const auto bytes = parseCheckpoint(checkpointBytes(first->state()), "test");
        ASSERT_TRUE(bytes.has_value());
        const auto second = trainer(statefulNet(), points(), restless());
        ASSERT_TRUE(second->setState(*bytes).has_value());
        toTheEnd(*second);
        expectSame(second->state(), whole->state());
    }
}

TEST(EarlyStopping, scheduleAndItsCountersGoOnToo) {
    TrainSettings settings = restless(30);
    settings.patience = 0;
    settings.schedule = "plateau";
    settings.scheduleSettings = {{"patience", std::int64_t{2}}, {"gamma", 0.5}, {"warmup", 1.5}};
    const auto whole = trainer(statefulNet(), points(), settings);
    run(*whole, 200);
    ASSERT_LT(whole->learningRate(), 0.3) << "it never fell, so this tests nothing";
    for (const std::int64_t cut : {3, 14, 50, 111, 150}) {
        const auto first = trainer(statefulNet(), points(), settings),
                   second = trainer(statefulNet(), points(), settings);
        run(*first, cut);
        ASSERT_TRUE(second->setState(*parseCheckpoint(checkpointBytes(first->state()), "test")).has_value());
        run(*second, 200 - cut);
        expectSame(second->state(), whole->state());
    }
}

TEST(EarlyStopping, settingsThatCannotBeAreRefused) {
    TrainSettings settings = quick();
    settings.monitor = "mae";
    const auto metric = Trainer::create(statefulNet(), points(), settings);
    ASSERT_FALSE(metric.has_value());
    EXPECT_THAT(metric.error().message(), HasSubstr("monitor"));
    EXPECT_THAT(metric.error().message(), HasSubstr("accuracy"));
    settings = quick();
    settings.schedule = "hand-drawn";
    settings.scheduleSettings = {{"points", std::string("1:0, 0:1")}};
    const auto points = Trainer::create(statefulNet(), tests::points(), settings);
    ASSERT_FALSE(points.has_value());
    EXPECT_THAT(points.error().message(), HasSubstr("points"));
}

TEST(EarlyStopping, theRecordSaysWhyAndKeepsTheBest) {
    const ScratchFolder folder;
    TrainerThread::Options options;
    options.projectName = "restless";
    options.projectJson = "{}";
    options.recordPath = folder.file("runs.sqlite");
    TrainerThread thread(trainer(statefulNet(), points(), restless()), options);
    thread.play();
    const Standing end = thread.wait();
    ASSERT_EQ(end.phase, Phase::Finished);
    EXPECT_EQ(end.reason, StopReason::Patience);
    EXPECT_THAT(end.message, HasSubstr("nothing better than the dev loss"));
    EXPECT_THAT(end.message, HasSubstr("its weights are back"));
    const auto epochs = thread.history().epochs(0);
    const auto marks = thread.history().marks(0);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[1].what, "stopped early");
    EXPECT_EQ(marks[1].step, epochs.back().step);
    EXPECT_EQ(marks[0].what, "best epoch " + std::to_string(end.bestEpoch));
    EXPECT_EQ(marks[0].step, epochs[static_cast<std::size_t>(end.bestEpoch) - 1].step);
    thread.play();  // it is done; nothing more happens
    EXPECT_EQ(thread.wait().step, end.step);

    const auto record = RunRecord::open(options.recordPath);
    ASSERT_TRUE(record.has_value());
    EXPECT_THAT((*record)->run(end.run)->reason, HasSubstr("stopped early: nothing better"));
    const auto best = (*record)->bestCheckpoint(end.run);
    ASSERT_TRUE(best.has_value() && best->has_value());
    EXPECT_EQ((*best)->epoch, end.bestEpoch);
    const State last = thread.state();
    for (const auto& [name, tensor] : (*best)->parameters)
        EXPECT_TRUE(tensor.identical(last.parameters.at(name))) << name;
    const auto checkpoint = (*record)->checkpoint(end.run);
    ASSERT_TRUE(checkpoint.has_value() && checkpoint->has_value());
    expectSame(**checkpoint, last);
}

TEST(EarlyStopping, theBestOfARunWithoutPatienceIsKeptToo) {
    const ScratchFolder folder;
    TrainSettings settings = restless(25);
    settings.patience = 0;
    TrainerThread::Options options;
    options.recordPath = folder.file("runs.sqlite");
    TrainerThread thread(trainer(statefulNet(), points(), settings), options);
    thread.play();
    const Standing end = thread.wait();
    ASSERT_EQ(end.reason, StopReason::EpochsDone);
    EXPECT_TRUE(end.message.empty()) << end.message;
    const auto epochs = thread.history().epochs(0);
    std::size_t best = 0;
    for (std::size_t i = 0; i < epochs.size(); ++i)
        if (epochs[i].dev->at("loss") < epochs[best].dev->at("loss")) best = i;
    ASSERT_LT(best + 1, epochs.size()) << "the last is the best, so this tests nothing";
    const auto record = RunRecord::open(options.recordPath);
    const auto kept = (*record)->bestCheckpoint(end.run);
    ASSERT_TRUE(kept.has_value() && kept->has_value());
    EXPECT_EQ((*kept)->epoch, static_cast<std::int64_t>(best) + 1);
}

TEST(Schedule, actsOnTheStepsAndOnAlphaAsItIsChanged) {
    TrainSettings settings = quick(4);
    settings.schedule = "polynomial";
    settings.learningRate = 0.08;
    const auto t = trainer(statefulNet(), points(), settings);
    EXPECT_DOUBLE_EQ(t->learningRate(), 0.08);
    const std::int64_t steps = 4 * t->batchesPerEpoch();
    run(*t, steps / 4);
    EXPECT_DOUBLE_EQ(t->learningRate(), 0.06);
    StepKnobs knobs = t->knobs();
    EXPECT_DOUBLE_EQ(knobs.learningRate, 0.08) << "the knob is what was set";
    knobs.learningRate = 0.8;
    t->setKnobs(knobs);
    EXPECT_DOUBLE_EQ(t->learningRate(), 0.6);
    // The same steps by hand, without a schedule.
    settings.schedule = "constant";
    const auto byHand = trainer(statefulNet(), points(), settings);
    settings.schedule = "polynomial";
    const auto scheduled = trainer(statefulNet(), points(), settings);
    for (std::int64_t i = 0; i < 10; ++i) {
        StepKnobs now = byHand->knobs();
        now.learningRate = scheduled->learningRate();
        byHand->setKnobs(now);
        run(*byHand, 1);
        run(*scheduled, 1);
    }
    EXPECT_TRUE(byHand->state().parameters.at("dense2.W").identical(scheduled->state().parameters.at("dense2.W")));
}

}  // namespace
}  // namespace perceptarium::train
