// IDX files: MNIST and its kin, plain and packed, and everything that can be wrong with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"
#include "core/places.h"
#include "data/limits.h"

namespace perceptarium::data {
namespace {

using ::testing::HasSubstr;
using tests::bigEndian;
using tests::Folder;
using tests::gz;
using tests::idxBytes;
using tests::kindOf;
using tests::load;

std::string pixels(std::size_t count, int from) {
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(from + static_cast<int>(i));
    return bytes;
}

/// 4 training and 2 test pictures of 2×3, in the usual names.
void writePairs(const Folder& folder, bool packed = false) {
    const auto put = [&](const std::string& name, const std::string& bytes) {
        folder.write(packed ? name + ".gz" : name, packed ? gz(bytes) : bytes);
    };
    put("train-images-idx3-ubyte", idxBytes({4, 2, 3}, pixels(24, 100)));
    put("train-labels-idx1-ubyte", idxBytes({4}, {0, 1, 2, 1}));
    put("t10k-images-idx3-ubyte", idxBytes({2, 2, 3}, pixels(12, 5)));
    put("t10k-labels-idx1-ubyte", idxBytes({2}, {2, 0}));
}

TEST(Idx, ReadsTrainAndTestFromAnyOfItsFilesOrTheFolder) {
    for (const bool packed : {false, true}) {
        const Folder folder;
        writePairs(folder, packed);
        const std::string ending = packed ? ".gz" : "";
        for (const std::string name :
             {"", "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte"}) {
            const std::string path = folder.path(name.empty() ? name : name + ending);
            EXPECT_EQ(kindOf(path), "idx") << path;
            LOAD(set, load("idx", {}, path));
            EXPECT_EQ(set.info().size, 6);
            EXPECT_EQ(set.info().input.shape, (Shape{2, 3, 1}));
            EXPECT_EQ(set.info().classes.size(), 3u);
            EXPECT_EQ(set.info().given.train.size(), 4u);
            EXPECT_EQ(set.info().given.test, (std::vector<std::int64_t>{4, 5}));
            Tensor x, y;
            ASSERT_TRUE(set.read(std::vector<std::int64_t>{4, 1}, x, y).has_value());
            EXPECT_EQ(x.at(0), 5);
            EXPECT_EQ(x.at(6), 106);
            EXPECT_EQ(y.at(0), 2);
            EXPECT_EQ(y.at(1), 1);
        }
    }
}

TEST(Idx, WithoutATestPairHasNoGivenSplit) {
    const Folder folder;
    const auto path = folder.write("letters-images-idx3-ubyte", idxBytes({2, 1, 1}, {1, 2}));
    folder.write("letters-labels-idx1-ubyte", idxBytes({2}, {0, 1}));
    LOAD(set, load("idx", {}, path));
    EXPECT_TRUE(set.info().given.empty());
}

struct Damage {
    const char* name;
    std::string pictures, labels;
    const char* says;
};

TEST(Idx, EveryDamageIsOneErrorThatNamesTheFile) {
    const std::string good = idxBytes({2, 2, 2}, pixels(8, 1)), labels = idxBytes({2}, {0, 1});
    const Damage damages[] = {
        {"empty", "", labels, "no IDX file"},
        {"text", "hello, world", labels, "no IDX file"},
        {"cut in the header", good.substr(0, 9), labels, "header"},
        {"cut in the pixels", good.substr(0, good.size() - 1), labels, "shorter than its header says"},
        {"too long", good + "x", labels, "longer than its header says"},
        {"lying count", idxBytes({0xFFFFFFFF, 2, 2}, pixels(8, 1)), labels, "claims more"},
        {"lying count within the limit", idxBytes({1000000, 2, 2}, pixels(8, 1)), labels, "shorter"},
        {"no pictures", idxBytes({0, 2, 2}, ""), labels, "empty"},
        {"floats", std::string{0, 0, 13, 3} + good.substr(4), labels, "type"},
        {"rank", idxBytes({2, 4}, pixels(8, 1)), labels, "no pictures"},
        {"labels missing", good, idxBytes({1}, {0}), "as many labels"},
        {"one class", good, idxBytes({2}, {0, 0}), "same label"},
        {"cut gz", gz(good).substr(0, 30), labels, "damaged or cut short"},
        {"changed gz", gz(good).replace(25, 1, "\x7f"), labels, "damaged or cut short"},
    };
    for (const Damage& damage : damages) {
        const Folder folder;
        const auto path = folder.write("x-images-idx3-ubyte", damage.pictures);
        folder.write("x-labels-idx1-ubyte", damage.labels);
        const auto set = load("idx", {}, path);
        ASSERT_FALSE(set.has_value()) << damage.name;
        EXPECT_THAT(set.error().message(), HasSubstr(damage.says)) << damage.name;
        EXPECT_THAT(set.error().where, HasSubstr("idx")) << damage.name;
    }
}

TEST(Idx, AGzThatClaimsMoreThanItCanHoldCostsNoMemory) {
    const Folder folder;  // a header of 4 GB, packed into a few bytes
    const auto path = folder.write("x-images-idx3-ubyte", gz(idxBytes({65536, 256, 255}, "")));
    folder.write("x-labels-idx1-ubyte", idxBytes({2}, {0, 1}));
    const auto set = load("idx", {}, path);
    ASSERT_FALSE(set.has_value());
    EXPECT_THAT(set.error().message(), HasSubstr("shorter than its header says"));
}

TEST(Idx, WhatNeedsMoreMemoryThanIsAllowedIsRefusedWithTheLimit) {
    const Folder folder;
    writePairs(folder);
    const std::string path = folder.path("train-images-idx3-ubyte");
    limits::limitSetBytes(23);  // a byte less than the training pictures need
    const auto refused = load("idx", {}, path);
    limits::limitSetBytes(24);
    const auto taken = load("idx", {}, path);
    limits::limitSetBytes(limits::kUsualSetBytes);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message(), HasSubstr("the header claims more than is read"));
    EXPECT_TRUE(taken);
}

TEST(Idx, SaysWhichFileIsMissing) {
    const Folder folder;
    const auto path = folder.write("train-images-idx3-ubyte", idxBytes({1, 1, 1}, "a"));
    const auto set = load("idx", {}, path);
    ASSERT_FALSE(set.has_value());
    EXPECT_THAT(set.error().expected, HasSubstr("train-labels-idx1-ubyte"));
    EXPECT_FALSE(load("idx", {}, folder.path("nowhere")).has_value());
    EXPECT_EQ(kindOf(folder.path("nowhere")), "");
}

TEST(Idx, ReadsMnistItself) {
    SKIP_WITHOUT_DATA("mnist");
    const auto path = tests::sharedData("mnist");
    EXPECT_EQ(kindOf(path), "idx");
    LOAD(set, tests::prepared("idx", {}, path));
    const auto& info = set.dataset->info();
    EXPECT_EQ(info.given.train.size(), 60000u);
    EXPECT_EQ(info.given.test.size(), 10000u);
    const auto labels = set.dataset->labels();
    EXPECT_EQ(std::vector<int>(labels.begin(), labels.begin() + 10), (std::vector<int>{5, 0, 4, 1, 9, 2, 1, 3, 1, 4}));
    EXPECT_EQ(std::count(labels.begin(), labels.begin() + 60000, 1), 6742);
    // Mean and deviation of the training pictures, as everyone uses them: 0.1307 and 0.3081 of 255.
    EXPECT_NEAR(set.normalization.shift.at(0) / 255, 0.1307, 0.001);
    EXPECT_NEAR(1 / set.normalization.scale.at(0) / 255, 0.3081, 0.001);
    tests::expectCancels("idx", {}, path);
}

}  // namespace
}  // namespace perceptarium::data
