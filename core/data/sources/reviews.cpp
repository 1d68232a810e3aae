// Reviews: a small set of texts to classify, written by a grammar from a seed.
#include "base/random.h"
#include "data/generators/review_grammar.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

struct ReviewsSettings : TextSettings {
    std::int64_t examples = 8000;
    std::int64_t seed = 1;
    ReviewsSettings() {
        words = 1000;
        length = 48;
    }
};

const std::vector<SettingOf<ReviewsSettings>>& members() {
    using S = ReviewsSettings;
    static const auto list = withTextSettings<S>({
        setting("examples", "Reviews", &S::examples, "How many reviews, half of them positive.", {10, 200000}, "texts"),
        setting("seed", "Seed", &S::seed, "The same seed gives the same reviews.", {0, 9e15}),
    });
    return list;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    Texts texts;
    texts.name = "Reviews";
    texts.classes = {"negative", "positive"};
    for (std::int64_t i = 0; i < settings.examples; ++i) {
        if (i % 512 == 0 && progress.cancelled()) return Progress::cancelledError();
        Random random(static_cast<std::uint64_t>(settings.seed), "review", {static_cast<std::uint64_t>(i)});
        texts.labels.push_back(static_cast<std::int32_t>(i % 2));
        texts.texts.push_back(writeReview(i % 2 == 1, random));
    }
    return makeTextDataset(std::move(texts), settings, progress);
}

const Registered<SourceSpec> reviews{{
    .id = "reviews",
    .order = 20,
    .title = "Reviews",
    .meaning = "Short film reviews, positive or negative, written by a small grammar with negations and concessions.",
    .builtIn = true,
    .settings = specsOf(members()),
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
