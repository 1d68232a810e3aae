#include "data/text_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "data/hash.h"
#include "data/limits.h"
#include "data/readers/words.h"

namespace perceptarium::data {
namespace {

constexpr std::int32_t kPadding = 0, kUnknown = 1, kFirstWord = 2;

/// All texts with every word as a number, whatever the vocabulary; shared by the sets fitted on different parts.
struct Corpus {
    Texts texts;
    TextSettings settings;
    std::vector<std::string> lexicon;       ///< every word that occurs
    std::vector<std::uint32_t> words;       ///< numbers in `lexicon`, text after text, each cut to the length limit
    std::vector<std::size_t> begins = {0};  ///< of each text in `words`, and the end of the last
    std::int64_t longer = 0;                ///< texts that were cut
};

class TextDataset : public MemoryDataset {
public:
    TextDataset(std::shared_ptr<const Corpus> corpus, DatasetInfo info, Tensor x, Tensor y)
        : MemoryDataset(std::move(info), std::move(x), std::move(y)), corpus_(std::move(corpus)) {}
    std::string caption(std::int64_t example) const override {
        CHECK(example >= 0 && example < info_.size, "no such example");
        return corpus_->texts.texts[static_cast<std::size_t>(example)];
    }
    std::uint64_t contentHash() const override {
        Hash hash;
        hash.number(MemoryDataset::contentHash());
        for (const auto& word : info_.vocabulary) hash.text(word);
        return hash.value();
    }
    DatasetPtr fittedOn(std::span<const std::int64_t> train) const override { return fit(corpus_, train); }

