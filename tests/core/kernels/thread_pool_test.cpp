#include "kernels/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace perceptarium::kernels {
namespace {

class ThreadPool : public testing::Test {
protected:
    void TearDown() override { setThreads(0); }
};

TEST_F(ThreadPool, coversEveryItemOnce) {
    for (const int count : {1, 2, 3, 5}) {
        setThreads(count);
        EXPECT_EQ(threads(), count);
        for (const std::int64_t n : {0, 1, 2, 7, 64, 1001})
            for (const std::int64_t grain : {1, 3, 50}) {
                std::vector<std::atomic<int>> visits(static_cast<std::size_t>(n));
                parallelFor(n, grain, [&](std::int64_t begin, std::int64_t end) {
                    EXPECT_LT(begin, end);
                    for (std::int64_t i = begin; i < end; ++i) ++visits[static_cast<std::size_t>(i)];
                });
                for (const auto& visit : visits) ASSERT_EQ(visit, 1);
            }
    }
}

TEST_F(ThreadPool, piecesDependOnSizesOnly) {
    setThreads(4);
    const Pieces pieces = piecesOf(103, 10);
    EXPECT_EQ(pieces.count, 8);
    EXPECT_EQ(pieces.begin(0), 0);
    EXPECT_EQ(pieces.end(pieces.count - 1), 103);
    for (std::int64_t piece = 0; piece < pieces.count; ++piece) {
        EXPECT_GE(pieces.end(piece) - pieces.begin(piece), 10);
        EXPECT_LE(pieces.end(piece) - pieces.begin(piece), 13);
    }
    EXPECT_EQ(piecesOf(9, 10).count, 1);
    setThreads(1);
    EXPECT_EQ(piecesOf(1000, 1).count, 1);
}

TEST_F(ThreadPool, nestedWorkStaysOnItsThread) {
    setThreads(3);
    std::atomic<int> total{0};
    parallelFor(12, 1, [&](std::int64_t begin, std::int64_t end) {
        const auto self = std::this_thread::get_id();
        for (std::int64_t i = begin; i < end; ++i)
            parallelFor(8, 1, [&](std::int64_t from, std::int64_t to) {
                EXPECT_EQ(std::this_thread::get_id(), self);
                total += static_cast<int>(to - from);
            });
    });
    EXPECT_EQ(total, 96);
}

TEST_F(ThreadPool, exceptionsReachTheCaller) {
    for (const int count : {1, 3}) {
        setThreads(count);
        EXPECT_THROW(parallelFor(50, 1, [](std::int64_t, std::int64_t) { throw std::runtime_error("x"); }),
                     std::runtime_error);
        std::atomic<std::int64_t> total{0};
        parallelFor(50, 1, [&](std::int64_t begin, std::int64_t end) { total += end - begin; });
        EXPECT_EQ(total, 50);
    }
}

TEST_F(ThreadPool, manyCallersAtOnceGetTheirWorkDone) {
    setThreads(3);
    std::vector<std::jthread> callers;
    std::atomic<std::int64_t> total{0};
    for (int caller = 0; caller < 4; ++caller)
        callers.emplace_back([&] {
            for (int round = 0; round < 500; ++round) {
                std::vector<int> hits(64, 0);
                parallelFor(64, 1, [&](std::int64_t begin, std::int64_t end) {
                    for (std::int64_t i = begin; i < end; ++i) hits[static_cast<std::size_t>(i)] += 1;
                });
                total += std::accumulate(hits.begin(), hits.end(), 0);
            }
        });
    callers.clear();
    EXPECT_EQ(total, 4 * 500 * 64);
}

TEST_F(ThreadPool, workAfterASleepIsDone) {
    setThreads(2);
    for (int round = 0; round < 20; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));  // longer than the workers spin
        std::atomic<std::int64_t> total{0};
        parallelFor(1000, 1, [&](std::int64_t begin, std::int64_t end) { total += end - begin; });
        ASSERT_EQ(total, 1000);
    }
}

}  // namespace
}  // namespace perceptarium::kernels
