// CIFAR-10's binary files: records to pictures with the colours beside each other, and damage named to the byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"
#include "core/places.h"

namespace perceptarium::data {
namespace {

using ::testing::HasSubstr;
using tests::Folder;
using tests::kindOf;
using tests::load;

std::string record(int label, int red, int green, int blue) {
    return std::string(1, static_cast<char>(label)) + std::string(1024, static_cast<char>(red)) +
           std::string(1024, static_cast<char>(green)) + std::string(1024, static_cast<char>(blue));
}

TEST(Cifar10, FolderGivesTrainAndTestWithNames) {
    const Folder folder;
    folder.write("data_batch_1.bin", record(3, 10, 20, 30) + record(0, 1, 2, 3));
    folder.write("data_batch_2.bin", record(9, 200, 0, 255));
    folder.write("test_batch.bin", record(5, 7, 8, 9));
    folder.write("batches.meta.txt", "n0\nn1\nn2\nn3\nn4\nn5\nn6\nn7\nn8\nn9\n\n");
    EXPECT_EQ(kindOf(folder.path()), "cifar10");
    LOAD(set, load("cifar10", {}, folder.path()));
    EXPECT_EQ(set.info().size, 4);
    EXPECT_EQ(set.info().given.train, (std::vector<std::int64_t>{0, 1, 2}));
    EXPECT_EQ(set.info().given.test, (std::vector<std::int64_t>{3}));
    EXPECT_EQ(set.info().classes[9], "n9");
    Tensor x, y;
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{2}, x, y).has_value());
    EXPECT_EQ(x.shape(), (Shape{1, 32, 32, 3}));
    EXPECT_EQ(x.at(0), 200);
    EXPECT_EQ(x.at(1), 0);
    EXPECT_EQ(x.at(2), 255);
    EXPECT_EQ(y.at(0), 9);
}

TEST(Cifar10, OneFileAloneHasTheUsualNames) {
    const Folder folder;
    const auto path = folder.write("data_batch_1.bin", record(3, 10, 20, 30) + record(8, 1, 2, 3));
    EXPECT_EQ(kindOf(path), "cifar10");
    LOAD(set, load("cifar10", {}, path));
    EXPECT_TRUE(set.info().given.empty());
    EXPECT_EQ(set.info().classes[3], "cat");
    EXPECT_EQ(set.caption(1), "example 1, ship");
}

TEST(Cifar10, DamageIsNamedToTheByte) {
    const Folder folder;
    const std::pair<std::string, const char*> damages[] = {{"", "empty"},
                                                           {record(1, 0, 0, 0) + "rest", "byte 3073"},
                                                           {record(1, 0, 0, 0) + record(10, 0, 0, 0), "byte 3073"}};
    for (const auto& [bytes, says] : damages) {
        const auto set = load("cifar10", {}, folder.write("data_batch_1.bin", bytes));
        ASSERT_FALSE(set.has_value());
        EXPECT_THAT(set.error().message(), HasSubstr(says));
        EXPECT_THAT(set.error().where, HasSubstr("data_batch_1.bin"));
    }
}

TEST(Cifar10, ReadsTheRealOne) {
    SKIP_WITHOUT_DATA("cifar10/cifar-10-batches-bin");
    const auto path = tests::sharedData("cifar10");  // the folder above works too
    EXPECT_EQ(kindOf(path), "cifar10");
    LOAD(set, load("cifar10", {}, path));
    EXPECT_EQ(set.info().given.train.size(), 3000u);
    EXPECT_EQ(set.info().given.test.size(), 1000u);
    EXPECT_EQ(set.info().classes[set.labels()[0]], "frog");
    tests::expectCancels("cifar10", {}, path);
}

}  // namespace
}  // namespace perceptarium::data
