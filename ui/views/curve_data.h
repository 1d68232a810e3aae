// The numbers behind the curves of one run, and how hundreds of thousands of them become a few points on a chart.
#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <span>
#include <vector>

#include "train/records.h"

namespace perceptarium::ui {

enum class CurveAxis { Step, Epoch, Time };

/// One line: x rising.
struct CurveLine {
    std::vector<double> x;
    std::vector<float> y;
};

/// One run, growing at its end while training goes on.
class RunCurves {
public:
    void clear();
    void append(const std::vector<train::BatchRecord>& batches);
    void append(const std::vector<train::EpochRecord>& epochs);
    void append(const std::vector<train::Mark>& marks);
    /// Where no epoch has ended yet, the trainer knows how many batches one has; 0: unknown.
    void setBatchesPerEpoch(std::int64_t batches) { batchesPerEpoch_ = batches; }

    std::size_t size() const { return batches_.size(); }
    bool empty() const { return batches_.empty() && epochs_.empty(); }
    const std::vector<train::BatchRecord>& batches() const { return batches_; }
    const std::vector<train::EpochRecord>& epochs() const { return epochs_; }
    const std::vector<train::Mark>& marks() const { return marks_; }

    double batchesPerEpoch() const;
    /// After `step` batches. Seconds are looked up among the batches.
    double xOf(std::int64_t step, CurveAxis axis) const;
    /// Training, batch by batch ("loss" and "accuracy" have them; others none).
    const CurveLine& raw(const QString& metric, CurveAxis axis) const;
    /// The same, smoothed: an exponential mean with this weight of the past, corrected for its start (0 … 0.999).
    const CurveLine& smooth(const QString& metric, CurveAxis axis, double weight) const;
    /// Epoch by epoch.
    CurveLine epochLine(const QString& metric, CurveAxis axis, bool dev) const;

private:
    struct Cached {
        QString metric;
        CurveAxis axis = CurveAxis::Step;
        double weight = 0, past = 0, share = 0;  ///< smoothing goes on from here
        double perEpoch = 0;
        CurveLine line;
    };
    Cached& cached(const QString& metric, CurveAxis axis, double weight) const;
    void extend(Cached& cached) const;

    std::vector<train::BatchRecord> batches_;
    std::vector<train::EpochRecord> epochs_;
    std::vector<train::Mark> marks_;
    std::int64_t batchesPerEpoch_ = 0;
    mutable std::vector<Cached> cache_;
};

/// The least and the greatest point of each of `columns` equal parts of low … high (with one point beyond either end,
/// so that lines run to the edge): what a plot of that width would show of all points, and no more of them. Points that
/// are not finite are left out.
QList<QPointF> thinned(const CurveLine& line, double low, double high, int columns);

/// A range for the vertical axis that single outliers do not stretch: the 1st to the 99th percentile of what lies in
/// low … high, a little widened, always with all of `sure` in it.
struct CurveRange {
    double low = 0, high = 1;
};
CurveRange robustRange(std::span<const CurveLine* const> noisy, std::span<const CurveLine* const> sure, double low,
                       double high);

/// While a curve grows its axis moves in steps, so that labels can be read: `shown` as long as `needed` lies within and fills
/// most of it, otherwise `needed` with a little room at the ends where it went beyond. `shown` may be empty (high = low).
CurveRange steadyRange(const CurveRange& shown, const CurveRange& needed);

/// Round positions 1, 2, 5 · 10ⁿ between low and high, about `wanted` of them.
std::vector<double> roundTicks(double low, double high, int wanted);
/// For an axis that shows log₁₀: positions (already log₁₀) at 1, 2, 5 · 10ⁿ, fewer where there is no room.
std::vector<double> logTicks(double low, double high, int wanted);

/// Index of the point nearest to x; the line must not be empty.
std::size_t nearest(const CurveLine& line, double x);

}  // namespace perceptarium::ui