    static DatasetPtr fit(const std::shared_ptr<const Corpus>& corpus, std::span<const std::int64_t> train);

private:
    std::shared_ptr<const Corpus> corpus_;
};

/// The most frequent words of `train`; equally frequent ones by the alphabet, so that the ids never depend on order.
std::vector<std::uint32_t> mostFrequent(const Corpus& corpus, std::span<const std::int64_t> train) {
    std::vector<std::int64_t> counts(corpus.lexicon.size());
    for (const std::int64_t text : train)
        for (auto i = corpus.begins[static_cast<std::size_t>(text)];
             i < corpus.begins[static_cast<std::size_t>(text) + 1]; ++i)
            ++counts[corpus.words[i]];
    std::vector<std::uint32_t> kept;
    for (std::uint32_t word = 0; word < counts.size(); ++word)
        if (counts[word] > 0) kept.push_back(word);
    std::sort(kept.begin(), kept.end(), [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : corpus.lexicon[a] < corpus.lexicon[b];
    });
    kept.resize(
        std::min(kept.size(), static_cast<std::size_t>(std::max<std::int64_t>(corpus.settings.words - kFirstWord, 0))));
    return kept;
}

DatasetPtr TextDataset::fit(const std::shared_ptr<const Corpus>& corpus, std::span<const std::int64_t> train) {
    const Texts& texts = corpus->texts;
    DatasetInfo info;
    info.name = texts.name;
    info.form = InputForm::Text;
    info.classes = texts.classes;
    info.given = texts.given;
    info.notes = texts.notes;
    info.vocabulary = {"", "(unknown)"};
    std::vector<std::int32_t> idOf(corpus->lexicon.size(), kUnknown);
    for (const std::uint32_t word : mostFrequent(*corpus, train)) {
        idOf[word] = static_cast<std::int32_t>(info.vocabulary.size());
        info.vocabulary.push_back(corpus->lexicon[word]);
    }
    const std::int64_t length = corpus->settings.length, count = static_cast<std::int64_t>(texts.texts.size());
    Tensor x = Tensor::zeros({count, length}, DType::I32);  // kPadding
    static_assert(kPadding == 0);
    std::int64_t unknown = 0;
    for (std::int64_t text = 0; text < count; ++text) {
        const std::size_t begin = corpus->begins[static_cast<std::size_t>(text)],
                          end = corpus->begins[static_cast<std::size_t>(text) + 1];
        std::int32_t* row = x.data<std::int32_t>() + text * length;
        for (std::size_t i = begin; i < end; ++i) {
            row[i - begin] = idOf[corpus->words[i]];
            unknown += row[i - begin] == kUnknown;
        }
    }
    info.notes.push_back(fmt::format(
        "{} of the {} different words have an id of their own; {:.1f} % of all words are unknown",
        info.vocabulary.size() - kFirstWord, corpus->lexicon.size(),
        100.0 * static_cast<double>(unknown) / static_cast<double>(std::max<std::size_t>(corpus->words.size(), 1))));
    if (corpus->longer > 0)
        info.notes.push_back(fmt::format("{} texts longer than {} words were cut", corpus->longer, length));
    Tensor y = Tensor::of<std::int32_t>({count}, texts.labels);
    return std::make_shared<TextDataset>(corpus, std::move(info), std::move(x), std::move(y));
}

}  // namespace

Result<DatasetPtr> makeTextDataset(Texts texts, const TextSettings& settings, const Progress& progress) {
    const auto count = static_cast<std::int64_t>(texts.texts.size());
    if (count == 0) return Error{"there are no texts", texts.name, "at least two", "none"};
    if (count > limits::kTexts || static_cast<std::uint64_t>(count * settings.length) * 4 > limits::setBytes())
        return Error{
            "there are more texts than are read", texts.name,
            fmt::format("at most {} texts, and {} MiB of word ids", limits::kTexts, limits::setBytes() / limits::kMiB),
            fmt::format("{} texts of up to {} words", count, settings.length)};
    if (texts.classes.size() < 2)
        return Error{"there is only one class, so there is nothing to tell apart", texts.name, "two classes or more",
                     texts.classes.empty() ? "none" : texts.classes[0]};
    auto corpus = std::make_shared<Corpus>();
    corpus->settings = settings;
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (std::int64_t i = 0; i < count; ++i) {
        if (i % 64 == 0) {
            if (progress.cancelled()) return Progress::cancelledError();
            progress.report(static_cast<double>(i) / static_cast<double>(count), "Counting words");
        }
        const std::string& text = texts.texts[static_cast<std::size_t>(i)];
        const std::string lower = settings.lowercase ? lowerCase(text) : text;
        auto words = splitWords(lower);
        if (static_cast<std::int64_t>(words.size()) > settings.length) {
            words.resize(static_cast<std::size_t>(settings.length));
            ++corpus->longer;
        }
        for (const std::string_view word : words) {
            const auto [at, isNew] =
                numbers.try_emplace(std::string(word), static_cast<std::uint32_t>(corpus->lexicon.size()));
            if (isNew) corpus->lexicon.emplace_back(word);
            corpus->words.push_back(at->second);
        }
        corpus->begins.push_back(corpus->words.size());
    }
    corpus->texts = std::move(texts);
    std::vector<std::int64_t> train = corpus->texts.given.train;
    if (train.empty())
        for (std::int64_t i = 0; i < count; ++i) train.push_back(i);
    return TextDataset::fit(corpus, train);
}

WordIds::WordIds(const std::vector<std::string>& vocabulary) {
    for (std::size_t id = kFirstWord; id < vocabulary.size(); ++id)
        ids_.emplace(vocabulary[id], static_cast<std::int32_t>(id));
}

std::vector<std::int32_t> WordIds::of(std::string_view text, std::int64_t length, bool lowercase) const {
    const std::string lower = lowercase ? lowerCase(text) : std::string(text);
    std::vector<std::int32_t> row(static_cast<std::size_t>(length), kPadding);
    std::size_t at = 0;
    for (const std::string_view word : splitWords(lower)) {
        if (at == row.size()) break;
        const auto found = ids_.find(word);
        row[at++] = found == ids_.end() ? kUnknown : found->second;
    }
    return row;
}

}  // namespace perceptarium::data
