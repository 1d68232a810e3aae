#include "data/adapt.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "data/fitted_table.h"

namespace perceptarium::data {
namespace {

constexpr std::int32_t kPadding = 0, kUnknown = 1;

/// Place of each name of `from` in `to`; −1 where it is not there.
std::vector<std::int64_t> placesByName(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    std::unordered_map<std::string, std::int64_t> places;
    for (std::size_t i = 0; i < to.size(); ++i) places.emplace(to[i], static_cast<std::int64_t>(i));
    std::vector<std::int64_t> result;
    for (const auto& name : from) {
        const auto found = places.find(name);
        result.push_back(found == places.end() ? -1 : found->second);
    }
    return result;
}

class Adapted : public Dataset {
public:
    Adapted(DatasetPtr base, const DatasetInfo& trained) : base_(std::move(base)) {
        info_ = base_->info();
        info_.input = trained.input;
        info_.classes = trained.classes;
        info_.features = trained.features;
        info_.vocabulary = trained.vocabulary;
    }

    Status mapClasses() {
        if (info_.target != TargetKind::Class) return {};
        const auto& own = base_->info().classes;
        const auto places = placesByName(own, info_.classes);
        for (const std::int32_t label : base_->labels()) {
            const auto place = label < 0 ? -1 : places[static_cast<std::size_t>(label)];
            if (place < 0 && label >= 0)  // one below 0 is missing, here and there
                return Error{"a class that the network does not know", info_.name,
                             fmt::format("one of {}", fmt::join(info_.classes, ", ")),
                             own[static_cast<std::size_t>(label)]};
            labels_.push_back(static_cast<std::int32_t>(place));
        }
        return {};
    }

    Status mapFeatures() {
        if (info_.form != InputForm::Row && info_.form != InputForm::Point) return {};
        features_ = placesByName(info_.features, base_->info().features);
        for (std::size_t i = 0; i < features_.size(); ++i)
            if (features_[i] < 0 && info_.features[i].find('=') == std::string::npos)
                return Error{"a column is missing", info_.name, fmt::format("\"{}\"", info_.features[i]),
                             fmt::format("columns {}", fmt::join(base_->info().features, ", "))};
        return {};
    }

    void mapWords() {
        if (info_.form != InputForm::Text) return;
        for (const auto place : placesByName(base_->info().vocabulary, info_.vocabulary))
            words_.push_back(place < 0 ? kUnknown : static_cast<std::int32_t>(place));
        if (!words_.empty()) words_[0] = kPadding;
    }

    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override {
        Tensor raw;
        PC_TRY(base_->read(examples, raw, y));
        if (!words_.empty())
            x = translated(raw);
        else if (!features_.empty())
            x = reordered(raw);
        else
            x = raw;
        if (!labels_.empty())
            for (std::size_t i = 0; i < examples.size(); ++i)
                y.data<std::int32_t>()[i] = labels_[static_cast<std::size_t>(examples[i])];
        return {};
    }
    std::span<const std::int32_t> labels() const override { return labels_; }
    std::string caption(std::int64_t example) const override { return base_->caption(example); }
    std::uint64_t contentHash() const override { return base_->contentHash(); }

private:
    /// ids [N, T] → [N, T of the trained set]
    Tensor translated(const Tensor& raw) const {
        const std::int64_t n = raw.shape()[0], from = raw.shape()[1], to = info_.input.shape[0];
        Tensor ids = Tensor::zeros(info_.input.shape.withBatch(n), DType::I32);
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t t = 0; t < std::min(from, to); ++t)
                ids.data<std::int32_t>()[i * to + t] =
                    words_[static_cast<std::size_t>(raw.data<std::int32_t>()[i * from + t])];
        return ids;
    }
    /// [N, own features] → [N, trained features]
    Tensor reordered(const Tensor& raw) const {
        const std::int64_t n = raw.shape()[0], from = raw.shape()[1], to = info_.input.shape[0];
        Tensor rows = Tensor::zeros(info_.input.shape.withBatch(n));
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t d = 0; d < to; ++d)
                if (const auto place = features_[static_cast<std::size_t>(d)]; place >= 0)
                    rows.data<float>()[i * to + d] = raw.data<float>()[i * from + place];
        return rows;
    }

    DatasetPtr base_;
    std::vector<std::int32_t> labels_, words_;
    std::vector<std::int64_t> features_;
};

bool sameTerms(const DatasetInfo& a, const DatasetInfo& b) {
    return a.input == b.input && a.target == b.target && a.classes == b.classes && a.features == b.features &&
           a.fills == b.fills && a.vocabulary == b.vocabulary;
}

enum class Role { Unused, Number, Category };

/// Column `name` in training, by the features that were made of it.
Role roleOf(const std::string& name, const DatasetInfo& trained) {
    if (name == trained.targetColumn) return trained.target == TargetKind::Number ? Role::Number : Role::Category;
    Role role = Role::Unused;
    for (const std::string& feature : trained.features) {
        if (feature == name) return Role::Number;
        const bool ofIt = feature.size() > name.size() && feature.starts_with(name) && feature[name.size()] == '=';
        if (ofIt && std::string_view(feature).substr(name.size() + 1) != kKnown) role = Role::Category;
    }
    return role;
}

}  // namespace

std::string columnKinds(const DatasetInfo& trained) {
    std::string text;
    for (const std::string& name : trained.columns) {
        const Role role = roleOf(name, trained);
        if (role == Role::Unused || name.find('"') != std::string::npos) continue;
        text +=
            fmt::format("{}\"{}\":{}", text.empty() ? "" : ", ", name, role == Role::Number ? "number" : "category");
    }
    return text;
}

Result<DatasetPtr> adapt(DatasetPtr dataset, const DatasetInfo& trained) {
    const DatasetInfo& own = dataset->info();
    if (sameTerms(own, trained)) return dataset;
    const bool bothNumbers = own.form != InputForm::Picture && own.form != InputForm::Text &&
                             trained.form != InputForm::Picture && trained.form != InputForm::Text;
    if (own.form != trained.form && !bothNumbers)
        return Error{"the data are of another kind than those the network was trained on", own.name, trained.name, {}};
    if (own.form == InputForm::Picture && own.input.shape != trained.input.shape)
        return Error{"the pictures have another size", own.name, trained.input.shape.text(), own.input.shape.text()};
    if (own.target != trained.target ||
        (own.target == TargetKind::Number && own.targets.size() != trained.targets.size()))
        return Error{
            "the data ask for something else than the network gives", own.name,
            trained.target == TargetKind::Class ? "classes" : fmt::format("{} numbers", trained.targets.size()),
            own.target == TargetKind::Class ? "classes" : fmt::format("{} numbers", own.targets.size())};
    if (DatasetPtr same = PC_TRY(dataset->inTermsOf(trained))) dataset = std::move(same);
    auto adapted = std::make_shared<Adapted>(std::move(dataset), trained);
    PC_TRY(adapted->mapClasses());
    PC_TRY(adapted->mapFeatures());
    adapted->mapWords();
    return std::static_pointer_cast<const Dataset>(adapted);
}

}  // namespace perceptarium::data
