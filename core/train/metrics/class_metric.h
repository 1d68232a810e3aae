// What all metrics of classes share: they count answers class by class, and differ in the last line of arithmetic.
#pragma once

#include "train/metric.h"

namespace perceptarium::train {

/// The most probable class of row `row` of prediction [N, C]; the first of equals.
std::size_t answerOf(std::span<const float> prediction, std::size_t row, std::size_t classes);

/// Gathers the counts and gives `number` of them.
std::unique_ptr<MetricSum> makeClassMetric(const network::TargetInfo& target,
                                           std::function<double(const ClassCounts&)> number);

/// A metric of one class from its counts, made into one number: for two classes that of the second (the "positive" one),
/// for more the plain mean over the classes (macro), leaving out those that were neither asked for nor answered.
/// A fraction 0/0 of a class that does count is 0, as in scikit-learn.
double overClasses(const ClassCounts& counts, double (*ofOne)(double right, double answered, double actual));

bool isClassTarget(const network::TargetInfo& target);

}  // namespace perceptarium::train
