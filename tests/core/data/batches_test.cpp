// Batches: the same batch whenever it is asked for, every example once an epoch, and a reading thread that only helps.
#include "data/batches.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

namespace perceptarium::data {
namespace {

/// x[i] = i; slow on demand, and failing at one example.
class Numbers : public Dataset {
public:
    Numbers(std::int64_t n, std::chrono::microseconds delay, std::int64_t broken = -1)
        : delay_(delay), broken_(broken) {
        info_.size = n;
        info_.input = {{3}, DType::F32, 0};
        info_.classes = {"a", "b"};
        labels_.assign(static_cast<std::size_t>(n), 0);
    }
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override {
        ++reads;
        if (delay_.count() > 0) std::this_thread::sleep_for(delay_);
        const auto n = static_cast<std::int64_t>(examples.size());
        x = Tensor::empty({n, 3});
        y = Tensor::zeros({n}, DType::I32);
        for (std::int64_t i = 0; i < n; ++i) {
            if (examples[static_cast<std::size_t>(i)] == broken_) return Error{"it is gone", "file 7", {}, {}};
            for (int k = 0; k < 3; ++k)
                x.data<float>()[3 * i + k] = static_cast<float>(examples[static_cast<std::size_t>(i)]);
        }
        return {};
    }
    std::span<const std::int32_t> labels() const override { return labels_; }
    std::string caption(std::int64_t) const override { return {}; }
    std::uint64_t contentHash() const override { return 1; }

    mutable std::atomic<int> reads{0};

private:
    std::chrono::microseconds delay_;
    std::int64_t broken_;
    std::vector<std::int32_t> labels_;
};

PreparedPtr preparedNumbers(std::shared_ptr<const Numbers> set) {
    auto prepared = std::make_shared<Prepared>();
    for (std::int64_t i = 0; i < set->info().size; ++i) prepared->split.train.push_back(i);
    prepared->dataset = std::move(set);
    return prepared;
}

constexpr std::chrono::microseconds kFast{0}, kSlow{2000};

void expectEpochOnce(Batches& batches, std::int64_t epoch, std::int64_t n, std::int64_t size) {
    std::set<std::int64_t> seen;
    for (std::int64_t b = 0; b < batches.batchesPerEpoch(); ++b) {
        const auto batch = batches.get(epoch, b);
        ASSERT_TRUE(batch.has_value()) << batch.error().message();
        const auto expected = std::min(size, n - b * size);
        ASSERT_EQ((*batch)->x.shape(), (Shape{expected, 3}));
        for (std::int64_t i = 0; i < expected; ++i) {
            const auto example = (*batch)->examples[static_cast<std::size_t>(i)];
            EXPECT_EQ((*batch)->x.at(3 * i), static_cast<double>(example));
            EXPECT_TRUE(seen.insert(example).second);
        }
    }
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), n);
}

TEST(Batches, ShowEveryExampleOnceAnEpoch) {
    for (const auto delay : {kFast, kSlow}) {
        Batches batches(preparedNumbers(std::make_shared<Numbers>(103, delay)), 10, 1);
        EXPECT_EQ(batches.batchesPerEpoch(), 11);
        EXPECT_EQ(batches.examplesPerEpoch(), 103);
        for (std::int64_t epoch = 0; epoch < 3; ++epoch) expectEpochOnce(batches, epoch, 103, 10);
    }
}

