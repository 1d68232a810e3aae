// Loss and metrics of a whole part of the data, in batches larger than those of training and without a tape.
#pragma once

#include <functional>
#include <stop_token>

#include "data/prepare.h"
#include "network/model.h"
#include "train/loss.h"
#include "train/metric.h"
#include "train/records.h"

namespace perceptarium::train {

struct Evaluation {
    network::Model& model;
    const Loss& loss;
    const data::Prepared& data;
    const network::TargetInfo& target;
    const std::vector<ChosenMetric>& metrics;
    std::int64_t trainingBatch = 1;
    const std::function<void()>& betweenBatches;  ///< may be empty
};

/// Batch norm and dropout in evaluation mode. The loss is of targets as training sees them; metrics are of the data's
/// own units. Errors: an empty part, data that cannot be read any more, cancelled.
Result<Metrics> evaluatePart(const Evaluation& how, data::Part part, std::stop_token stop);

}  // namespace perceptarium::train
