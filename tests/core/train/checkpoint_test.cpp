// Checkpoints and blocks of batches as bytes: they come back whole, and anything else is refused without harm.
#include "train/checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "data/hash.h"
#include "small_runs.h"
#include "train/batch_chunk.h"
#include "train/byte_cursor.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;
using testing::HasSubstr;

State someState() {
    const auto t = trainer(statefulNet(), points(), quick());
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(t->step().has_value());
    return t->state();
}

TEST(Checkpoint, comesBackByteForByte) {
    const State state = someState();
    ASSERT_FALSE(state.epochSums.empty());
    const std::string bytes = checkpointBytes(state);
    const auto back = parseCheckpoint(bytes, "test");
    ASSERT_TRUE(back.has_value()) << back.error().message();
    expectSame(state, *back);
    EXPECT_EQ(back->seconds, state.seconds);
    EXPECT_EQ(checkpointBytes(*back), bytes);
}

TEST(Checkpoint, cutAnywhereIsRefused) {
    const std::string bytes = checkpointBytes(someState());
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50)
        EXPECT_FALSE(parseCheckpoint(std::string_view(bytes).substr(0, size), "test").has_value()) << size;
    EXPECT_FALSE(parseCheckpoint(bytes + "x", "test").has_value());
}

TEST(Checkpoint, anyChangedByteIsRefused) {
    std::string bytes = checkpointBytes(someState());
    for (std::size_t i = 0; i < bytes.size(); i += 7) {
        bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
        const auto parsed = parseCheckpoint(bytes, "runs.sqlite, run 3");
        ASSERT_FALSE(parsed.has_value()) << i;
        EXPECT_THAT(parsed.error().message(), HasSubstr("runs.sqlite, run 3"));
        bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
    }
}

/// With length and hash made right for what follows, as a liar would.
std::string mended(std::string bytes) {
    const std::uint64_t length = bytes.size() - 24;
    const std::uint64_t hash = data::Hash().text(std::string_view(bytes).substr(24)).value();
    std::memcpy(bytes.data() + 8, &length, 8);
    std::memcpy(bytes.data() + 16, &hash, 8);
    return bytes;
}

TEST(Checkpoint, liesThatFitTheHashAreRefusedBeforeMemoryIsAskedFor) {
    State state = someState();
    state.parameters = {{"w", Tensor::zeros({2, 3})}};
    const std::string bytes = checkpointBytes(state);
    ASSERT_TRUE(parseCheckpoint(mended(bytes), "test").has_value());
    // After 5 numbers and the knobs by name: a count, the length of "w", "w", kind, rank, then the first extent.
    std::size_t extent = 24 + 5 * 8 + 4 + 4 + 4 + 1 + 2;
    for (const Knob& knob : allKnobs()) extent += 4 + knob.name.size() + 8;
    for (const std::int64_t lie : {std::int64_t{-1}, std::int64_t{1} << 40, std::numeric_limits<std::int64_t>::max()}) {
        std::string lying = bytes;
        std::memcpy(lying.data() + extent, &lie, 8);
        EXPECT_THAT(parseCheckpoint(mended(lying), "test").error().message(), HasSubstr("extent of " + std::to_string(lie)));
    }
    for (const std::size_t byte : {extent - 1, extent - 2, extent - 7, extent - 11}) {  // rank, kind, a length, a count
        std::string lying = bytes;
        lying[byte] = static_cast<char>(0xff);
        EXPECT_FALSE(parseCheckpoint(mended(lying), "test").has_value()) << byte;
    }
}

TEST(Checkpoint, theFormatBeforeIsReadStill) {
    std::string bytes("PCSTATE1");
    bytes.resize(24);
    for (const std::int64_t place : {20, 2, 3}) putNumber(bytes, place);
    putNumber(bytes, std::uint64_t{7});
    for (const double value : {1.5, 0.25, 0.125}) putNumber(bytes, value);  // seconds, learning rate, L2
    putNumber(bytes, std::uint32_t{0});                                     // no parameters
    putNumber(bytes, std::uint32_t{0});                                     // no moments
    putNumber(bytes, std::uint32_t{1});
    putNumber(bytes, std::uint32_t{4});
    bytes += "loss";
    putNumber(bytes, 0.5);
    const auto state = parseCheckpoint(mended(bytes), "test");
    ASSERT_TRUE(state.has_value()) << state.error().message();
    EXPECT_EQ(state->step, 20);
    EXPECT_EQ(state->batch, 3);
    EXPECT_EQ(state->seed, 7u);
    EXPECT_EQ(state->knobs.learningRate, 0.25);
    EXPECT_EQ(state->knobs.l2, 0.125);
    EXPECT_EQ(state->knobs.clipNorm, 0);
    EXPECT_EQ(state->epochSums, (std::map<std::string, double>{{"loss", 0.5}}));
    EXPECT_TRUE(state->counters.empty());
}

TEST(BatchChunk, comesBackExactly) {
    std::vector<BatchRecord> records;
    for (int i = 0; i < 1000; ++i) {
        BatchRecord r;
        r.step = 123456789 + i + (i > 500 ? 17 : 0);
        r.epoch = i / 300;
        r.loss = static_cast<double>(static_cast<float>(1.0 / (i + 1)));
        r.accuracy = i % 3 == 0 ? std::numeric_limits<double>::quiet_NaN() : i / 10.0;
        r.gradientNorm = std::numeric_limits<double>::infinity();
        r.seconds = 1e6 + i * 1e-7;
        records.push_back(r);
    }
    const std::string bytes = batchChunk(records);
    EXPECT_LT(bytes.size(), records.size() * 25);
    const auto back = parseBatchChunk(bytes, "test");
    ASSERT_TRUE(back.has_value());
    ASSERT_EQ(back->size(), records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        const BatchRecord &a = records[i], &b = (*back)[i];
        EXPECT_EQ(a.step, b.step);
        EXPECT_EQ(a.epoch, b.epoch);
        EXPECT_EQ(a.loss, b.loss);
        EXPECT_TRUE(a.accuracy == b.accuracy || (std::isnan(a.accuracy) && std::isnan(b.accuracy)));
        EXPECT_EQ(a.gradientNorm, b.gradientNorm);
        EXPECT_EQ(a.seconds, b.seconds);
    }
    for (std::size_t size = 0; size < bytes.size(); size += 13)
        EXPECT_FALSE(parseBatchChunk(std::string_view(bytes).substr(0, size), "test").has_value()) << size;
}

}  // namespace
}  // namespace perceptarium::train
