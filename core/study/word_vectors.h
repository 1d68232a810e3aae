// Word vectors by skip-gram with negative sampling: a word's vector learns to tell the words that occur near it from
// words drawn at random (Mikolov et al. 2013, "Distributed representations of words and phrases and their
// compositionality").
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "study/word_corpus.h"
#include "tensor/tensor.h"

namespace perceptarium::study {

struct WordVectorSettings {
    std::int64_t dimensions = 100;
    std::int64_t window = 5;     ///< words to each side at most; each place draws 1 … window
    std::int64_t negatives = 5;  ///< drawn words for each that was seen
    std::int64_t epochs = 5;
    double learningRate = 0.025, lastLearningRate = 1e-4;  ///< falls evenly, by words
    /// Words with a share f of the text above this are left out with probability 1 − √(t/f) − t/f; 0: none.
    double sampling = 1e-3;
    double negativePower = 0.75;  ///< words are drawn in proportion to count^this
    std::uint64_t seed = 1;
};

/// Trains some words at a time, so that a picture can follow. Same seed and thread count, same vectors, bit for bit:
/// words are dealt into as many classes as there are threads, and each thread works on pairs whose two words belong to
/// classes that no other thread touches meanwhile; drawn words come from the class of the word that was seen. With one
/// thread there is one class, and the order is that of the text.
class WordVectors {
public:
    /// Requires 1 ≤ negatives ≤ 31 and a vocabulary that is not empty (CHECK). Keeps a reference to the corpus.
    WordVectors(const WordCorpus& corpus, const WordVectorSettings& settings);
    ~WordVectors();

    /// Goes on for at least so many words of the text (a few thousand more), or to the end.
    void run(std::int64_t words);
    bool finished() const;
    /// 0 … 1
    double progress() const;
    double learningRate() const;
    std::int64_t epoch() const;

    /// [V, dimensions], a row a word, in the order of the vocabulary.
    Tensor vectors() const;
    /// Those of words as neighbours, [V, dimensions].
    Tensor neighbourVectors() const;
    /// Mean loss −log σ(u·v) − Σ log σ(−u·v') over up to `pairs` pairs of the text, spread evenly.
    double loss(std::int64_t pairs = 1000) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace perceptarium::study
