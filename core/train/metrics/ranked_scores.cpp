#include "train/metrics/ranked_scores.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace perceptarium::train {
namespace {

constexpr std::uint32_t kHalf = std::bit_cast<std::uint32_t>(0.5f);
constexpr int kMantissa = 23;
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr double kExact = 0, kBinned = 1;  ///< the first of the sums
constexpr double kMost = 4e9;              ///< what a counter holds

/// A count, or −1.
double wholeNumber(double value, double most) {
    return value >= 0 && value <= most && value == std::floor(value) ? value : -1;
}

}  // namespace

RankedScores::RankedScores(std::size_t exact, std::size_t bins) : exact_(exact) {
    // As many bits of the mantissa as there is room for: a float's leading bits are an even scale of its logarithm.
    shift_ = kMantissa;
    while (shift_ > kMantissa - 12 && 2 * (kHalf >> (shift_ - 1)) + 1 <= bins) --shift_;
    middle_ = kHalf >> shift_;
}

/// Below one half by the score, above it by what is left to 1 (exact in floats): fine at both ends.
std::size_t RankedScores::binOf(float score) const {
    if (!(score > 0)) return 0;
    if (score <= 0.5f) return std::bit_cast<std::uint32_t>(score) >> shift_;
    const float rest = score < 1 ? 1 - score : 0;
    return 2 * middle_ - (std::bit_cast<std::uint32_t>(rest) >> shift_);
}

void RankedScores::count(float score, bool positive) { ++counts_[positive ? 1 : 0][binOf(score)]; }

void RankedScores::useBins() {
    for (int side = 0; side < 2; ++side) {
        counts_[side].assign(2 * middle_ + 1, 0);
        for (const float score : scores_[side]) count(score, side == 1);
        scores_[side] = {};
    }
}

void RankedScores::add(float score, bool positive) {
    if (counts_[0].empty() && scores_[0].size() + scores_[1].size() >= exact_) useBins();
    if (counts_[0].empty())
        scores_[positive ? 1 : 0].push_back(score);
    else
        count(score, positive);
}

double RankedScores::area() const {
    if (!counts_[0].empty()) return areaOfBins();
    if (scores_[0].empty() || scores_[1].empty()) return kNothing;
    std::vector<float> negatives = scores_[0], positives = scores_[1];
    std::sort(negatives.begin(), negatives.end());
    std::sort(positives.begin(), positives.end());
    double won = 0;
    auto below = negatives.begin(), upTo = negatives.begin();
    for (const float score : positives) {
        while (below != negatives.end() && *below < score) ++below;
        while (upTo != negatives.end() && *upTo <= score) ++upTo;
        won += 0.5 * static_cast<double>((below - negatives.begin()) + (upTo - negatives.begin()));
    }
    return won / (static_cast<double>(negatives.size()) * static_cast<double>(positives.size()));
}

double RankedScores::areaOfBins() const {
    double won = 0, negatives = 0, positives = 0;
    for (std::size_t bin = 0; bin < counts_[0].size(); ++bin) {
        const double n = counts_[0][bin], p = counts_[1][bin];
        won += p * (negatives + 0.5 * n);
        negatives += n;
        positives += p;
    }
    return negatives > 0 && positives > 0 ? won / (negatives * positives) : kNothing;
}

void RankedScores::appendTo(std::vector<double>& sums) const {
    if (counts_[0].empty()) {
        sums.push_back(kExact);
        for (const auto& side : scores_) {
            sums.push_back(static_cast<double>(side.size()));
            sums.insert(sums.end(), side.begin(), side.end());
        }
        return;
    }
    sums.push_back(kBinned);
    const std::size_t place = sums.size();
    sums.push_back(0);
    for (std::size_t bin = 0; bin < counts_[0].size(); ++bin) {
        if (counts_[0][bin] + counts_[1][bin] == 0) continue;
        sums.insert(sums.end(), {static_cast<double>(bin), static_cast<double>(counts_[0][bin]),
                                 static_cast<double>(counts_[1][bin])});
        sums[place] += 1;
    }
}

bool RankedScores::takeFrom(std::span<const double>& sums) {
    RankedScores read = *this;
    for (int side = 0; side < 2; ++side) read.scores_[side].clear(), read.counts_[side].clear();
    const auto take = [&](double most) {
        if (sums.empty()) return -1.0;
        const double value = wholeNumber(sums.front(), most);
        sums = sums.subspan(1);
        return value;
    };
    const double mode = take(kBinned);
    if (mode == kExact) {
        for (auto& side : read.scores_) {
            const double size = take(static_cast<double>(exact_));
            if (size < 0 || static_cast<double>(sums.size()) < size) return false;
            const auto values = sums.first(static_cast<std::size_t>(size));
            for (const double value : values) side.push_back(static_cast<float>(value));
            sums = sums.subspan(values.size());
        }
        if (read.scores_[0].size() + read.scores_[1].size() > exact_) return false;
    } else if (mode == kBinned) {
        read.useBins();
        for (double left = take(static_cast<double>(2 * middle_ + 1)); left != 0; --left) {
            const double bin = take(static_cast<double>(2 * middle_)), negative = take(kMost), positive = take(kMost);
            if (left < 0 || bin < 0 || negative < 0 || positive < 0) return false;
            read.counts_[0][static_cast<std::size_t>(bin)] = static_cast<std::uint32_t>(negative);
            read.counts_[1][static_cast<std::size_t>(bin)] = static_cast<std::uint32_t>(positive);
        }
    } else {
        return false;
    }
    *this = std::move(read);
    return true;
}

}  // namespace perceptarium::train
