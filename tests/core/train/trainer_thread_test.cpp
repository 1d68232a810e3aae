// The trainer's thread: commands between batches, history, probes, failures.
#include "train/trainer_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "scratch_folder.h"
#include "small_runs.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;
using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr std::int64_t kPerEpoch = 7;  // batches: 100 examples by 16

std::unique_ptr<TrainerThread> thread(const TrainSettings& settings, TrainerThread::Options options = {},
                                      const data::PreparedPtr& data = points()) {
    return std::make_unique<TrainerThread>(trainer(statefulNet(), data, settings), std::move(options));
}

/// Until `condition`, for at most five seconds.
template <class Condition>
bool eventually(const Condition& condition) {
    for (int i = 0; i < 5000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

TEST(TrainerThread, trainsAsTheTrainerAloneWouldAndKeepsAllOfIt) {
    const auto t = thread(quick(5));
    EXPECT_EQ(t->wait().phase, Phase::Ready);
    t->play();
    const Standing end = t->wait();
    EXPECT_EQ(end.phase, Phase::Finished);
    EXPECT_EQ(end.reason, StopReason::EpochsDone);
    EXPECT_EQ(end.step, 5 * kPerEpoch);
    EXPECT_EQ(end.secondsLeft, 0);
    const auto alone = trainer(statefulNet(), points(), quick(5));
    run(*alone, 5 * kPerEpoch);
    expectSame(t->state(), alone->state());
    const auto batches = t->history().batches(0);
    ASSERT_EQ(batches.size(), 35u);
    for (std::size_t i = 0; i < batches.size(); ++i) EXPECT_EQ(batches[i].step, static_cast<std::int64_t>(i));
    ASSERT_EQ(t->history().epochs(0).size(), 5u);
    EXPECT_TRUE(t->history().epochs(4).front().test.has_value());
    EXPECT_EQ(t->history().batches(30).front().step, 30);
    EXPECT_TRUE(t->history().batches(35).empty());
}

TEST(TrainerThread, pausesAndStepsAnywhereWithoutChangingTheRun) {
    const auto t = thread(quick(4));
    for (int i = 1; i <= 5; ++i) {
        t->stepBatch();
        const Standing now = t->wait();
        EXPECT_EQ(now.phase, Phase::Paused);
        EXPECT_EQ(now.step, i);
    }
    t->stepEpoch();
    Standing now = t->wait();
    EXPECT_EQ(now.step, kPerEpoch);
    EXPECT_EQ(now.epoch, 1);
    EXPECT_EQ(t->history().epochs(0).size(), 1u);
    for (int i = 0; i < 7; ++i) t->stepBatch();  // faster than they can be done: none is lost
    now = t->wait();
    EXPECT_EQ(now.step, 2 * kPerEpoch);
    EXPECT_EQ(now.epoch, 2);
    t->play();
    t->pause();
    now = t->wait();
    EXPECT_TRUE(now.phase == Phase::Paused || now.phase == Phase::Finished);
    t->play();
    EXPECT_EQ(t->wait().phase, Phase::Finished);
    const auto alone = trainer(statefulNet(), points(), quick(4));
    run(*alone, 4 * kPerEpoch);
    expectSame(t->state(), alone->state());
}

TEST(TrainerThread, changesOfLearningRateAreMarkedAtTheStepWhereTheyTakeEffect) {
    const auto t = thread(quick(4));
    for (int i = 0; i < 3; ++i) {
        t->stepBatch();
        t->wait();
    }
    t->setLearningRate(0.5);
    t->setLearningRate(0.002);  // a slider that is dragged leaves one mark
    t->setKnob(&StepKnobs::l2, 0.25);
    t->wait();
    EXPECT_EQ(t->status().knobs.learningRate, 0.002);
    EXPECT_EQ(t->status().knobs.l2, 0.25);
    t->play();
    t->wait();
    const auto marks = t->history().marks(0);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].step, 3);
    EXPECT_EQ(marks[0].what, "learning rate 0.01 → 0.002");
    EXPECT_EQ(marks[1].what, "L2 0.001 → 0.25");
    const auto alone = trainer(statefulNet(), points(), quick(4));
    run(*alone, 3);
    alone->setKnobs({0.002, 0.25});
    run(*alone, 4 * kPerEpoch - 3);
    expectSame(t->state(), alone->state());
}

TEST(TrainerThread, resetBeginsAgainAndTellsReadersOfTheHistory) {
    const auto t = thread(quick(3));
    t->play();
    t->wait();
    const State first = t->state();
    const auto generation = t->history().generation();
    t->reset(1);
    EXPECT_EQ(t->wait().phase, Phase::Ready);
    EXPECT_EQ(t->status().step, 0);
    EXPECT_TRUE(t->history().batches(0).empty());
    EXPECT_GT(t->history().generation(), generation);
    t->play();
    t->wait();
    expectSame(t->state(), first);
}

