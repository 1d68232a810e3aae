#include "base/random.h"

#include <bit>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace perceptarium {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream, std::initializer_list<std::uint64_t> counters) {
    std::uint64_t hash = 0xcbf29ce484222325ull;  // FNV-1a over the name, then mixed with seed and counters
    for (const unsigned char c : stream) hash = (hash ^ c) * 0x100000001b3ull;
    std::uint64_t mix = seed;
    hash ^= splitmix(mix);
    for (const std::uint64_t counter : counters) {
        std::uint64_t next = hash + counter;
        hash = splitmix(next) ^ std::rotl(hash, 23);
    }
    for (auto& word : state_) word = splitmix(hash);
}

std::uint64_t Random::bits() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

std::uint64_t Random::below(std::uint64_t n) {
    CHECK(n > 0, "a range of nothing");
    const std::uint64_t limit = n * (~std::uint64_t{0} / n);
    std::uint64_t value = bits();
    while (value >= limit) value = bits();
    return value % n;
}

double Random::normal() {
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double u = 0, v = 0, s = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    spare_ = v * factor;
    hasSpare_ = true;
    return u * factor;
}

void Random::shuffle(std::span<std::int64_t> values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
}

std::vector<std::int64_t> Random::permutation(std::int64_t n) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), 0);
    shuffle(order);
    return order;
}

}  // namespace perceptarium
