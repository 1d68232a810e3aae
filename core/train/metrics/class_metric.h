// What all metrics of classes share: they count answers class by class, and differ in the last line of arithmetic.
#pragma once

#include "train/metric.h"

namespace perceptarium::train {

/// The most probable class of row `row` of prediction [N, C]; the first of equals.
std::size_t answerOf(std::span<const float> prediction, std::size_t row, std::size_t classes);

/// Gathers the counts and gives `number` of them.
std::unique_ptr<MetricSum> makeClassMetric(const network::TargetInfo& target, const MetricOptions& options,
                                           std::function<double(const ClassCounts&, const MetricOptions&)> number);

/// How the numbers of the classes become one: "auto", "macro", "micro" or "weighted".
SettingOf<MetricOptions> averagingSetting();

/// A metric of one class from its counts, made into one number, as scikit-learn does: macro, the plain mean over the
/// classes, leaving out those that were neither asked for nor answered; weighted, by how often each was asked for;
/// micro, of all counts added up; auto, that of the second class of two (the "positive" one), else macro. A fraction
/// 0/0 of a class that does count is 0.
double overClasses(const ClassCounts& counts, const std::string& averaging,
                   double (*ofOne)(double right, double answered, double actual));

bool isClassTarget(const network::TargetInfo& target);

}  // namespace perceptarium::train
