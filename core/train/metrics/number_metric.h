// What metrics of numbers share.
#pragma once

#include "train/metric.h"

namespace perceptarium::train {

inline bool isNumberTarget(const network::TargetInfo& target) {
    return target.kind == network::TargetInfo::Kind::Number;
}

}  // namespace perceptarium::train