TEST(Batches, AreTheSameWhereverOneComesFrom) {
    const auto examplesOf = [](Batches& batches, std::int64_t epoch, std::int64_t batch) {
        return (*batches.get(epoch, batch))->examples;
    };
    const auto fast = preparedNumbers(std::make_shared<Numbers>(64, kFast)),
               slow = preparedNumbers(std::make_shared<Numbers>(64, kSlow));
    Batches direct(fast, 8, 5), ahead(slow, 8, 5), again(fast, 8, 5), other(fast, 8, 6);
    std::vector<std::vector<std::int64_t>> inOrder;
    for (std::int64_t i = 0; i < 24; ++i) inOrder.push_back(examplesOf(direct, i / 8, i % 8));
    for (std::int64_t i = 0; i < 24; ++i)
        EXPECT_EQ(examplesOf(ahead, i / 8, i % 8), inOrder[static_cast<std::size_t>(i)]) << i;
    for (const std::int64_t i : {23, 0, 7, 8, 8, 3, 5, 4, 16, 22})  // jumps, back and forth, over a gap, twice the same
    {
        EXPECT_EQ(examplesOf(again, i / 8, i % 8), inOrder[static_cast<std::size_t>(i)]) << i;
        EXPECT_EQ(examplesOf(ahead, i / 8, i % 8), inOrder[static_cast<std::size_t>(i)]) << i;
    }
    EXPECT_NE(examplesOf(other, 0, 0), inOrder[0]);
    EXPECT_NE(inOrder[0], inOrder[8]);  // shuffled anew each epoch
}

TEST(Batches, AreNotOverwrittenWhileSomeoneHoldsThem) {
    for (const auto delay : {kFast, kSlow}) {
        Batches batches(preparedNumbers(std::make_shared<Numbers>(400, delay)), 4, 1);
        std::vector<std::shared_ptr<const Batch>> held;
        for (std::int64_t i = 0; i < 20; ++i) held.push_back(*batches.get(0, i));
        for (std::int64_t i = 20; i < 40; ++i) ASSERT_TRUE(batches.get(0, i).has_value());
        std::set<std::int64_t> seen;
        for (const auto& batch : held)
            for (std::size_t k = 0; k < 4; ++k) {
                EXPECT_EQ(batch->x.at(3 * static_cast<std::int64_t>(k)), static_cast<double>(batch->examples[k]));
                EXPECT_TRUE(seen.insert(batch->examples[k]).second);
            }
    }
}

TEST(Batches, OfAFastSetAreReadWhenAskedForAndOfASlowOneABoundedWayAhead) {
    const auto fast = std::make_shared<Numbers>(1000, kFast), slow = std::make_shared<Numbers>(1000, kSlow);
    Batches direct(preparedNumbers(fast), 10, 1), ahead(preparedNumbers(slow), 10, 1);
    for (std::int64_t i = 0; i < 10; ++i) {
        ASSERT_TRUE(direct.get(0, i).has_value());
        ASSERT_TRUE(ahead.get(0, i).has_value());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    EXPECT_EQ(fast->reads, 10);
    EXPECT_GT(slow->reads, 10);
    EXPECT_LE(slow->reads, 16);
}

TEST(Batches, PassOnWhyReadingFailed) {
    for (const auto delay : {kFast, kSlow}) {
        Batches batches(preparedNumbers(std::make_shared<Numbers>(100, delay, 50)), 5, 1);
        int failures = 0;
        for (std::int64_t i = 0; i < 20; ++i) {
            const auto batch = batches.get(0, i);
            if (batch) continue;
            ++failures;
            EXPECT_EQ(batch.error().where, "file 7");
        }
        EXPECT_EQ(failures, 1);
    }
}

TEST(Batches, LargerThanTheSetHoldAllOfIt) {
    Batches batches(preparedNumbers(std::make_shared<Numbers>(7, kFast)), 64, 1);
    EXPECT_EQ(batches.batchesPerEpoch(), 1);
    expectEpochOnce(batches, 0, 7, 64);
}

TEST(Batches, CanEndWhileReadingAhead) {
    for (int round = 0; round < 20; ++round) {
        Batches batches(preparedNumbers(std::make_shared<Numbers>(1000, std::chrono::microseconds(500))), 10, 1);
        for (std::int64_t i = 0; i < 6; ++i) ASSERT_TRUE(batches.get(0, i).has_value());
    }
}

}  // namespace
}  // namespace perceptarium::data
