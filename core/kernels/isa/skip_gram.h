// Skip-gram with negative sampling: many small steps, each on a handful of rows of two large tables.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// A word sees at most so many targets at once.
constexpr std::int64_t kMostTargets = 32;

/// For each pair in turn, with u = inputs[word] and v_k = outputs[target k] (Mikolov et al. 2013, eq. 4):
///   e_k = label_k − σ(u · v_k), label 1 for the first target (the word that was seen), 0 for the others (drawn words);
///   u += rate Σ_k e_k v_k and v_k += rate e_k u, all with the values before. Drawn words that are the seen one do
///   nothing.
template <class T>
struct SkipGram {
    T* inputs = nullptr;   ///< [words, stride]
    T* outputs = nullptr;  ///< [words, stride]
    /// Numbers of a row: a whole number of 64 bytes. What lies beyond the dimensions is 0 and stays so.
    std::int64_t stride = 0;
    const std::int32_t* words = nullptr;         ///< [pairs], those whose input rows learn
    const std::int32_t* targets = nullptr;       ///< [pairs, targetsPerPair]
    std::int64_t pairs = 0, targetsPerPair = 0;  ///< at most kMostTargets
    T rate = 0;
};

}  // namespace perceptarium::kernels
