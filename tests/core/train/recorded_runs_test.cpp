// Runs that are recorded while they go: killed in the middle they go on byte for byte, with nothing lost but what came
// after the last checkpoint, which is trained again.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "scratch_folder.h"
#include "small_runs.h"
#include "train/sqlite.h"
#include "train/trainer_thread.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;
using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr std::int64_t kPerEpoch = 7;
constexpr const char* kChildPath = "PERCEPTARIUM_TEST_RECORD";

TrainSettings longRun() {
    auto settings = quick(1'000'000);
    settings.optimizer = "adam";
    return settings;
}

TrainerThread::Options recordedAt(const std::string& path) {
    TrainerThread::Options options;
    options.projectName = "test";
    options.projectJson = "{}";
    options.recordPath = path;
    options.checkpointSeconds = 0.03;
    return options;
}

/// Not a test: what the child process does until it is killed. The learning rate changes on the way.
TEST(RecordedRunsChild, DISABLED_trainsUntilKilled) {
    const char* path = std::getenv(kChildPath);
    if (!path) GTEST_SKIP() << "only run by another test";
    TrainerThread t(trainer(statefulNet(), points(), longRun()), recordedAt(path));
    t.play();
    for (int i = 0; i < 600; ++i) {
        std::this_thread::sleep_for(50ms);
        if (t.status().step == 0) continue;  // a change before the first step is no change, and leaves no mark
        const double rates[] = {0.005, 0.004, 0.0025, 0.01};  // exact in the six digits of a mark
        t.setLearningRate(rates[i % 4]);
    }
}

pid_t startChild(const std::string& path) {
    ::setenv(kChildPath, path.c_str(), 1);
    std::string program = "/proc/self/exe", filter = "--gtest_filter=RecordedRunsChild.*",
                also = "--gtest_also_run_disabled_tests";
    char* arguments[] = {program.data(), filter.data(), also.data(), nullptr};
    pid_t pid = 0;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    EXPECT_EQ(posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::unsetenv(kChildPath);
    return pid;
}

TEST(RecordedRuns, killedInTheMiddleGoOnByteForByte) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const pid_t child = startChild(path);
    // Long enough for a few checkpoints and changes of the learning rate.
    bool far = false;
    for (int i = 0; i < 400 && !far; ++i) {
        std::this_thread::sleep_for(50ms);
        if (!std::filesystem::exists(path)) continue;
        const auto record = RunRecord::open(path);
        if (!record) continue;
        const auto runs = (*record)->runs();
        if (!runs || runs->empty()) continue;
        EXPECT_EQ(runs->front().state, RunState::Running);
        const auto marks = (*record)->marks(runs->front().id);
        far = runs->front().steps > 100 && marks && marks->size() > 3;
    }
    ::kill(child, SIGKILL);
    int how = 0;
    ASSERT_EQ(waitpid(child, &how, 0), child);
    ASSERT_TRUE(WIFSIGNALED(how));
    ASSERT_TRUE(far);

    std::int64_t run = 0, killedAt = 0;
    {
        const auto record = *RunRecord::open(path);
        const RunSummary summary = record->runs()->front();
        EXPECT_EQ(summary.state, RunState::Interrupted);
        run = summary.id;
        killedAt = (*record->checkpoint(run))->step;
        EXPECT_GT(killedAt, 0);
    }
    auto settings = longRun();
    settings.epochs = killedAt / kPerEpoch + 100;
    auto options = recordedAt(path);
    options.resumeRun = run;
    State resumed;
    std::vector<Mark> marks;
    {
        TrainerThread t(trainer(statefulNet(), points(), settings), options);
        EXPECT_EQ(t.wait().phase, Phase::Paused);
        EXPECT_EQ(t.status().step, killedAt);
        EXPECT_EQ(t.status().run, run);
        t.play();
        ASSERT_EQ(t.wait().phase, Phase::Finished) << t.status().message;
        resumed = t.state();
        marks = t.history().marks(0);
    }
    // The same without having been killed.
    const auto whole = trainer(statefulNet(), points(), settings);
    const auto record = *RunRecord::open(path);
    const auto batches = *record->batches(run);
    ASSERT_EQ(static_cast<std::int64_t>(batches.size()), settings.epochs * kPerEpoch);
    ASSERT_EQ(record->marks(run)->size(), marks.size());
    std::size_t mark = 0, differing = 0;
    for (const BatchRecord& recorded : batches) {
        for (; mark < marks.size() && marks[mark].step == whole->stepsDone(); ++mark)
            whole->setKnobs({std::stod(marks[mark].what.substr(marks[mark].what.rfind(' ') + 1)), 0.001});
        const auto step = whole->step();
        ASSERT_TRUE(step.has_value());
        if (step->loss != recorded.loss || step->step != recorded.step) ++differing;
        if (whole->epochEnded()) {
            ASSERT_TRUE(whole->finishEpoch().has_value());
        }
    }
    EXPECT_EQ(differing, 0u);
    expectSame(resumed, whole->state());
    EXPECT_EQ(record->run(run)->state, RunState::Finished);
    EXPECT_EQ(static_cast<std::int64_t>(record->epochs(run)->size()), settings.epochs);
}

