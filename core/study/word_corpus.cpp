#include "study/word_corpus.h"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "data/readers/words.h"

namespace perceptarium::study {

WordCorpus corpusOf(std::span<const Sentence> sentences, std::int64_t minimumCount) {
    // Ids in the order of first appearance; they are renumbered by frequency below.
    std::unordered_map<std::string_view, std::int32_t> idOf;
    std::vector<std::string_view> names;
    std::vector<std::int64_t> counts;
    std::vector<std::int32_t> all;
    for (const Sentence& sentence : sentences)
        for (const std::string_view word : sentence) {
            const auto [place, isNew] = idOf.try_emplace(word, static_cast<std::int32_t>(names.size()));
            if (isNew) {
                names.push_back(word);
                counts.push_back(0);
            }
            ++counts[static_cast<std::size_t>(place->second)];
            all.push_back(place->second);
        }
    std::vector<std::int32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
        return counts[i] != counts[j] ? counts[i] > counts[j] : names[i] < names[j];
    });

    WordCorpus corpus;
    corpus.wordsRead = static_cast<std::int64_t>(all.size());
    std::vector<std::int32_t> renumbered(names.size(), -1);
    for (const std::int32_t id : order) {
        const auto i = static_cast<std::size_t>(id);
        if (counts[i] < minimumCount) break;
        renumbered[i] = static_cast<std::int32_t>(corpus.vocabulary.size());
        corpus.vocabulary.emplace_back(names[i]);
        corpus.counts.push_back(counts[i]);
    }
    auto next = all.begin();
    for (const Sentence& sentence : sentences) {
        for (std::size_t k = 0; k < sentence.size(); ++k, ++next)
            if (const std::int32_t id = renumbered[static_cast<std::size_t>(*next)]; id >= 0)
                corpus.words.push_back(id);
        const auto end = static_cast<std::int64_t>(corpus.words.size());
        if (end > (corpus.ends.empty() ? 0 : corpus.ends.back())) corpus.ends.push_back(end);
    }
    return corpus;
}

WordCorpus corpusOfText(std::string_view text, std::int64_t minimumCount) {
    const std::string lower = data::lowerCase(text);
    std::vector<Sentence> sentences;
    for (const std::string_view line : data::splitLines(lower)) {
        Sentence sentence;
        for (const std::string_view word : data::splitWords(line)) {
            const auto first = static_cast<unsigned char>(word.front());
            if (first >= 0x80 || std::isalpha(first)) sentence.push_back(word);
        }
        sentences.push_back(std::move(sentence));
    }
    return corpusOf(sentences, minimumCount);
}

}  // namespace perceptarium::study
