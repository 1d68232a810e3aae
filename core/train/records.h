// What a run leaves behind, in plain values: every batch, every epoch, every mark.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace perceptarium::train {

using Metrics = std::map<std::string, double>;  ///< "loss" and the ids of the metrics; accuracies as fractions

struct BatchRecord {
    std::int64_t step = 0;   ///< 0, 1, … over the whole run
    std::int64_t epoch = 0;  ///< 0-based
    double loss = 0;
    double accuracy = 0;     ///< of this batch; NaN where accuracy does not apply
    double gradientNorm = 0;
    double seconds = 0;      ///< wall time since the run began, pauses not counted
};

struct EpochRecord {
    std::int64_t epoch = 0;  ///< 1-based, as people count
    std::int64_t step = 0;   ///< batches done when it ended
    double seconds = 0;      ///< wall time of the run so far
    double samplesPerSecond = 0;
    Metrics train;                     ///< running means over the epoch's batches
    std::optional<Metrics> dev, test;  ///< where the set exists; test only after the last epoch unless asked for
};

/// A change while it ran ("learning rate 0.001 → 0.0003"), drawn on the curves.
struct Mark {
    std::int64_t step = 0;
    std::string what;
};

/// Why it is not running any more (CONVENTIONS §6).
enum class StopReason { None, EpochsDone, Patience, User, NonFinite, Failed };
std::string_view textOf(StopReason reason);

}  // namespace perceptarium::train
