// What training has added to a project stays in step with its state.
#include <gtest/gtest.h>

#include "core/train/small_runs.h"
#include "project/project.h"

namespace perceptarium::project {
namespace {

using namespace perceptarium::tests;

TEST(Trained, isCutToItsState) {
    Trained trained;
    trained.state.step = 20;
    for (std::int64_t step = 0; step < 30; ++step) trained.batches.push_back({.step = step});
    for (std::int64_t epoch = 1; epoch <= 3; ++epoch) trained.epochs.push_back({.epoch = epoch, .step = 10 * epoch});
    trained.marks = {{5, "early"}, {20, "now"}, {21, "later"}};
    cutToState(trained);
    ASSERT_EQ(trained.batches.size(), 20u);
    EXPECT_EQ(trained.batches.back().step, 19) << "20 batches were done: 0 to 19";
    ASSERT_EQ(trained.epochs.size(), 2u);
    ASSERT_EQ(trained.marks.size(), 2u);
    EXPECT_EQ(trained.marks.back().what, "now");
}

TEST(Trained, otherWeightsAreNotTakenForTheLastOnesAgain) {
    train::TrainSettings settings = quick(60);
    settings.learningRate = 0.3;
    settings.patience = 3;
    const auto t = trainer(statefulNet(), points(), settings);
    while (!t->done()) {
        ASSERT_TRUE(t->step().has_value());
        if (t->epochEnded()) {
            ASSERT_TRUE(t->finishEpoch().has_value());
        }
    }
    ASSERT_TRUE(t->restoredBest());
    Trained trained;
    trained.state = t->state();
    const auto fresh = trainer(statefulNet(), points(), quick());
    takeWeights(trained, fresh->model());
    ASSERT_TRUE(t->setState(trained.state).has_value());
    EXPECT_FALSE(t->restoredBest());
    EXPECT_FALSE(t->done()) << "the best epoch was one of other weights";
    const Tensor given = t->state().parameters.at("dense2.W");
    EXPECT_TRUE(given.identical(fresh->state().parameters.at("dense2.W")));
}

}  // namespace
}  // namespace perceptarium::project