TEST(TrainerThread, moreEpochsGoOnAfterTheEndAndFewerEndAtOnce) {
    const auto t = thread(quick(2));
    t->play();
    EXPECT_EQ(t->wait().phase, Phase::Finished);
    t->play();
    EXPECT_EQ(t->wait().step, 2 * kPerEpoch);  // nothing is left to do
    t->setEpochs(3);
    EXPECT_EQ(t->wait().phase, Phase::Paused);
    t->play();
    EXPECT_EQ(t->wait().step, 3 * kPerEpoch);
    t->setEpochs(1'000'000);
    t->play();
    ASSERT_TRUE(eventually([&] { return t->status().epoch > 5; }));
    t->setEpochs(4);
    EXPECT_EQ(t->wait().phase, Phase::Finished);
}

TEST(TrainerThread, stateIsWholeWhileItRuns) {
    const auto t = thread(quick(1'000'000));
    t->play();
    for (int i = 0; i < 20; ++i) {
        const State state = t->state();
        const auto alone = trainer(statefulNet(), points(), quick());
        ASSERT_TRUE(alone->setState(state).has_value());
        EXPECT_EQ(state.step, state.epoch * kPerEpoch + state.batch);
    }
    EXPECT_TRUE(eventually([&] { return t->status().phase == Phase::Running; }));
    EXPECT_TRUE(eventually([&] { return t->status().samplesPerSecond > 0 && t->status().secondsLeft > 0; }));
    t->stop();
    EXPECT_EQ(t->wait().phase, Phase::Stopped);
    EXPECT_EQ(t->status().reason, StopReason::User);
}

TEST(TrainerThread, waitCallsBackWhileItTrains) {
    const auto t = thread(quick(1'000'000));
    t->play();
    int calls = 0;
    const Standing end = t->wait(
        [&](const Standing& now) {
            EXPECT_EQ(now.epochs, 1'000'000);
            if (++calls == 3) t->pause();
        },
        10ms);
    EXPECT_EQ(end.phase, Phase::Paused);
    EXPECT_GE(calls, 3);
}

TEST(TrainerThread, aLearningRateThatIsTooLargeFailsWithWordsAndCanBeGoneOnFrom) {
    auto settings = quick(200);
    settings.optimizer = "sgd";
    settings.learningRate = 1e30;
    const auto t = std::make_unique<TrainerThread>(
        trainer(chain({{"input", {}}, {"dense", units(4)}, {"relu", {}}, {"dense", units(1)}}), line(), settings),
        TrainerThread::Options{});
    t->play();
    const Standing end = t->wait();
    EXPECT_EQ(end.phase, Phase::Failed);
    EXPECT_EQ(end.reason, StopReason::NonFinite);
    EXPECT_THAT(end.message, HasSubstr("smaller learning rate"));
    for (const auto& [name, tensor] : t->state().parameters)
        for (std::int64_t i = 0; i < tensor.elements(); ++i) EXPECT_TRUE(std::isfinite(tensor.at(i))) << name;
    EXPECT_EQ(static_cast<std::int64_t>(t->history().batches(0).size()), t->state().step);
    t->reset(1);
    t->setLearningRate(0.01);
    t->play();
    EXPECT_EQ(t->wait().phase, Phase::Finished);
}

/// Points whose reading goes wrong after so many batches.
class FailingPoints : public data::Dataset {
public:
    FailingPoints(int good, bool throws) : points_(points()->dataset), good_(good), throws_(throws) { info_ = points_->info(); }
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override {
        if (++reads_ > good_) {
            CHECK(!throws_, "a fault in reading");
            return Error{"the file is gone", "points.csv", {}, {}};
        }
        return points_->read(examples, x, y);
    }
    std::span<const std::int32_t> labels() const override { return points_->labels(); }
    std::string caption(std::int64_t example) const override { return points_->caption(example); }
    std::uint64_t contentHash() const override { return points_->contentHash(); }

private:
    data::DatasetPtr points_;
    int good_;
    bool throws_;
    mutable std::atomic<int> reads_{0};
};

data::PreparedPtr failing(int good, bool throws) {
    auto prepared = std::make_shared<data::Prepared>(*points());
    prepared->dataset = std::make_shared<FailingPoints>(good, throws);
    return prepared;
}

