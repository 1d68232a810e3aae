#include "base/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>

namespace perceptarium {
namespace {

/// Damerau 1964: the fewest letters to put in, take out, change, or swap with the next.
std::size_t editDistance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1), before(row), earlier(row);
    std::iota(row.begin(), row.end(), std::size_t{0});
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    const auto same = [&](std::size_t i, std::size_t j) { return lower(a[i - 1]) == lower(b[j - 1]); };
    for (std::size_t i = 1; i <= a.size(); ++i) {
        earlier = std::exchange(before, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (same(i, j) ? 0 : 1)});
            if (i > 1 && j > 1 && same(i, j - 1) && same(i - 1, j)) row[j] = std::min(row[j], earlier[j - 2] + 1);
        }
    }
    return row.back();
}

}  // namespace

std::string closestWord(const std::string& word, const std::vector<std::string>& words) {
    if (word.size() > 64) return {};  // not a slip of the finger, and the distance is quadratic
    std::string best;
    std::size_t bestDistance = 0;
    for (const auto& candidate : words) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance > std::max<std::size_t>(1, candidate.size() / 3)) continue;
        if (best.empty() || distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

std::string expectedOneOf(const std::string& word, const std::vector<std::string>& words) {
    const std::string close = closestWord(word, words);
    const std::string list = words.empty() ? "nothing" : fmt::format("one of {}", fmt::join(words, ", "));
    return close.empty() ? list : fmt::format("did you mean {}? {}", close, list);
}

}  // namespace perceptarium
