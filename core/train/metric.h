// A metric is declared once: a number that people read, computed over a whole set from predictions and targets.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/registry.h"
#include "base/settings.h"
#include "network/infer_shapes.h"
#include "tensor/tensor.h"
#include "train/records.h"

namespace perceptarium::train {

/// Class by class: how often it was asked for, answered, and answered rightly. Examples without a label are not
/// counted.
struct ClassCounts {
    explicit ClassCounts(std::size_t classes = 0) : actual(classes), answered(classes), right(classes) {}
    void add(std::size_t label, std::size_t answer) {
        ++actual[label];
        ++answered[answer];
        if (label == answer) ++right[label];
    }
    std::vector<std::int64_t> actual, answered, right;
};

/// What a user can set of metrics; each metric declares those that it reads.
struct MetricOptions {
    std::int64_t topK = 5;
    std::string averaging = "auto";
    bool operator==(const MetricOptions&) const = default;
};

/// Gathers over batches.
class MetricSum {
public:
    virtual ~MetricSum() = default;
    /// prediction [N, classes] or [N, K] as LossSpec::prediction gives it, in the data's own units; target as
    /// data::Batch::y in the same. Labels of −1 are missing and not counted.
    virtual void add(const Tensor& prediction, const Tensor& target) = 0;
    /// NaN when nothing was added.
    virtual double value() const = 0;
    /// All that was gathered as plain numbers, and back: so that an unfinished epoch can be saved.
    virtual std::vector<double> sums() const = 0;
    /// False, and nothing changed: these are no sums of this metric.
    [[nodiscard]] virtual bool setSums(std::span<const double> sums) = 0;
};

struct MetricSpec {
    std::string id;  ///< the key in records and JSON: "accuracy", "f1", "mae", …; for ever
    int order = 0;
    std::string title, meaning, formula;
    bool higherIsBetter = true;
    bool fraction = true;  ///< 0…1, read as a percentage; false: in units of its own
    bool cheap = false;    ///< costs next to nothing, even with every batch of a tiny net; those from counts always do
    std::vector<SettingOf<MetricOptions>> settings;
    std::function<bool(const network::TargetInfo&)> applies;
    /// Does it say anything there? "auto" leaves it out where not; empty: always.
    std::function<bool(const network::TargetInfo&, const MetricOptions&)> worthwhile;
    std::function<std::unique_ptr<MetricSum>(const network::TargetInfo&, const MetricOptions&)> make;
    /// The same from counts, for metrics of classes; empty for others. NaN when nothing was counted.
    std::function<double(const ClassCounts&, const MetricOptions&)> fromCounts;
};
const MetricSpec* findMetric(std::string_view id);
const std::vector<const MetricSpec*>& allMetrics();
/// The settings of all metrics, each once, in their order.
std::vector<SettingOf<MetricOptions>> metricSettings();
/// The one that people compare by where there is room for one: the first, in order, that was measured; nullptr: none.
const MetricSpec* headline(const Metrics& metrics);
/// "97.52 %" or "4.567e+04". "–" when it is not finite.
std::string textOf(const MetricSpec& metric, double value);

/// What a run measures.
struct ChosenMetric {
    const MetricSpec* spec = nullptr;
    MetricOptions options;
    /// Of the training part, too? Those from counts cost nothing; the others are measured there only when they were
    /// asked for by name.
    bool whileTraining = false;
};
/// `chosen`: "auto", all that apply and say something; or ids with commas between them, of which those that do not
/// apply to this target are left out. Error: there is no such metric.
Result<std::vector<ChosenMetric>> chooseMetrics(const std::string& chosen, const MetricOptions& options,
                                                const network::TargetInfo& target);

}  // namespace perceptarium::train