TEST(TrainerThread, dataThatCannotBeReadAnyMoreFailsWithThePlace) {
    const auto t = thread(quick(), {}, failing(4, false));
    t->play();
    const Standing end = t->wait();
    EXPECT_EQ(end.phase, Phase::Failed);
    EXPECT_EQ(end.reason, StopReason::Failed);
    EXPECT_THAT(end.message, HasSubstr("points.csv: the file is gone"));
    EXPECT_EQ(end.step, 4);
}

TEST(TrainerThread, aFaultOfOurOwnIsCaughtAndTheLastGoodStateKept) {
    const ScratchFolder folder;
    TrainerThread::Options options;
    options.recordPath = folder.file("runs.sqlite");
    options.checkpointSeconds = 0;
    std::int64_t run = 0;
    {
        const auto t = thread(quick(), options, failing(4, true));
        t->play();
        const Standing end = t->wait();
        EXPECT_EQ(end.phase, Phase::Failed);
        EXPECT_THAT(end.message, HasSubstr("a fault in reading"));
        EXPECT_TRUE(t->state().parameters.count("dense2.W"));
        t->play();
        EXPECT_EQ(t->wait().phase, Phase::Failed);  // only a reset helps
        run = end.run;
    }
    const auto record = *RunRecord::open(options.recordPath);
    EXPECT_TRUE((*record->checkpoint(run)).has_value());
    EXPECT_THAT(record->run(run)->reason, HasSubstr("fault"));
}

class CountingProbe : public Probe {
public:
    Status look(const ProbeContext& context) override {
        std::this_thread::sleep_for(cost);
        ++looks;
        lastStep = context.step();
        if (throws) CHECK(false, "a fault in a view");
        if (fails) return Error{"nothing to see", {}, {}, {}};
        return {};
    }
    std::chrono::milliseconds interval() const override { return every; }
    bool taken() const override { return isTaken; }
    std::chrono::milliseconds every{20}, cost{0};
    std::atomic<int> looks{0};
    std::atomic<std::int64_t> lastStep{-1};
    std::atomic<bool> fails{false}, throws{false}, isTaken{true};
};

TEST(TrainerThread, probesAreServedAtOnceAlsoWithoutTraining) {
    const auto t = thread(quick(3));
    t->wait();
    const auto probe = std::make_shared<CountingProbe>();
    auto handle = t->subscribe(probe);
    ASSERT_TRUE(eventually([&] { return probe->looks == 1; }));
    std::this_thread::sleep_for(60ms);
    EXPECT_EQ(probe->looks, 1);  // nothing changed, so nothing is computed
    probe->touch();
    ASSERT_TRUE(eventually([&] { return probe->looks == 2; }));
    t->stepBatch();
    ASSERT_TRUE(eventually([&] { return probe->lastStep == 1; }));
    handle.reset();
    const int before = probe->looks;
    t->play();
    t->wait();
    probe->touch();
    std::this_thread::sleep_for(40ms);
    EXPECT_EQ(probe->looks, before);
}

TEST(TrainerThread, probesAreVisitedInTrainingButWithinTheirShareOfTime) {
    const auto t = thread(quick(1'000'000));
    const auto cheap = std::make_shared<CountingProbe>(), dear = std::make_shared<CountingProbe>();
    dear->cost = 4ms;
    dear->every = 0ms;
    const auto first = t->subscribe(cheap), second = t->subscribe(dear);
    t->play();
    ASSERT_TRUE(eventually([&] { return t->status().step > 100; }));
    const auto start = std::chrono::steady_clock::now();
    const int before = dear->looks;
    std::this_thread::sleep_for(2s);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    EXPECT_LE((dear->looks - before - 1) * 0.004, 0.02 * seconds);
    EXPECT_GE(dear->looks - before, 1);
    EXPECT_GE(cheap->looks, 2);
    t->stop();
    t->wait();
}

TEST(TrainerThread, noAnswerIsMadeWhileTheOneBeforeWasNotTaken) {
    const auto t = thread(quick(1'000'000));
    const auto probe = std::make_shared<CountingProbe>();
    probe->every = 1ms;
    probe->isTaken = false;
    const auto handle = t->subscribe(probe);
    t->play();
    ASSERT_TRUE(eventually([&] { return probe->looks > 0 && t->status().step > 100; }));
    const int before = probe->looks;
    const std::int64_t step = t->status().step;
    ASSERT_TRUE(eventually([&] { return t->status().step > step + 500; }));
    EXPECT_EQ(probe->looks, before);
    probe->touch();  // asked for all the same
    EXPECT_TRUE(eventually([&] { return probe->looks > before; }));
    probe->isTaken = true;
    const int asked = probe->looks;
    EXPECT_TRUE(eventually([&] { return probe->looks > asked + 2; }));
    t->stop();
    t->wait();
}

