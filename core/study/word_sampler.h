// Draws words in proportion to given weights, in constant time: the alias method (Walker 1977; Vose 1991).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"

namespace perceptarium::study {

class WordSampler {
public:
    /// Draws words[i] in proportion to weights[i]. Requires as many of both, at least one, all weights > 0 (CHECK).
    WordSampler(std::span<const std::int32_t> words, std::span<const double> weights);

    std::int32_t draw(Random& random) const {
        const std::uint64_t bits = random.bits();
        const Place& place = places_[((bits >> 32) * places_.size()) >> 32];
        return (bits & 0xffffffffu) < place.share ? place.own : place.other;
    }

private:
    struct Place {
        std::uint64_t share;  ///< of 2³² that fall on `own`
        std::int32_t own, other;
    };
    std::vector<Place> places_;
};

}  // namespace perceptarium::study
