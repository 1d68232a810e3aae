// The run record's file: what goes in comes out, what came after a checkpoint is forgotten, damage is told.
#include "train/run_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "scratch_folder.h"
#include "small_runs.h"
#include "train/sqlite.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;
using testing::HasSubstr;

std::unique_ptr<RunRecord> opened(const std::string& path) {
    auto record = RunRecord::open(path);
    EXPECT_TRUE(record.has_value()) << record.error().message();
    return std::move(*record);
}

std::vector<BatchRecord> batchesFrom(std::int64_t from, std::int64_t to) {
    std::vector<BatchRecord> records;
    for (std::int64_t s = from; s < to; ++s)
        records.push_back({s, s / 10, 1.0 / static_cast<double>(s + 1), 0.5, 0.25, 0.1 * static_cast<double>(s)});
    return records;
}

State stateAt(std::int64_t step, double value = 1) {
    State state;
    state.step = step;
    state.epoch = step / 10;
    state.batch = step % 10;
    state.parameters["w"] = Tensor::full({3}, value);
    return state;
}

EpochRecord epochAt(std::int64_t epoch, double devLoss) {
    EpochRecord record;
    record.epoch = epoch;
    record.step = epoch * 10;
    record.train = {{"loss", 0.5}, {"accuracy", 0.75}};
    record.dev = Metrics{{"loss", devLoss}, {"accuracy", std::nan("")}};
    return record;
}

TEST(RunRecord, whatGoesInComesOut) {
    const ScratchFolder folder;
    const std::string path = folder.file("deep/runs.sqlite");
    std::int64_t id = 0;
    {
        const auto record = opened(path);
        id = *record->begin("Ünïcode „net“", "{\"a\": 1}", 0xfedcba9876543210u, 12, 0xffffffffffffffffu);
        ASSERT_TRUE(record->write(id, batchesFrom(0, 25), {epochAt(1, 0.9), epochAt(2, 0.7)}, {{3, "learning rate 1 → 2"}}, nullptr).has_value());
        const State state = stateAt(25);
        ASSERT_TRUE(record->write(id, batchesFrom(25, 31), {}, {}, &state).has_value());
        ASSERT_TRUE(record->end(id, RunState::Finished, StopReason::EpochsDone, "").has_value());
    }
    const auto record = opened(path);
    const RunSummary run = *record->run(id);
    EXPECT_EQ(run.project, "Ünïcode „net“");
    EXPECT_EQ(run.seed, 0xfedcba9876543210u);
    EXPECT_EQ(run.dataHash, 0xffffffffffffffffu);
    EXPECT_EQ(run.state, RunState::Finished);
    EXPECT_EQ(run.reason, "all epochs are done");
    EXPECT_EQ(run.steps, 31);
    EXPECT_EQ(run.epochs, 2);
    EXPECT_EQ(run.epochsWanted, 12);
    EXPECT_EQ(run.dev.at("loss"), 0.7);
    EXPECT_TRUE(std::isnan(run.dev.at("accuracy")));
    EXPECT_TRUE(run.test.empty());
    EXPECT_THAT(run.started, testing::MatchesRegex("20..-..-..T..:..:..Z"));
    EXPECT_EQ(*record->projectJson(id), "{\"a\": 1}");
    const auto batches = *record->batches(id);
    ASSERT_EQ(batches.size(), 31u);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        EXPECT_EQ(batches[i].step, static_cast<std::int64_t>(i));
        EXPECT_EQ(batches[i].loss, 1.0 / static_cast<double>(i + 1));
    }
    ASSERT_EQ(record->epochs(id)->size(), 2u);
    EXPECT_FALSE(record->epochs(id)->front().test.has_value());
    ASSERT_EQ(record->marks(id)->size(), 1u);
    EXPECT_EQ(record->marks(id)->front().what, "learning rate 1 → 2");
    EXPECT_EQ((*record->checkpoint(id))->step, 25);
}

