#include "train/range_test.h"

#include <algorithm>
#include <cmath>

#include "base/progress.h"

namespace perceptarium::train {
namespace {

constexpr double kWeight = 0.9;    ///< of the past, in the smoothed loss
constexpr std::size_t kSettles = 10;  ///< steps until the mean has seen enough: 1 / (1 − weight)
constexpr double kClearly = 3;        ///< the loss must fall by so much of its noise
constexpr double kFliesOff = 4;    ///< times the lowest smoothed loss (fastai's learning-rate finder, Howard 2018)
constexpr double kSlopeOver = 10;  ///< steps of a test of 100 that a slope is fitted over

const std::vector<SettingOf<RangeTestSettings>>& members() {
    using S = RangeTestSettings;
    static const std::vector<SettingOf<S>> all = {
        setting<S>("from", "From", &S::from, "The first learning rate, far too small on purpose.", {1e-12, 1e3}),
        setting<S>("to", "To", &S::to, "The last learning rate; the test ends before when the loss flies off.",
                   {1e-12, 1e3}),
        setting<S>("steps", "Steps", &S::steps, "How many mini-batches the test takes.", {30, 10'000}, "batches")};
    return all;
}

/// Slope of the smoothed loss over log α around point `i`, by least squares.
double slopeAround(const std::vector<RangePoint>& points, std::size_t i, std::size_t reach) {
    const std::size_t begin = i > reach ? i - reach : 0, end = std::min(points.size(), i + reach + 1);
    double x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t k = begin; k < end; ++k) {
        const double at = std::log(points[k].learningRate);
        x += at;
        y += points[k].smoothed;
        xx += at * at;
        xy += at * points[k].smoothed;
    }
    const auto n = static_cast<double>(end - begin);
    const double spread = n * xx - x * x;
    return spread > 0 ? (n * xy - x * y) / spread : 0;
}

std::size_t lowestOf(const std::vector<RangePoint>& points) {
    const auto lower = [](const RangePoint& a, const RangePoint& b) { return a.smoothed < b.smoothed; };
    return static_cast<std::size_t>(std::min_element(points.begin(), points.end(), lower) - points.begin());
}

/// Batches differ: where that is all there is (a net that is trained already), a fall means nothing.
bool fallsClearly(const std::vector<RangePoint>& points, std::size_t lowest) {
    std::vector<double> noise;
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = kSettles; i < lowest; ++i) {
        noise.push_back(std::abs(points[i].loss - points[i].smoothed));
        highest = std::max(highest, points[i].smoothed);
    }
    const auto middle = noise.begin() + static_cast<std::ptrdiff_t>(noise.size() / 2);
    std::nth_element(noise.begin(), middle, noise.end());
    return highest - points[lowest].smoothed > kClearly * *middle;
}

}  // namespace

const std::vector<SettingSpec>& rangeTestSettings() {
    static const std::vector<SettingSpec> specs = specsOf(members());
    return specs;
}

Result<RangeTestSettings> rangeTestSettings(const Settings& settings) {
    const RangeTestSettings range = typedSettings(members(), PC_TRY(completeSettings(rangeTestSettings(), settings)));
    if (range.to <= range.from)
        return Error{"the learning rate must rise during the test", "to", "more than " + settingText(range.from),
                     settingText(range.to)};
    return range;
}

std::optional<double> steepestDescent(const std::vector<RangePoint>& points) {
    const std::size_t lowest = points.empty() ? 0 : lowestOf(points);
    if (lowest <= kSettles + 1 || !fallsClearly(points, lowest)) return std::nullopt;
    const auto reach = static_cast<std::size_t>(std::max(1.0, static_cast<double>(points.size()) * kSlopeOver / 200));
    std::optional<double> best;
    double steepest = 0;
    for (std::size_t i = kSettles; i < lowest; ++i) {
        const double slope = slopeAround(points, i, reach);
        if (slope >= steepest) continue;
        steepest = slope;
        best = points[i].learningRate;
    }
    return best;
}

Result<RangeTest> testLearningRates(const network::Graph& graph, data::PreparedPtr data, const TrainSettings& settings,
                                    const State* state, const RangeTestSettings& range, std::stop_token stop,
                                    const std::function<void(const RangePoint&)>& each) {
    CHECK(range.from > 0 && range.to > range.from && range.steps >= 2, "a range of learning rates that does not rise");
    TrainSettings plain = settings;
    plain.schedule = "constant";
    plain.scheduleSettings.clear();
    plain.patience = 0;
    auto trainer = PC_TRY(Trainer::create(graph, std::move(data), plain));
    StepKnobs knobs = settings;
    if (state) {
        State start = *state;
        start.counters.clear();  // of a schedule and a patience that are off here
        start.other.clear();
        PC_TRY(trainer->setState(start));
        knobs = state->knobs;
    }

    RangeTest test;
    const double growth = std::log(range.to / range.from) / static_cast<double>(range.steps - 1);
    double mean = 0, share = 0, lowest = std::numeric_limits<double>::infinity();
    for (std::int64_t i = 0; i < range.steps; ++i) {
        if (stop.stop_requested()) return Progress::cancelledError();
        knobs.learningRate = range.from * std::exp(growth * static_cast<double>(i));
        trainer->setKnobs(knobs);
        const auto record = trainer->step();
        if (!record && !trainer->nonFinite()) return record.error();
        if (!record) {
            test.diverged = true;
            break;
        }
        mean = kWeight * mean + (1 - kWeight) * record->loss;
        share = kWeight * share + (1 - kWeight);
        test.points.push_back({knobs.learningRate, record->loss, mean / share});
        if (each) each(test.points.back());
        lowest = std::min(lowest, mean / share);
        test.diverged = mean / share > kFliesOff * std::max(lowest, 0.0) && i > 0 && lowest > 0;
        if (test.diverged) break;
    }
    if (!test.points.empty()) test.lowest = test.points[lowestOf(test.points)].learningRate;
    test.suggested = steepestDescent(test.points);
    return test;
}

}  // namespace perceptarium::train
