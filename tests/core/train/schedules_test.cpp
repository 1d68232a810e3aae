// Every schedule against PyTorch's schedulers where there is one, and against its formula; points; state.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "schedule_numbers.h"
#include "train/schedule.h"
#include "train/schedules/points.h"

namespace perceptarium::train {
namespace {

using testing::HasSubstr;

constexpr int kSteps = kScheduleEpochs * kSchedulePerEpoch;

std::unique_ptr<Schedule> make(const std::string& id, const Settings& settings = {}) {
    const ScheduleSpec* spec = findSchedule(id);
    const auto complete = completeSettings(spec->settings, settings);
    EXPECT_TRUE(complete.has_value()) << complete.error().message();
    return spec->make(*complete);
}

std::vector<double> factorsOf(Schedule& schedule) {
    std::vector<double> factors;
    for (int step = 0; step < kSteps; ++step) {
        factors.push_back(schedule.factor({step, kSteps, kSchedulePerEpoch}));
        if ((step + 1) % kSchedulePerEpoch == 0)
            schedule.epochEnded(kScheduleLosses[static_cast<std::size_t>(step / kSchedulePerEpoch)], false);
    }
    return factors;
}

class ScheduleAgainstPyTorch : public testing::TestWithParam<ScheduleCase> {};

TEST_P(ScheduleAgainstPyTorch, hasTheSameFactorAtEachStep) {
    const auto schedule = make(GetParam().schedule, GetParam().settings);
    const auto factors = factorsOf(*schedule);
    ASSERT_EQ(factors.size(), GetParam().factors.size());
    for (std::size_t i = 0; i < factors.size(); ++i)
        EXPECT_NEAR(factors[i], GetParam().factors[i], 1e-9) << "step " << i;
}

INSTANTIATE_TEST_SUITE_P(Recorded, ScheduleAgainstPyTorch, testing::ValuesIn(kScheduleCases),
                         [](const auto& one) { return one.param.name; });

TEST(Schedules, everyOneButTheHandDrawnIsRecordedAndSaysWhatItIs) {
    std::set<std::string> recorded{"hand-drawn"};
    for (const ScheduleCase& one : kScheduleCases) recorded.insert(one.schedule);
    const auto ids = Registry<ScheduleSpec>::instance().ids();
    EXPECT_EQ(recorded, std::set<std::string>(ids.begin(), ids.end()));
    for (const ScheduleSpec* spec : allSchedules()) {
        EXPECT_FALSE(spec->meaning.empty()) << spec->id;
        EXPECT_FALSE(spec->formula.empty()) << spec->id;
        EXPECT_TRUE(checkSchedule(spec->id, *completeSettings(spec->settings, {})).has_value()) << spec->id;
    }
}

TEST(Schedules, areFiniteAndNotNegativeInRunsOfAnyLength) {
    for (const ScheduleSpec* spec : allSchedules())
        for (const std::int64_t perEpoch : {1, 7})
            for (const std::int64_t steps : {1, 2, 3, 50})
                for (const double warmup : {0.0, 0.5, 9.0}) {
                    Settings settings;
                    if (findSetting(spec->settings, "warmup")) settings["warmup"] = warmup;
                    const auto schedule = make(spec->id, settings);
                    for (std::int64_t step = 0; step <= steps;
                         ++step) {  // one beyond the end: what the status bar asks
                        const double factor = schedule->factor({step, steps, perEpoch});
                        EXPECT_TRUE(std::isfinite(factor) && factor >= 0 && factor <= 1)
                            << spec->id << " " << step << " of " << steps << ": " << factor;
                    }
                }
}

TEST(Schedules, theCoursesDecayByEpoch) {
    // α₀ = 0.2, rate 1 (course §6.5): 0.2, 0.1, 0.067, 0.05.
    const auto schedule = make("inverse-time");
    const double expected[] = {0.2, 0.1, 0.2 / 3, 0.05};
    for (int epoch = 0; epoch < 4; ++epoch)
        for (int batch = 0; batch < 10; ++batch)
            EXPECT_DOUBLE_EQ(0.2 * schedule->factor({epoch * 10 + batch, 40, 10}), expected[epoch]);
    const auto root = make("inverse-root");
    EXPECT_DOUBLE_EQ(root->factor({35, 40, 10}), 0.5);
}

TEST(Schedules, warmUpRisesInAStraightLineAndTheRestIsTheWholeSchedule) {
    for (const ScheduleSpec* spec : allSchedules()) {
        if (!findSetting(spec->settings, "warmup")) continue;
        const auto warm = make(spec->id, {{"warmup", 3.0}}), bare = make(spec->id);
        for (int step = 0; step < 30; ++step)
            EXPECT_NEAR(warm->factor({step, 100, 10}), bare->factor({0, 70, 10}) * (step + 1) / 31.0, 1e-12)
                << spec->id;
        for (int step = 30; step < 100; ++step)
            EXPECT_EQ(warm->factor({step, 100, 10}), bare->factor({step - 30, 70, 10})) << spec->id;
    }
}

TEST(Schedules, thePlateauGoesOnFromItsState) {
    const Settings settings{{"patience", std::int64_t{2}}, {"cooldown", std::int64_t{1}}, {"gamma", 0.5}};
    for (std::size_t cut = 0; cut < kScheduleLosses.size(); ++cut) {
        const auto whole = make("plateau", settings), first = make("plateau", settings),
                   second = make("plateau", settings);
        for (std::size_t i = 0; i < kScheduleLosses.size(); ++i) {
            whole->epochEnded(kScheduleLosses[i], false);
            (i < cut ? *first : *second).epochEnded(kScheduleLosses[i], false);
            if (i + 1 == cut) second->setState(first->state());
        }
        EXPECT_EQ(whole->state(), second->state()) << cut;
    }
}

TEST(Schedules, thePlateauCanFollowWhatShallBeHigh) {
    const auto schedule = make("plateau", {{"patience", std::int64_t{1}}, {"gamma", 0.5}});
    for (const double accuracy : {0.5, 0.6, 0.7}) schedule->epochEnded(accuracy, true);
    EXPECT_EQ(schedule->factor({}), 1);
    schedule->epochEnded(std::nan(""), true);
    EXPECT_EQ(schedule->factor({}), 0.5) << "what is no number is nothing better";
}

TEST(SchedulePoints, areReadAndWritten) {
    const auto points = parseSchedulePoints(" 0:0.1,0.25 : 1 , 1:0");
    ASSERT_TRUE(points.has_value()) << points.error().message();
    EXPECT_EQ(*points, (std::vector<SchedulePoint>{{0, 0.1}, {0.25, 1}, {1, 0}}));
    EXPECT_EQ(schedulePointsText(*points), "0:0.1, 0.25:1, 1:0");
    EXPECT_DOUBLE_EQ(factorAt(*points, 0.125), 0.55);
    EXPECT_DOUBLE_EQ(factorAt(*points, 0.25), 1);
    EXPECT_DOUBLE_EQ(factorAt(*points, 0.625), 0.5);
    const std::vector<SchedulePoint> inner{{0.2, 0.3}, {0.4, 0.5}};
    EXPECT_EQ(factorAt(inner, 0), 0.3);
    EXPECT_EQ(factorAt(inner, 1), 0.5);
    const auto drawn = make("hand-drawn", {{"points", std::string("0:1, 1:0")}});
    EXPECT_DOUBLE_EQ(drawn->factor({25, 100, 10}), 0.75);
}

TEST(SchedulePoints, errorsNameThePoint) {
    const auto error = [](const std::string& text) {
        const auto points = parseSchedulePoints(text);
        return points ? std::string("accepted") : points.error().message();
    };
    EXPECT_THAT(error(""), HasSubstr("progress:factor"));
    EXPECT_THAT(error("0:1, 0.5"), HasSubstr("found 0.5"));
    EXPECT_THAT(error("0:1, half:1"), HasSubstr("half:1"));
    EXPECT_THAT(error("0:1, 1.5:1"), HasSubstr("from 0 to 1"));
    EXPECT_THAT(error("0:1, 0.5:-1"), HasSubstr("0.5:-1"));
    EXPECT_THAT(error("0:nan"), HasSubstr("0:nan"));
    EXPECT_THAT(error("0.5:1, 0.5:0"), HasSubstr("above 0.5"));
    std::string many;
    for (int i = 0; i <= 100; ++i) many += (i ? "," : "") + std::to_string(i / 100.0) + ":1";
    EXPECT_THAT(error(many), HasSubstr("at most 100"));
}

}  // namespace
}  // namespace perceptarium::train