TEST(TrainerThread, aProbeThatFailsTellsItsViewAndTrainingGoesOn) {
    const auto t = thread(quick(3));
    const auto probe = std::make_shared<CountingProbe>();
    probe->throws = true;
    const auto handle = t->subscribe(probe);
    ASSERT_TRUE(eventually([&] { return probe->failure.latest() != nullptr; }));
    EXPECT_THAT(*probe->failure.latest(), HasSubstr("a fault in a view"));
    probe->throws = false;
    probe->touch();
    ASSERT_TRUE(eventually([&] { return probe->failure.latest()->empty(); }));
    probe->fails = true;
    probe->touch();
    ASSERT_TRUE(eventually([&] { return *probe->failure.latest() == "nothing to see"; }));
    t->play();
    EXPECT_EQ(t->wait().phase, Phase::Finished);
}

/// Evaluation takes for ever: each piece of the dev part sleeps.
class SlowDev : public data::Dataset {
public:
    explicit SlowDev(data::DatasetPtr inner) : inner_(std::move(inner)) { info_ = inner_->info(); }
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override {
        if (examples.size() > 16) std::this_thread::sleep_for(20ms);
        return inner_->read(examples, x, y);
    }
    std::span<const std::int32_t> labels() const override { return inner_->labels(); }
    std::string caption(std::int64_t example) const override { return inner_->caption(example); }
    std::uint64_t contentHash() const override { return inner_->contentHash(); }

private:
    data::DatasetPtr inner_;
};

TEST(TrainerThread, aLongEvaluationKeepsNoOneWaiting) {
    auto data = std::make_shared<data::Prepared>(*points(64, 256 * 400, 0));
    data->dataset = std::make_shared<SlowDev>(data->dataset);
    const auto t = thread(quick(2), {}, data);
    const auto probe = std::make_shared<CountingProbe>();
    const auto handle = t->subscribe(probe);
    t->play();
    ASSERT_TRUE(eventually([&] { return t->status().phase == Phase::Evaluating; }));
    const auto start = std::chrono::steady_clock::now();
    const State state = t->state();  // eight seconds before the evaluation would end
    EXPECT_EQ(state.batch, 4);
    const int before = probe->looks;
    EXPECT_TRUE(eventually([&] { return probe->looks > before; }));
    t->stop();
    EXPECT_EQ(t->wait().phase, Phase::Stopped);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    expectSame(t->state(), state);
    EXPECT_TRUE(t->history().epochs(0).empty());
}

TEST(TrainerThread, goesOnFromAStateThatAProjectKept) {
    const auto first = thread(quick(3));
    for (int i = 0; i < 10; ++i) {
        first->stepBatch();
        first->wait();
    }
    TrainerThread::Options options;
    options.start = first->state();
    options.pastBatches = first->history().batches(0);
    options.pastEpochs = first->history().epochs(0);
    const auto second = thread(quick(3), options);
    EXPECT_EQ(second->wait().phase, Phase::Paused);
    EXPECT_GT(second->status().loss, 0);
    second->play();
    second->wait();
    EXPECT_EQ(second->history().batches(0).size(), 21u);
    EXPECT_EQ(second->history().epochs(0).size(), 3u);
    const auto alone = trainer(statefulNet(), points(), quick(3));
    run(*alone, 3 * kPerEpoch);
    expectSame(second->state(), alone->state());
}

TEST(TrainingHistory, readersSeeWholeRecordsWhileTheTrainerWrites) {
    History history;
    std::atomic<bool> stop{false};
    std::vector<std::jthread> readers;
    std::atomic<int> wrong{0};
    for (int r = 0; r < 2; ++r)
        readers.emplace_back([&] {
            std::size_t seen = 0;
            std::uint64_t generation = history.generation();
            while (!stop) {
                if (const auto now = history.generation(); now != generation) {
                    generation = now;
                    seen = 0;
                }
                for (const BatchRecord& record : history.batches(seen)) {
                    if (static_cast<double>(record.step) != record.loss) ++wrong;
                    ++seen;
                }
            }
        });
    for (int round = 0; round < 3; ++round) {
        for (std::int64_t s = 0; s < 50'000; ++s) history.append(BatchRecord{s, 0, static_cast<double>(s), 0, 0, 0});
        history.truncate(30'001);
        EXPECT_EQ(history.batches(0).size(), 30'001u);
        for (std::int64_t s = 30'001; s < 40'000; ++s) history.append(BatchRecord{s, 0, static_cast<double>(s), 0, 0, 0});
        EXPECT_EQ(history.batches(39'999).front().step, 39'999);
        history.clear();
    }
    stop = true;
    readers.clear();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(history.generation(), 6u);
}

}  // namespace
}  // namespace perceptarium::train
