// After the first few batches training asks the operating system for no more tensor storage, whatever the network is
// made of: the pool hands the blocks of the last batch out again.
#include <gtest/gtest.h>

#include "core/train/small_runs.h"
#include "exchange/project_file.h"
#include "tensor/storage_pool.h"

namespace perceptarium::train {
namespace {

class SteadyState : public ::testing::TestWithParam<project::ReadyProject> {};

INSTANTIATE_TEST_SUITE_P(ReadyProjects, SteadyState, ::testing::ValuesIn(project::readyProjects()),
                         [](const auto& ready) {
                             std::string name = ready.param.id;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST_P(SteadyState, batchesAfterTheFirstTakeNoStorageFromTheSystem) {
    auto loaded = exchange::loadProject(GetParam().id);
    ASSERT_TRUE(loaded) << loaded.error().message();
    project::Document& document = loaded->document;
    document.training.threads = 2;
    if (document.data.source == "digits")
        document.data.settings = {{"train", std::int64_t{1500}}, {"test", std::int64_t{100}}};
    auto data = data::prepare(document.data, Progress{});
    ASSERT_TRUE(data) << data.error().message();
    document.training.epochs = 1'000;
    auto made = Trainer::create(document.graph, *data, document.training);
    ASSERT_TRUE(made) << made.error().message();
    // An epoch first: its last, smaller batch and the evaluation have sizes of their own.
    tests::run(**made, (*made)->batchesPerEpoch() + 3);
    const auto before = storagePoolCounts();
    tests::run(**made, (*made)->batchesPerEpoch() + 5);
    const auto after = storagePoolCounts();
    EXPECT_EQ(after.fromSystem, before.fromSystem);
    EXPECT_GT(after.reused, before.reused);
}

}  // namespace
}  // namespace perceptarium::train
