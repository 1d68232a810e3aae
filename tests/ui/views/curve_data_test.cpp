// Curves: thinning keeps what an eye would see, smoothing starts without a bias, ranges ignore outliers.
#include "ui/views/curve_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "ui/views/contour.h"

namespace perceptarium::ui {
namespace {

std::vector<train::BatchRecord> batches(int n, double (*loss)(int)) {
    std::vector<train::BatchRecord> records;
    for (int i = 0; i < n; ++i) {
        train::BatchRecord record;
        record.step = i;
        record.loss = loss(i);
        record.accuracy = std::numeric_limits<double>::quiet_NaN();
        record.seconds = 0.5 * (i + 1);
        records.push_back(record);
    }
    return records;
}

TEST(CurveData, thinningKeepsEveryPeakAndNoMoreThanTwoPointsAColumn) {
    CurveLine line;
    for (int i = 0; i < 100000; ++i) {
        line.x.push_back(i);
        line.y.push_back(static_cast<float>(std::sin(i * 0.001)));
    }
    line.y[54321] = 7;
    line.y[77777] = -3;
    const auto points = thinned(line, 0, 100000, 300);
    EXPECT_LE(points.size(), 2 * 300 + 4);
    const auto has = [&](double y) {
        return std::any_of(points.begin(), points.end(), [y](const QPointF& p) { return p.y() == y; });
    };
    EXPECT_TRUE(has(7));
    EXPECT_TRUE(has(-3));
    for (qsizetype i = 1; i < points.size(); ++i) EXPECT_LT(points[i - 1].x(), points[i].x());
}

TEST(CurveData, thinningRunsToBothEdgesOfAZoomAndLeavesOutWhatIsNotFinite) {
    CurveLine line{{0, 10, 20, 30, 40}, {1, 2, std::numeric_limits<float>::quiet_NaN(), 4, 5}};
    const auto points = thinned(line, 11, 29, 100);
    ASSERT_EQ(points.size(), 2);
    EXPECT_EQ(points[0], QPointF(10, 2));
    EXPECT_EQ(points[1], QPointF(30, 4));
    EXPECT_TRUE(thinned({}, 0, 1, 10).isEmpty());
}

TEST(CurveData, smoothingIsTheMeanAtFirstAndGoesOnWhereItWas) {
    RunCurves run;
    run.append(batches(3, [](int i) { return i == 0 ? 4.0 : 2.0; }));
    const CurveLine first = run.smooth("loss", CurveAxis::Step, 0.5);
    EXPECT_FLOAT_EQ(first.y[0], 4);  // not pulled to zero
    EXPECT_FLOAT_EQ(first.y[1], static_cast<float>((0.25 * 4 + 0.5 * 2) / 0.75));
    RunCurves whole;
    whole.append(batches(6, [](int i) { return i == 0 ? 4.0 : 2.0; }));
    auto later = batches(6, [](int i) { return i == 0 ? 4.0 : 2.0; });
    later.erase(later.begin(), later.begin() + 3);
    run.append(later);
    EXPECT_EQ(run.smooth("loss", CurveAxis::Step, 0.5).y, whole.smooth("loss", CurveAxis::Step, 0.5).y);
    EXPECT_EQ(run.smooth("loss", CurveAxis::Step, 0.9).y.size(), 6u);
}

TEST(CurveData, axesCountStepsEpochsOrSeconds) {
    RunCurves run;
    run.append(batches(8, [](int i) { return 1.0 * i; }));
    train::EpochRecord epoch;
    epoch.epoch = 1;
    epoch.step = 4;
    epoch.seconds = 2.2;
    epoch.train = {{"loss", 1.5}, {"f1", 0.4}};
    epoch.dev = train::Metrics{{"loss", 1.7}};
    run.append(std::vector{epoch});
    EXPECT_EQ(run.batchesPerEpoch(), 4);
    EXPECT_EQ(run.raw("loss", CurveAxis::Epoch).x.back(), 2);
    EXPECT_EQ(run.raw("loss", CurveAxis::Time).x.front(), 0.5);
    EXPECT_EQ(run.raw("loss", CurveAxis::Step).x.front(), 1);
    EXPECT_TRUE(run.raw("f1", CurveAxis::Step).x.empty());
    EXPECT_EQ(run.epochLine("loss", CurveAxis::Epoch, true).x.front(), 1);
    EXPECT_FLOAT_EQ(run.epochLine("f1", CurveAxis::Step, false).y.front(), 0.4f);
    EXPECT_EQ(run.xOf(4, CurveAxis::Time), 2);
}

TEST(CurveData, rangeIgnoresAnOutlierButHoldsAllEpochs) {
    CurveLine noisy, sure{{50}, {1.4f}};
    for (int i = 0; i < 1000; ++i) {
        noisy.x.push_back(i);
        noisy.y.push_back(i == 500 ? 1000.f : 0.5f + 0.1f * static_cast<float>(i % 5));
    }
    const CurveLine* a[] = {&noisy};
    const CurveLine* b[] = {&sure};
    const CurveRange range = robustRange(a, b, 0, 1000);
    EXPECT_LT(range.high, 2);
    EXPECT_GT(range.high, 1.4);
    EXPECT_LT(range.low, 0.5);
    const CurveRange none = robustRange({}, {}, 0, 1);
    EXPECT_LT(none.low, none.high);
}

TEST(CurveData, ticksAreRoundAndWithinTheRange) {
    EXPECT_EQ(roundTicks(0, 10, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_TRUE(roundTicks(1, 1, 5).empty());
    for (const double tick : logTicks(-3.2, 0.4, 5)) {
        EXPECT_GE(tick, -3.2);
        EXPECT_LE(tick, 0.4);
    }
    EXPECT_GE(logTicks(-0.25, -0.1, 4).size(), 2u);  // less than a decade still has labels
}

TEST(Contour, aStraightBorderIsFoundWhereTheClassesAreEquallyProbable) {
    // p(1) rises from left to right and crosses one half at x = 0.4.
    constexpr int n = 20;
    std::vector<float> answers;
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const float p = static_cast<float>((column + 0.5) / n + 0.1);
            answers.insert(answers.end(), {1 - p, p});
        }
    const auto lines = classBorders(answers.data(), n, n, 2);
    ASSERT_EQ(lines.size(), n - 1u);
    for (const QLineF& line : lines) {
        EXPECT_NEAR(line.x1(), 0.4, 1e-3);
        EXPECT_NEAR(line.x2(), 0.4, 1e-3);
    }
    EXPECT_TRUE(classBorders(answers.data(), n, n, 1).empty());
}

TEST(CurveData, axesOfGrowingCurvesMoveInSteps) {
    CurveRange shown{0, 0};
    int moves = 0;
    for (int steps = 100; steps <= 10000; steps += 10) {
        const CurveRange next = steadyRange(shown, {0, static_cast<double>(steps)});
        ASSERT_EQ(next.low, 0);
        ASSERT_GE(next.high, steps);         // all of it is seen
        ASSERT_LE(0.75 * next.high, steps);  // and fills most of the room
        moves += next.high != shown.high;
        shown = next;
    }
    EXPECT_LT(moves, 60);
    EXPECT_GT(moves, 20);
}

TEST(CurveData, axesShrinkOnceCurvesFillLittleOfThem) {
    const CurveRange shown{0, 1};
    const auto same = [](const CurveRange& a, const CurveRange& b) { return a.low == b.low && a.high == b.high; };
    EXPECT_TRUE(same(steadyRange(shown, {0.1, 0.9}), shown));
    EXPECT_TRUE(same(steadyRange(shown, {0.1, 0.6}), {0.1, 0.6}));
    EXPECT_TRUE(same(steadyRange(shown, {0.2, 1.2}), {0, 1.2 + 0.125}));
    EXPECT_TRUE(same(steadyRange({0, 0}, {3, 4}), {3, 4}));
}

}  // namespace
}  // namespace perceptarium::ui
