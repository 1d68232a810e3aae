#include "train/losses/label_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace perceptarium::train {
namespace {

template <class S>
SettingOf<S> smoothingSetting() {
    return setting(
        "smoothing", "Label smoothing ε", static_cast<double S::*>(&S::smoothing),
        "Spreads this share of every label evenly over the classes, so that the network never becomes too sure; 0.1 "
        "is usual.",
        {0, 0.99});
}

/// "0.5, 2": plain numbers, whatever the system's language.
Result<std::vector<double>> parseWeights(const std::string& text) {
    std::vector<double> weights;
    const char *at = text.data(), *end = text.data() + text.size();
    const auto skip = [&] {
        while (at != end && (*at == ' ' || *at == '\t')) ++at;
    };
    for (skip(); at != end; skip()) {
        double weight = 0;
        const auto [next, failure] = std::from_chars(at, end, weight);
        if (failure != std::errc{} || !std::isfinite(weight) || weight < 0)
            return Error{"this is no list of weights", "weights", "numbers of 0 or more, such as 1, 2.5",
                         std::string(at, end)};
        weights.push_back(weight);
        at = next;
        skip();
        if (at != end && *at == ',') ++at;
    }
    return weights;
}

std::vector<double> balanced(const LossData& data) {
    std::vector<double> weights(data.target.classes.size(), 1.0);
    const auto& counts = data.classCounts;
    const auto all = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
    const auto occur =
        static_cast<double>(counts.size()) - static_cast<double>(std::count(counts.begin(), counts.end(), 0));
    for (std::size_t c = 0; c < counts.size() && c < weights.size(); ++c)
        if (counts[c] > 0) weights[c] = all / (occur * static_cast<double>(counts[c]));
    return weights;
}

Result<std::vector<double>> given(const LabelSettings& settings, const LossData& data) {
    const std::vector<double> weights = PC_TRY(parseWeights(settings.weights));
    std::string names;
    for (std::size_t c = 0; c < std::min<std::size_t>(data.target.classes.size(), 12); ++c)
        names += (c ? ", " : "") + data.target.classes[c];
    if (data.target.classes.size() > 12) names += ", …";
    if (weights.size() != data.target.classes.size())
        return Error{"there must be one weight for each class", "weights",
                     std::to_string(data.target.classes.size()) + " numbers, for “" + names + "”",
                     std::to_string(weights.size())};
    if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 0; }))
        return Error{"no class would count", "weights", "a weight above 0", settings.weights};
    return weights;
}

}  // namespace

const std::vector<SettingOf<SmoothingSettings>>& smoothingMembers() {
    static const std::vector<SettingOf<SmoothingSettings>> all{smoothingSetting<SmoothingSettings>()};
    return all;
}

const std::vector<SettingOf<LabelSettings>>& labelMembers() {
    static const std::vector<SettingOf<LabelSettings>> all{
        smoothingSetting<LabelSettings>(),
        setting("classWeights", "Class weights", &LabelSettings::classWeights,
                "Balanced makes rare classes count as much as frequent ones, by their shares of the training part; "
                "given takes "
                "the list below.",
                {"none", "balanced", "given"}),
        setting(
            "weights", "Given weights", &LabelSettings::weights,
            "How much each class counts when class weights are given: one number a class, in their order, as 1, 2.5."),
    };
    return all;
}

Result<autograd::LabelTreatment> treatmentOf(const LabelSettings& settings, const LossData& data) {
    autograd::LabelTreatment treatment;
    treatment.smoothing = settings.smoothing;
    if (settings.classWeights == "balanced") treatment.weights = balanced(data);
    if (settings.classWeights == "given") treatment.weights = PC_TRY(given(settings, data));
    return treatment;
}

double weightOf(const autograd::LabelTreatment& treatment, const Tensor& labels) {
    double all = 0;
    for (const std::int32_t label : labels.values<std::int32_t>())
        if (label != autograd::kMissingLabel)
            all += treatment.weights.empty() ? 1.0 : treatment.weights[static_cast<std::size_t>(label)];
    return all;
}

}  // namespace perceptarium::train
