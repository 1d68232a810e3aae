// The area under the ROC curve of one class, gathered in bounded memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace perceptarium::train {

/// Exact, by sorting, for as many examples as `exact`; beyond that, scores are counted in bins that are equally fine in
/// the log-odds, and two examples in one bin count as tied. Never more than `bins` counters of each kind.
class RankedScores {
public:
    RankedScores(std::size_t exact, std::size_t bins);
    /// score 0 … 1.
    void add(float score, bool positive);
    /// The share of pairs of a positive and a negative example in which the positive one has the higher score; ties
    /// count half. NaN without such a pair. Hanley and McNeil 1982.
    double area() const;

    void appendTo(std::vector<double>& sums) const;
    /// Takes from the front of `sums` what appendTo() wrote; false when that is not there.
    bool takeFrom(std::span<const double>& sums);

private:
    std::size_t binOf(float score) const;
    void count(float score, bool positive);
    void useBins();
    double areaOfBins() const;

    std::size_t exact_;
    int shift_ = 0;                         ///< of a float's bits to its bin
    std::size_t middle_ = 0;                ///< the bin of 1/2; there are twice as many and one
    std::vector<float> scores_[2];          ///< of negatives and positives, while exact
    std::vector<std::uint32_t> counts_[2];  ///< by bin; empty while exact
};

}  // namespace perceptarium::train