TEST(RunRecord, resumingForgetsWhatCameAfterTheCheckpoint) {
    const ScratchFolder folder;
    const auto record = opened(folder.file("runs.sqlite"));
    const std::int64_t id = *record->begin("net", "{}", 1, 9, 0);
    const State state = stateAt(17);
    ASSERT_TRUE(record->write(id, batchesFrom(0, 17), {epochAt(1, 0.9)}, {{5, "early"}, {17, "at the checkpoint"}}, &state).has_value());
    ASSERT_TRUE(record->write(id, batchesFrom(17, 40), {epochAt(2, 0.8), epochAt(3, 0.7)}, {{17, "just after"}, {30, "late"}}, nullptr).has_value());
    ASSERT_TRUE(record->resume(id, **record->checkpoint(id)).has_value());
    EXPECT_EQ(record->batches(id)->size(), 17u);
    EXPECT_EQ(record->epochs(id)->size(), 1u);
    const auto marks = *record->marks(id);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks.back().what, "at the checkpoint");
    EXPECT_EQ(record->run(id)->steps, 17);
    EXPECT_EQ(record->run(id)->state, RunState::Running);
    // In the middle of a block.
    ASSERT_TRUE(record->resume(id, stateAt(12)).has_value());
    const auto left = *record->batches(id);
    ASSERT_EQ(left.size(), 12u);
    EXPECT_EQ(left.back().step, 11);
    EXPECT_FALSE((*record->checkpoint(id)).has_value());
}

TEST(RunRecord, keepsTheNewestTwoCheckpointsAndTheBest) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const auto record = opened(path);
    const std::int64_t id = *record->begin("net", "{}", 1, 9, 0);
    const double devLoss[] = {0.9, 0.4, 0.6, 0.5, 0.7};
    double lowest = 1;
    for (std::int64_t epoch = 1; epoch <= 5; ++epoch) {
        const State state = stateAt(epoch * 10, static_cast<double>(epoch));
        const bool best = devLoss[epoch - 1] < lowest;
        lowest = std::min(lowest, devLoss[epoch - 1]);
        ASSERT_TRUE(record->write(id, {}, {epochAt(epoch, devLoss[epoch - 1])}, {}, &state, best ? &state : nullptr, lowest)
                        .has_value());
    }
    EXPECT_EQ((*record->checkpoint(id))->step, 50);
    EXPECT_EQ((*record->bestCheckpoint(id))->step, 20);
    const auto database = *Database::open(path);
    Statement count = *database->statement("SELECT count(*) FROM checkpoints");
    ASSERT_TRUE(*count.next());
    EXPECT_EQ(count.integer(0), 3);
}

TEST(RunRecord, aDamagedCheckpointGivesTheOneBefore) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const auto record = opened(path);
    const std::int64_t id = *record->begin("net", "{}", 1, 9, 0);
    for (const std::int64_t step : {10, 20}) {
        const State state = stateAt(step);
        ASSERT_TRUE(record->write(id, {}, {}, {}, &state).has_value());
    }
    {
        const auto database = *Database::open(path);
        ASSERT_TRUE(database->execute("UPDATE checkpoints SET data=substr(data, 1, 60) WHERE step=20").has_value());
    }
    EXPECT_EQ((*record->checkpoint(id))->step, 10);
    {
        const auto database = *Database::open(path);
        ASSERT_TRUE(database->execute("UPDATE checkpoints SET data=x'00'").has_value());
    }
    EXPECT_FALSE((*record->checkpoint(id)).has_value());
}

TEST(RunRecord, forgottenRunsLeaveNothing) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const auto record = opened(path);
    const std::int64_t id = *record->begin("net", "{}", 1, 9, 0), other = *record->begin("other", "{}", 1, 9, 0);
    const State state = stateAt(10);
    ASSERT_TRUE(record->write(id, batchesFrom(0, 10), {epochAt(1, 1)}, {{2, "mark"}}, &state).has_value());
    ASSERT_TRUE(record->forget(id).has_value());
    EXPECT_FALSE(record->run(id).has_value());
    EXPECT_FALSE(record->forget(id).has_value());
    EXPECT_THAT(record->checkpoint(id).error().message(), HasSubstr("no such run"));
    ASSERT_EQ(record->runs()->size(), 1u);
    EXPECT_EQ(record->runs()->front().id, other);
    const auto database = *Database::open(path);
    for (const char* table : {"batches", "epochs", "marks", "checkpoints"}) {
        Statement count = *database->statement((std::string("SELECT count(*) FROM ") + table).c_str());
        ASSERT_TRUE(*count.next());
        EXPECT_EQ(count.integer(0), 0) << table;
    }
}

