// The training part's metrics, gathered batch by batch while the epoch runs. Cheap enough for nets of a few neurons:
// the answers are read off the outputs and counted once; all metrics of classes follow from the counts at the epoch's
// end.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "data/target_scaling.h"
#include "train/loss.h"
#include "train/metric.h"
#include "train/records.h"

namespace perceptarium::train {

class RunningMetrics {
public:
    RunningMetrics() = default;
    /// `scaling`: how targets were standardized; all metrics but the loss are of the data's own units.
    RunningMetrics(const LossSpec& loss, network::TargetInfo target, std::vector<ChosenMetric> metrics,
                   data::TargetScaling scaling = {});

    /// output [N, K] as the loss reads it; target as data::Batch::y; weight: how much the batch's loss counts. Returns
    /// the batch's accuracy; NaN for numbers. With one logit a class is told by its sign, with several by the largest.
    double add(double loss, double weight, const Tensor& output, const Tensor& target, double seconds);

    Metrics means() const;  ///< "loss" and every metric that is measured while training runs
    double examples() const { return examples_; }
    double seconds() const { return seconds_; }
    void clear();

    /// As plain numbers ("loss", "lossWeight", "examples", "right/3", "mae/0"), and back.
    std::map<std::string, double> sums() const;
    void setSums(const std::map<std::string, double>& sums);

private:
    double countAnswers(const Tensor& output, const Tensor& target);
    struct Other {
        const ChosenMetric* metric;
        std::unique_ptr<MetricSum> sum;
    };
    const LossSpec* loss_ = nullptr;
    network::TargetInfo target_;
    data::TargetScaling scaling_;
    std::shared_ptr<const std::vector<ChosenMetric>> metrics_;
    double lossSum_ = 0, lossWeight_ = 0, examples_ = 0, seconds_ = 0;
    ClassCounts counts_;
    std::vector<Other> others_;  ///< metrics that need more than counts
};

}  // namespace perceptarium::train
