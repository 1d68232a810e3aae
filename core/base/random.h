// Random numbers come from named streams of one seed. A stream is addressed by (seed, name, counters), so that a place in
// training (epoch, step) is all there is to save: nothing drifts, and a resumed run draws what the first would have drawn.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace perceptarium {

/// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64 over a hash of seed, name and counters.
/// The same on every machine: no std:: distribution is used.
class Random {
public:
    Random(std::uint64_t seed, std::string_view stream, std::initializer_list<std::uint64_t> counters = {});

    std::uint64_t bits();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in [0, n), unbiased. Requires n > 0.
    std::uint64_t below(std::uint64_t n);
    /// Standard normal (polar Box-Muller, one value a call pair).
    double normal();
    void shuffle(std::span<std::int64_t> values);
    /// 0 … n−1 in random order.
    std::vector<std::int64_t> permutation(std::int64_t n);

private:
    std::array<std::uint64_t, 4> state_{};
    double spare_ = 0;
    bool hasSpare_ = false;
};

}  // namespace perceptarium
