// Loads, splits and normalizes: one call from settings to what training reads.
#include "data/prepare.h"

#include <cmath>
#include <filesystem>

namespace perceptarium::data {
namespace {

/// Loading reports 0 … 0.9, fitting the rest.
Progress partOf(const Progress& progress, double from, double to) {
    return {[report = progress.report, from, to](double fraction, std::string_view what) {
                report(from + (to - from) * fraction, what);
            },
            progress.stop};
}

Status checkShares(const SplitSettings& split) {
    for (const double share : {split.train, split.dev, split.test})
        if (!std::isfinite(share) || share < 0)
            return Error{"a share of the split is no share", "split", "numbers of 0 or more", std::to_string(share)};
    if (split.train <= 0)
        return Error{"the training part of the split would be empty", "split", "a share above 0", "0"};
    return {};
}

/// What every source from disk would say in its own words.
Status checkPath(const SourceSpec& source, const Settings& settings) {
    if (source.builtIn) return {};
    const auto path = settingOr<std::string>(settings, "path", {});
    if (path.empty()) return Error{"no file or folder is chosen", source.title, "a path", {}};
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return Error{"there is no such file or folder", path, {}, failure ? failure.message() : std::string{}};
    return {};
}

}  // namespace

std::string_view nameOf(Part part) { return part == Part::Train ? "train" : part == Part::Dev ? "dev" : "test"; }

const std::vector<std::int64_t>& Prepared::part(Part which) const {
    return which == Part::Train ? split.train : which == Part::Dev ? split.dev : split.test;
}

Status Prepared::read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const {
    PC_TRY(dataset->readNormalized(examples, normalization, x, y));
    targetScaling.standardize(y);
    return {};
}

std::vector<std::string> Prepared::notes() const {
    std::vector<std::string> all = dataset->info().notes;
    for (std::string& note : targetScaling.notes(dataset->info().targets)) all.push_back(std::move(note));
    return all;
}

std::vector<std::int64_t> countClasses(const Dataset& dataset, std::span<const std::int64_t> examples) {
    if (dataset.info().target != TargetKind::Class) return {};
    std::vector<std::int64_t> counts(dataset.info().classes.size());
    const auto labels = dataset.labels();
    for (const std::int64_t example : examples)
        if (const std::int32_t label = labels[static_cast<std::size_t>(example)]; label >= 0)
            ++counts[static_cast<std::size_t>(label)];
    return counts;
}

Result<PreparedPtr> prepare(const DataSettings& settings, const Progress& progress) {
    const SourceSpec* source = findSource(settings.source);
    if (!source) {
        std::string kinds;
        for (const SourceSpec* each : allSources()) kinds += (kinds.empty() ? "" : ", ") + each->id;
        return Error{"there is no such data source", "source", kinds, settings.source};
    }
    if (auto shares = checkShares(settings.split); !shares) return shares.error();
    auto complete = completeSettings(source->settings, settings.settings);
    if (!complete) return complete.error().at(source->title);
    if (auto path = checkPath(*source, *complete); !path) return path.error();
    auto dataset = source->load(*complete, partOf(progress, 0, 0.9));
    if (!dataset) return dataset.error();
    return prepare(*dataset, settings, partOf(progress, 0.9, 1));
}

Result<PreparedPtr> prepare(DatasetPtr dataset, const DataSettings& settings, const Progress& progress) {
    if (auto shares = checkShares(settings.split); !shares) return shares.error();
    if (dataset->info().size == 0)
        return Error{"the set is empty", dataset->info().name, "at least one example", "none"};
    auto prepared = std::make_shared<Prepared>();
    prepared->split = makeSplit(*dataset, settings.split);
    if (prepared->split.train.empty())
        return Error{"the training part is empty", dataset->info().name, "a larger share, or more examples",
                     std::to_string(dataset->info().size) + " examples in all"};
    if (auto own = dataset->fittedOn(prepared->split.train)) dataset = std::move(own);
    auto fitted = fitNormalization(*dataset, prepared->split.train, settings.normalization, progress);
    if (!fitted) return fitted.error();
    prepared->normalization = std::move(*fitted);
    prepared->targetScaling = PC_TRY(fitTargetScaling(*dataset, prepared->split.train, progress));
    prepared->classCounts = countClasses(*dataset, prepared->split.train);
    prepared->dataset = std::move(dataset);
    progress.report(1, "Ready");
    return PreparedPtr(std::move(prepared));
}

}  // namespace perceptarium::data
