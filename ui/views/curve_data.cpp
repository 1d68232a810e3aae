#include "ui/views/curve_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace perceptarium::ui {

void RunCurves::clear() {
    batches_.clear();
    epochs_.clear();
    marks_.clear();
    cache_.clear();
}

void RunCurves::append(const std::vector<train::BatchRecord>& batches) {
    batches_.insert(batches_.end(), batches.begin(), batches.end());
}
void RunCurves::append(const std::vector<train::EpochRecord>& epochs) {
    epochs_.insert(epochs_.end(), epochs.begin(), epochs.end());
}
void RunCurves::append(const std::vector<train::Mark>& marks) {
    marks_.insert(marks_.end(), marks.begin(), marks.end());
}

double RunCurves::batchesPerEpoch() const {
    if (batchesPerEpoch_ > 0) return static_cast<double>(batchesPerEpoch_);
    if (!epochs_.empty() && epochs_.front().epoch > 0 && epochs_.front().step > 0)
        return static_cast<double>(epochs_.front().step) / static_cast<double>(epochs_.front().epoch);
    return std::max<double>(1, static_cast<double>(batches_.size()));
}

double RunCurves::xOf(std::int64_t step, CurveAxis axis) const {
    if (axis == CurveAxis::Step) return static_cast<double>(step);
    if (axis == CurveAxis::Epoch) return static_cast<double>(step) / batchesPerEpoch();
    const auto at = std::lower_bound(
        batches_.begin(), batches_.end(), step,
        [](const train::BatchRecord& record, std::int64_t wanted) { return record.step + 1 < wanted; });
    return at != batches_.end() ? at->seconds : batches_.empty() ? 0 : batches_.back().seconds;
}

RunCurves::Cached& RunCurves::cached(const QString& metric, CurveAxis axis, double weight) const {
    const double perEpoch = axis == CurveAxis::Epoch ? batchesPerEpoch() : 0;
    for (Cached& each : cache_)
        if (each.metric == metric && each.axis == axis && (each.weight == 0) == (weight == 0)) {
            if (each.weight != weight || each.perEpoch != perEpoch) {
                each = Cached{metric, axis, weight, 0, 0, perEpoch, {}};
            }
            return each;
        }
    cache_.push_back({metric, axis, weight, 0, 0, perEpoch, {}});
    return cache_.back();
}

void RunCurves::extend(Cached& cached) const {
    const bool loss = cached.metric == QLatin1String("loss");
    if (!loss && cached.metric != QLatin1String("accuracy")) return;
    CurveLine& line = cached.line;
    line.x.reserve(batches_.size());
    line.y.reserve(batches_.size());
    for (std::size_t i = line.x.size(); i < batches_.size(); ++i) {
        const train::BatchRecord& record = batches_[i];
        const double steps = static_cast<double>(record.step + 1);
        line.x.push_back(cached.axis == CurveAxis::Step    ? steps
                         : cached.axis == CurveAxis::Epoch ? steps / cached.perEpoch
                                                           : record.seconds);
        double value = loss ? record.loss : record.accuracy;
        if (cached.weight > 0 && std::isfinite(value)) {
            cached.past = cached.weight * cached.past + (1 - cached.weight) * value;
            cached.share = cached.weight * cached.share + (1 - cached.weight);
            value = cached.past / cached.share;
        }
        line.y.push_back(static_cast<float>(value));
    }
}

const CurveLine& RunCurves::raw(const QString& metric, CurveAxis axis) const { return smooth(metric, axis, 0); }

const CurveLine& RunCurves::smooth(const QString& metric, CurveAxis axis, double weight) const {
    cache_.reserve(32);  // lines stay where they are while a chart holds two of them
    Cached& found = cached(metric, axis, weight);
    extend(found);
    return found.line;
}

CurveLine RunCurves::epochLine(const QString& metric, CurveAxis axis, bool dev) const {
    CurveLine line;
    const std::string key = metric.toStdString();
    for (const train::EpochRecord& record : epochs_) {
        if (dev && !record.dev) continue;
        const train::Metrics& metrics = dev ? *record.dev : record.train;
        const auto value = metrics.find(key);
        if (value == metrics.end()) continue;
        line.x.push_back(axis == CurveAxis::Time ? record.seconds : xOf(record.step, axis));
        line.y.push_back(static_cast<float>(value->second));
    }
    return line;
}

namespace {

/// First index with x ≥ low, one earlier if there is one; one past the last with x ≤ high, one later if there is one.
std::pair<std::size_t, std::size_t> within(const CurveLine& line, double low, double high) {
    auto begin = std::lower_bound(line.x.begin(), line.x.end(), low);
    auto end = std::upper_bound(line.x.begin(), line.x.end(), high);
    if (begin != line.x.begin()) --begin;
    if (end != line.x.end()) ++end;
    return {static_cast<std::size_t>(begin - line.x.begin()), static_cast<std::size_t>(end - line.x.begin())};
}

}  // namespace