TEST(RecordedRuns, holdEveryBatchThatTheHistoryHolds) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    TrainerThread t(trainer(statefulNet(), points(), quick(40)), recordedAt(path));
    t.play();
    const Standing end = t.wait();
    const auto record = *RunRecord::open(path);
    const auto recorded = *record->batches(end.run);
    const auto history = t.history().batches(0);
    ASSERT_EQ(recorded.size(), history.size());
    for (std::size_t i = 0; i < history.size(); ++i) {
        EXPECT_EQ(recorded[i].step, history[i].step);
        EXPECT_EQ(recorded[i].loss, history[i].loss);
        EXPECT_EQ(recorded[i].accuracy, history[i].accuracy);
        EXPECT_EQ(recorded[i].gradientNorm, history[i].gradientNorm);
        EXPECT_EQ(recorded[i].seconds, history[i].seconds);
    }
    ASSERT_EQ(record->epochs(end.run)->size(), 40u);
    EXPECT_EQ(record->epochs(end.run)->back().dev, t.history().epochs(39).front().dev);
    const auto summary = *record->run(end.run);
    EXPECT_EQ(summary.state, RunState::Finished);
    EXPECT_EQ(summary.steps, 40 * kPerEpoch);
    const auto final = *record->checkpoint(end.run);
    ASSERT_TRUE(final.has_value());
    expectSame(*final, t.state());
}

TEST(RecordedRuns, endedByTheWindowAreStoppedAndCanBeGoneOnWith) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    State closed;
    {
        TrainerThread t(trainer(statefulNet(), points(), longRun()), recordedAt(path));
        t.play();
        while (t.status().step < 50) std::this_thread::sleep_for(1ms);
        // The window closes while it trains.
    }
    const auto record = *RunRecord::open(path);
    const RunSummary summary = record->runs()->front();
    EXPECT_EQ(summary.state, RunState::Stopped);
    const State kept = **record->checkpoint(summary.id);
    EXPECT_EQ(summary.steps, kept.step);
    EXPECT_EQ(static_cast<std::int64_t>(record->batches(summary.id)->size()), kept.step);
    auto settings = longRun();
    settings.epochs = kept.step / kPerEpoch + 3;
    auto options = recordedAt(path);
    options.resumeRun = summary.id;
    TrainerThread t(trainer(statefulNet(), points(), settings), options);
    t.play();
    EXPECT_EQ(t.wait().phase, Phase::Finished);
    const auto alone = trainer(statefulNet(), points(), settings);
    run(*alone, settings.epochs * kPerEpoch);
    expectSame(t.state(), alone->state());
    EXPECT_EQ(record->runs()->size(), 1u);
    EXPECT_EQ(record->run(summary.id)->epochsWanted, settings.epochs);
}

TEST(RecordedRuns, stopThenPlayGoesOnInTheSameRunAndResetBeginsAnother) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    TrainerThread t(trainer(statefulNet(), points(), quick(3)), recordedAt(path));
    t.stepEpoch();
    t.wait();
    t.stop();
    const Standing stopped = t.wait();
    EXPECT_EQ(stopped.phase, Phase::Stopped);
    const auto record = *RunRecord::open(path);
    EXPECT_EQ(record->run(stopped.run)->state, RunState::Stopped);
    t.play();
    EXPECT_EQ(t.wait().run, stopped.run);
    EXPECT_EQ(record->run(stopped.run)->state, RunState::Finished);
    EXPECT_EQ(record->batches(stopped.run)->size(), 21u);
    t.reset(4);
    EXPECT_EQ(t.wait().run, 0);
    t.play();
    const Standing second = t.wait();
    EXPECT_NE(second.run, stopped.run);
    EXPECT_EQ(record->run(second.run)->seed, 4u);
    EXPECT_EQ(record->runs()->size(), 2u);
}