TEST(RunRecord, aRunWhoseProcessIsGoneIsInterrupted) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const auto record = opened(path);
    const std::int64_t mine = *record->begin("net", "{}", 1, 9, 0), gone = *record->begin("net", "{}", 1, 9, 0),
                       reused = *record->begin("net", "{}", 1, 9, 0);
    {
        const auto database = *Database::open(path);
        ASSERT_TRUE(database->execute("UPDATE runs SET pid=999999999 WHERE id=" + std::to_string(gone)).has_value());
        // The same number, but a process that began at another time.
        ASSERT_TRUE(database->execute("UPDATE runs SET process='another boot/1' WHERE id=" + std::to_string(reused)).has_value());
    }
    EXPECT_EQ(record->run(mine)->state, RunState::Running);
    EXPECT_EQ(record->run(gone)->state, RunState::Interrupted);
    EXPECT_EQ(record->run(reused)->state, RunState::Interrupted);
    EXPECT_FALSE(record->run(reused)->reason.empty());
}

TEST(RunRecord, filesThatAreNoRecordAreRefusedAndLeftAlone) {
    const ScratchFolder folder;
    const auto refused = [&](const std::string& path) {
        const auto record = RunRecord::open(path);
        return record ? std::string("accepted") : record.error().message();
    };
    const std::string noise = folder.file("noise.sqlite");
    std::string bytes(5000, 'x');
    std::ofstream(noise) << bytes;
    EXPECT_THAT(refused(noise), AllOf(HasSubstr("damaged"), HasSubstr(noise)));
    EXPECT_EQ(std::filesystem::file_size(noise), bytes.size());

    const std::string foreign = folder.file("foreign.sqlite");
    ASSERT_TRUE((*Database::open(foreign))->execute("CREATE TABLE songs(title TEXT)").has_value());
    EXPECT_THAT(refused(foreign), HasSubstr("another SQLite file"));

    const std::string newer = folder.file("newer.sqlite");
    opened(newer);
    ASSERT_TRUE((*Database::open(newer))->execute("PRAGMA user_version=99").has_value());
    EXPECT_THAT(refused(newer), AllOf(HasSubstr("newer version"), HasSubstr("99")));

    EXPECT_THAT(refused("/proc/nowhere/runs.sqlite"), HasSubstr("/proc/nowhere"));
    EXPECT_THAT(refused(folder.file("")), HasSubstr(folder.file("")));
}

TEST(RunRecord, aFileCutShortIsAnErrorNotACrash) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    {
        const auto record = opened(path);
        const std::int64_t id = *record->begin("net", "{}", 1, 9, 0);
        State state = stateAt(10);
        state.parameters["w"] = Tensor::zeros({20000});
        ASSERT_TRUE(record->write(id, batchesFrom(0, 3000), {}, {}, &state).has_value());
    }
    const auto size = std::filesystem::file_size(path);
    for (const double share : {0.9, 0.5, 0.2, 0.05}) {
        std::filesystem::resize_file(path, static_cast<std::uintmax_t>(static_cast<double>(size) * share));
        const auto record = RunRecord::open(path);
        if (!record) continue;
        const auto runs = (*record)->runs();
        const auto batches = (*record)->batches(1);
        const auto state = (*record)->checkpoint(1);
        EXPECT_TRUE(!runs || !batches || !state || !*state) << share;
    }
}

TEST(RunRecord, programsThatStartAtOnceMakeOneFile) {
    for (int round = 0; round < 5; ++round) {
        const ScratchFolder folder;
        std::vector<std::jthread> programs;
        std::atomic<int> failures{0};
        for (int i = 0; i < 6; ++i)
            programs.emplace_back([&] {
                const auto record = RunRecord::open(folder.file("runs.sqlite"));
                if (!record || !(*record)->begin("net", "{}", 1, 1, 0)) ++failures;
            });
        programs.clear();
        EXPECT_EQ(failures, 0);
        EXPECT_EQ(opened(folder.file("runs.sqlite"))->runs()->size(), 6u);
    }
}

TEST(RunRecord, severalConnectionsReadWhileOneWrites) {
    const ScratchFolder folder;
    const std::string path = folder.file("runs.sqlite");
    const auto writer = opened(path);
    const std::int64_t id = *writer->begin("net", "{}", 1, 9, 0);
    std::vector<std::jthread> readers;
    std::atomic<bool> stop{false};
    std::atomic<int> failures{0};
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            const auto reader = opened(path);
            while (!stop) {
                const auto batches = reader->batches(id);
                if (!batches) ++failures;
            }
        });
    for (int i = 0; i < 40; ++i) {
        const State state = stateAt(10 * (i + 1));
        EXPECT_TRUE(writer->write(id, batchesFrom(10 * i, 10 * i + 10), {}, {}, &state).has_value());
    }
    stop = true;
    readers.clear();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(writer->batches(id)->size(), 400u);
}

}  // namespace
}  // namespace perceptarium::train