QList<QPointF> thinned(const CurveLine& line, double low, double high, int columns) {
    QList<QPointF> points;
    const auto [begin, end] = within(line, low, high);
    const auto add = [&](std::size_t i) { points.append(QPointF(line.x[i], static_cast<double>(line.y[i]))); };
    if (end - begin <= static_cast<std::size_t>(2 * std::max(columns, 1)) || !(high > low)) {
        for (std::size_t i = begin; i < end; ++i)
            if (std::isfinite(line.y[i])) add(i);
        return points;
    }
    const double scale = columns / (high - low);
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::size_t least = none, greatest = none;
    long column = std::numeric_limits<long>::min();
    const auto flush = [&] {
        if (least == none) return;
        add(std::min(least, greatest));
        if (least != greatest) add(std::max(least, greatest));
        least = greatest = none;
    };
    points.reserve(2 * columns + 4);
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(line.y[i])) continue;
        const long here = static_cast<long>(std::floor((line.x[i] - low) * scale));
        if (here != column) {
            flush();
            column = here;
        }
        if (least == none || line.y[i] < line.y[least]) least = i;
        if (greatest == none || line.y[i] > line.y[greatest]) greatest = i;
    }
    flush();
    return points;
}

CurveRange robustRange(std::span<const CurveLine* const> noisy, std::span<const CurveLine* const> sure, double low,
                       double high) {
    std::vector<float> sample;
    for (const CurveLine* line : noisy) {
        const auto [begin, end] = within(*line, low, high);
        const std::size_t stride = std::max<std::size_t>(1, (end - begin) / 1000);
        for (std::size_t i = begin; i < end; i += stride)
            if (std::isfinite(line->y[i])) sample.push_back(line->y[i]);
    }
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    if (!sample.empty()) {
        const auto at = [&](double share) {
            const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1));
            std::nth_element(sample.begin(), sample.begin() + place, sample.end());
            return static_cast<double>(sample[static_cast<std::size_t>(place)]);
        };
        least = at(0.01);
        greatest = at(0.99);
    }
    for (const CurveLine* line : sure) {
        const auto [begin, end] = within(*line, low, high);
        for (std::size_t i = begin; i < end; ++i)
            if (std::isfinite(line->y[i])) {
                least = std::min(least, static_cast<double>(line->y[i]));
                greatest = std::max(greatest, static_cast<double>(line->y[i]));
            }
    }
    if (!(greatest >= least)) return {};
    double room = 0.06 * (greatest - least);
    if (room <= 0) room = greatest != 0 ? 0.1 * std::abs(greatest) : 0.5;
    return {least - room, greatest + room};
}

CurveRange steadyRange(const CurveRange& shown, const CurveRange& needed) {
    constexpr double room = 0.125, least = 0.75;  // of the range that is needed, and of the one that is shown
    const double width = needed.high - needed.low, shownWidth = shown.high - shown.low;
    const bool below = needed.low < shown.low, above = needed.high > shown.high;
    if (width < least * shownWidth || !(shownWidth > 0)) return needed;
    return {below ? needed.low - room * width : shown.low, above ? needed.high + room * width : shown.high};
}

std::vector<double> roundTicks(double low, double high, int wanted) {
    std::vector<double> ticks;
    if (!(high > low) || !std::isfinite(high - low) || wanted < 1) return ticks;
    const double rough = (high - low) / wanted;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power) {
            step = factor * power;
            break;
        }
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k)
        ticks.push_back(k == 0 ? 0 : k * step);
    return ticks;
}

std::vector<double> logTicks(double low, double high, int wanted) {
    if (!(high > low) || wanted < 1) return {};
    // Sparser factors first: 1, 10, 100 before 1, 2, 5, 10.
    static const std::vector<std::vector<double>> choices{{1}, {1, 3}, {1, 2, 5}};
    for (const std::vector<double>& factors : choices) {
        std::vector<double> ticks;
        for (double power = std::floor(low); power <= high; ++power)
            for (const double factor : factors)
                if (const double place = power + std::log10(factor); place >= low && place <= high)
                    ticks.push_back(place);
        if (static_cast<int>(ticks.size()) >= std::min(wanted, 3)) return ticks;
    }
    // Less than a decade: plain round numbers at their logarithms.
    std::vector<double> ticks;
    for (const double value : roundTicks(std::pow(10, low), std::pow(10, high), wanted))
        if (value > 0) ticks.push_back(std::log10(value));
    return ticks;
}

std::size_t nearest(const CurveLine& line, double x) {
    const auto after = std::lower_bound(line.x.begin(), line.x.end(), x);
    if (after == line.x.begin()) return 0;
    if (after == line.x.end()) return line.x.size() - 1;
    const auto index = static_cast<std::size_t>(after - line.x.begin());
    return x - line.x[index - 1] <= line.x[index] - x ? index - 1 : index;
}

}  // namespace perceptarium::ui
