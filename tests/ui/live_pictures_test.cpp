// The turns of the live pictures, with clocks that go only when told to.
#include "ui/live_pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace perceptarium::ui {
namespace {

class LivePicturesTest : public ::testing::Test {
protected:
    struct Model {
        double cost = 0.001;  ///< s for one picture
        bool news = true, seen = true;
        double atLeastEvery = 1;
        int made = 0;
        std::vector<double> times;
    };

    std::shared_ptr<void> add(const std::string& name) {
        Model& model = models[name];
        return pictures.add({[this, &model, name] {
                                 if (!model.news) return false;
                                 ++model.made;
                                 model.times.push_back(now);
                                 painting += model.cost;
                                 madeThisTick.push_back(name);
                                 return true;
                             },
                             [&model] { return model.seen; }, [&model] { return model.atLeastEvery; }});
    }

    /// 30 ticks a second; painting comes after the tick that asks for it.
    void run(double seconds, bool training = true) {
        for (const double end = now + seconds; now < end; now += 1.0 / 30) {
            madeThisTick.clear();
            pictures.tick(training);
            most = std::max(most, madeThisTick.size());
            spent += painting;
            painting = 0;
        }
    }

    double now = 100, spent = 7, painting = 0;
    std::map<std::string, Model> models;
    std::vector<std::string> madeThisTick;
    std::size_t most = 0;
    LivePictures pictures{LivePictures::Clocks{[this] { return now; }, [this] { return spent; }}};
};

TEST_F(LivePicturesTest, whileTrainingAllTogetherKeepToTheirShareOfTheTime) {
    const auto a = add("a"), b = add("b"), c = add("c"), d = add("d");
    models["a"].cost = 0.0005;
    models["b"].cost = 0.001;
    models["c"].cost = 0.0015;
    models["d"].cost = 0.002;
    run(2);  // their costs become known
    const double before = spent;
    run(30);
    const double share = (spent - before) / 30;
    EXPECT_LE(share, 1.02 * LivePictures::kShare);
    EXPECT_GE(share, 0.75 * LivePictures::kShare);  // and they use it: nothing is held back for its own sake
}

TEST_F(LivePicturesTest, noTwoInOneTick) {
    const auto a = add("a"), b = add("b"), c = add("c");
    run(5);
    EXPECT_EQ(most, 1u);
    for (const auto& [name, model] : models) EXPECT_GT(model.made, 5) << name;
}

TEST_F(LivePicturesTest, aDearPictureComesMoreRarelyButAsOftenAsItMust) {
    const auto cheap = add("cheap"), dear = add("dear");
    models["cheap"].cost = 0.0002;
    models["dear"].cost = 0.040;
    models["dear"].atLeastEvery = 0.5;
    run(2);
    models["dear"].times.clear();
    models["cheap"].times.clear();
    run(20);
    EXPECT_NEAR(static_cast<double>(models["dear"].times.size()), 40, 4);
    EXPECT_GT(models["cheap"].times.size(), 5 * models["dear"].times.size());
    for (std::size_t i = 1; i < models["dear"].times.size(); ++i)
        EXPECT_LT(models["dear"].times[i] - models["dear"].times[i - 1], 0.5 + 0.1);
}

TEST_F(LivePicturesTest, withoutTrainingEachIsMadeAtOnce) {
    const auto a = add("a"), b = add("b");
    models["a"].cost = models["b"].cost = 0.030;
    run(1, false);
    EXPECT_EQ(most, 2u);
    EXPECT_GE(models["a"].made, 29);
    EXPECT_GE(models["b"].made, 29);
}

TEST_F(LivePicturesTest, whatIsNotSeenOrHasNothingNewTakesNoTurn) {
    const auto hidden = add("hidden"), idle = add("idle"), busy = add("busy");
    models["hidden"].seen = false;
    models["idle"].news = false;
    run(10);
    EXPECT_EQ(models["hidden"].made, 0);
    EXPECT_EQ(models["idle"].made, 0);
    const double share = models["busy"].made * models["busy"].cost / 10;
    EXPECT_LE(share, LivePictures::kShare);
    // What comes up later is made at the next tick.
    models["idle"].news = true;
    run(0.07);
    EXPECT_GE(models["idle"].made, 1);
}

TEST_F(LivePicturesTest, oneLongInterruptionIsSoonForgotten) {
    const auto a = add("a");
    models["a"].cost = 0.0001;
    run(2);
    spent += 3;  // a dialog was opened, say
    run(7);
    models["a"].made = 0;
    run(2);
    EXPECT_GT(models["a"].made, 40);
}

TEST_F(LivePicturesTest, whoGoesAwayIsNotAskedAgainEvenFromWithin) {
    std::shared_ptr<void> self;
    int asked = 0;
    self = pictures.add({[&] {
                             ++asked;
                             self.reset();
                             return true;
                         },
                         [] { return true; }, [] { return 1.0; }});
    run(1);
    EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace perceptarium::ui
