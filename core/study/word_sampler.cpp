#include "study/word_sampler.h"

#include <cmath>
#include <numeric>

#include "base/check.h"

namespace perceptarium::study {

WordSampler::WordSampler(std::span<const std::int32_t> words, std::span<const double> weights) {
    CHECK(!words.empty() && words.size() == weights.size(), "a sampler of words needs words and their weights");
    double total = 0;
    for (const double weight : weights) {
        CHECK(weight > 0, "a weight of a word is above 0");
        total += weight;
    }
    // Each place has room for 1/n of everything. What a word has too much fills up a place that has too little.
    std::vector<double> share(weights.size());
    std::vector<std::size_t> small, large;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        share[i] = weights[i] / total * static_cast<double>(weights.size());
        (share[i] < 1 ? small : large).push_back(i);
        places_.push_back({std::uint64_t{1} << 32, words[i], words[i]});
    }
    while (!small.empty() && !large.empty()) {
        const std::size_t little = small.back(), much = large.back();
        small.pop_back();
        places_[little].share = static_cast<std::uint64_t>(std::llround(share[little] * 4294967296.0));
        places_[little].other = words[much];
        share[much] -= 1 - share[little];
        if (share[much] < 1) {
            large.pop_back();
            small.push_back(much);
        }
    }
}

}  // namespace perceptarium::study
