// From settings to what training reads: the set, its split, and the normalization fitted on the training part only.
#pragma once

#include <cstdint>
#include <string>

#include "data/dataset.h"
#include "data/target_scaling.h"

namespace perceptarium::data {

struct SplitSettings {
    bool asGiven = true;  ///< use the set's own parts where it has them (a missing dev part is taken from train)
    double train = 0.8, dev = 0.1, test = 0.1;  ///< shares; normalized to sum 1
    bool stratified = true;
    std::uint64_t seed = 1;
    bool operator==(const SplitSettings&) const = default;
};

/// "none"; "scale": pictures to 0…1 (divide by 255); "standardize": mean 0 and variance 1, per channel for pictures and
/// per feature for rows (course §5.1).
struct DataSettings {
    std::string source = "digits";
    Settings settings;
    SplitSettings split;
    std::string normalization = "standardize";
    bool operator==(const DataSettings&) const = default;
};

/// Disjoint, complete over the set.
struct Split {
    std::vector<std::int64_t> train, dev, test;
};
enum class Part { Train, Dev, Test };
std::string_view nameOf(Part part);

/// x_normalized = (x − shift) · scale, by the last axis. Word ids are never normalized (both tensors undefined).
struct Normalization {
    Tensor shift, scale;  ///< [C] f32: channels of pictures, features of rows
    bool identity() const { return !shift.defined(); }
    /// In place; x [N, …, C] f32.
    void apply(Tensor& x) const;
};

struct Prepared {
    DatasetPtr dataset;
    Split split;
    Normalization normalization;
    TargetScaling targetScaling;
    std::vector<std::int64_t> classCounts;  ///< [classes] in the training part; empty where there are none
    const std::vector<std::int64_t>& part(Part part) const;
    /// Normalized inputs, and targets as training sees them: numbers standardized where the set asks for it.
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const;
    /// What a user should know: the set's own notes, and what was done to its targets.
    std::vector<std::string> notes() const;
};
using PreparedPtr = std::shared_ptr<const Prepared>;

/// Loads, splits, fits. Long: call off the UI thread.
Result<PreparedPtr> prepare(const DataSettings& settings, const Progress& progress);
/// The same with a set that is loaded already (split or normalization changed).
Result<PreparedPtr> prepare(DatasetPtr dataset, const DataSettings& settings, const Progress& progress);

/// How often each class is asked for among these examples; missing labels are not counted. Empty for numbers.
std::vector<std::int64_t> countClasses(const Dataset& dataset, std::span<const std::int64_t> examples);

Split makeSplit(const Dataset& dataset, const SplitSettings& settings);
/// Fitted on `train` only; on at most 20,000 of them, drawn from the set's own hash, when pictures stream from disk.
Result<Normalization> fitNormalization(const Dataset& dataset, const std::vector<std::int64_t>& train,
                                       const std::string& kind, const Progress& progress);

}  // namespace perceptarium::data