TEST(RecordedRuns, startedFromAProjectHoldWhatWasBefore) {
    const ScratchFolder folder;
    TrainerThread first(trainer(statefulNet(), points(), quick(2)), {});
    first.stepEpoch();
    first.wait();
    auto options = recordedAt(folder.file("runs.sqlite"));
    options.start = first.state();
    options.pastBatches = first.history().batches(0);
    options.pastEpochs = first.history().epochs(0);
    TrainerThread second(trainer(statefulNet(), points(), quick(2)), options);
    second.play();
    const Standing end = second.wait();
    const auto record = *RunRecord::open(options.recordPath);
    EXPECT_EQ(record->batches(end.run)->size(), 14u);
    EXPECT_EQ(record->epochs(end.run)->size(), 2u);
}

TEST(RecordedRuns, trainAlsoWhereTheyCannotBeRecorded) {
    TrainerThread t(trainer(statefulNet(), points(), quick(2)), recordedAt("/proc/nowhere/runs.sqlite"));
    t.play();
    const Standing end = t.wait();
    EXPECT_EQ(end.phase, Phase::Finished);
    EXPECT_EQ(end.run, 0);
    EXPECT_THAT(end.message, AllOf(HasSubstr("not recorded"), HasSubstr("/proc/nowhere")));
}

TEST(RecordedRuns, aRecordThatFailsOnTheWayIsToldAndTrainingGoesOn) {
    const ScratchFolder folder;
    const auto options = recordedAt(folder.file("runs.sqlite"));
    TrainerThread t(trainer(statefulNet(), points(), longRun()), options);
    t.play();
    while (t.status().step < 20) std::this_thread::sleep_for(1ms);
    ASSERT_TRUE((*Database::open(options.recordPath))->execute("DROP TABLE epochs").has_value());
    for (int i = 0; i < 5000 && t.status().message.empty(); ++i) std::this_thread::sleep_for(1ms);
    EXPECT_THAT(t.status().message, HasSubstr(options.recordPath));
    EXPECT_EQ(t.status().reason, StopReason::None);
    const auto before = t.status().step;
    for (int i = 0; i < 5000 && t.status().step < before + 100; ++i) std::this_thread::sleep_for(1ms);
    EXPECT_GE(t.status().step, before + 100);
    t.stop();
    EXPECT_EQ(t.wait().phase, Phase::Stopped);
}

TEST(RecordedRuns, aFinishedRunOpenedAgainStaysFinishedUntilItGetsMoreEpochs) {
    const ScratchFolder folder;
    auto options = recordedAt(folder.file("runs.sqlite"));
    {
        TrainerThread t(trainer(statefulNet(), points(), quick(2)), options);
        t.play();
        options.resumeRun = t.wait().run;
    }
    const auto record = *RunRecord::open(options.recordPath);
    {
        TrainerThread t(trainer(statefulNet(), points(), quick(2)), options);
        EXPECT_EQ(t.wait().phase, Phase::Finished);
    }
    EXPECT_EQ(record->run(options.resumeRun)->state, RunState::Finished);
    TrainerThread t(trainer(statefulNet(), points(), quick(2)), options);
    t.setEpochs(3);
    t.play();
    EXPECT_EQ(t.wait().step, 3 * kPerEpoch);
    EXPECT_EQ(record->batches(options.resumeRun)->size(), 21u);
    const auto alone = trainer(statefulNet(), points(), quick(3));
    run(*alone, 3 * kPerEpoch);
    expectSame(t.state(), alone->state());
}

TEST(RecordedRuns, aRunThatIsNotThereCannotBeGoneOnWith) {
    const ScratchFolder folder;
    auto options = recordedAt(folder.file("runs.sqlite"));
    options.resumeRun = 17;
    TrainerThread t(trainer(statefulNet(), points(), quick(2)), options);
    const Standing end = t.wait();
    EXPECT_EQ(end.phase, Phase::Failed);
    EXPECT_THAT(end.message, HasSubstr("no such run"));
}

TEST(RecordedRuns, aRunThatIsGoingOnElsewhereIsLeftAlone) {
    const ScratchFolder folder;
    const auto options = recordedAt(folder.file("runs.sqlite"));
    TrainerThread first(trainer(statefulNet(), points(), longRun()), options);
    first.play();
    while (first.status().step < 20) std::this_thread::sleep_for(1ms);
    auto again = options;
    again.resumeRun = first.status().run;
    TrainerThread second(trainer(statefulNet(), points(), longRun()), again);
    EXPECT_EQ(second.wait().phase, Phase::Failed);
    EXPECT_THAT(second.status().message, HasSubstr("going on in another"));
    EXPECT_EQ(first.status().phase, Phase::Running);
}

}  // namespace
}  // namespace perceptarium::train
