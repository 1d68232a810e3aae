// Text as word ids: the vocabulary of its words that occur often enough, and its sentences without the others.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace perceptarium::study {

using Sentence = std::vector<std::string_view>;

struct WordCorpus {
    std::vector<std::string> vocabulary;  ///< the commonest first; ties in alphabetical order
    std::vector<std::int64_t> counts;     ///< how often each occurs
    std::vector<std::int32_t> words;      ///< ids of all sentences, one after another
    std::vector<std::int64_t> ends;       ///< where in `words` each sentence ends; none is empty
    std::int64_t wordsRead = 0;           ///< those that are too rare included
};

/// Words that occur fewer than `minimumCount` times are left out, as if they had not been written.
WordCorpus corpusOf(std::span<const Sentence> sentences, std::int64_t minimumCount = 5);
/// A line is a sentence; words in lower case, without punctuation and numbers.
WordCorpus corpusOfText(std::string_view text, std::int64_t minimumCount = 5);

}  // namespace perceptarium::study
