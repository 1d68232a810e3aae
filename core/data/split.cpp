// Train, dev and test: exact sizes, nothing twice, the same shares of every class when stratified, all from one seed.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/random.h"
#include "data/prepare.h"

namespace perceptarium::data {
namespace {

constexpr int kParts = 3;
using Sizes = std::array<std::int64_t, kParts>;

/// Whole numbers next to shares · n that sum to n: the largest remainders get what rounding down left over.
Sizes exactSizes(std::int64_t n, const std::array<double, kParts>& shares) {
    double sum = 0;
    for (const double share : shares) sum += share;
    CHECK(sum > 0 && std::isfinite(sum), "the shares of a split sum to nothing");
    Sizes sizes{};
    std::array<double, kParts> rest{};
    std::int64_t given = 0;
    for (std::size_t p = 0; p < kParts; ++p) {
        const double exact = static_cast<double>(n) * shares[p] / sum;
        sizes[p] = std::min<std::int64_t>(static_cast<std::int64_t>(std::floor(exact + 1e-9)), n - given);
        rest[p] = exact - static_cast<double>(sizes[p]);
        given += sizes[p];
    }
    for (; given < n; ++given) {
        const auto p = static_cast<std::size_t>(std::max_element(rest.begin(), rest.end()) - rest.begin());
        ++sizes[p];
        rest[p] -= 1;
    }
    return sizes;
}

/// Walks over `order` and hands each example to the part that lags most behind its share (error diffusion), so that
/// every stretch of the order, a class for instance, is divided in the same ratio to within one example.
std::array<std::vector<std::int64_t>, kParts> deal(const std::vector<std::int64_t>& order, const Sizes& sizes) {
    std::array<std::vector<std::int64_t>, kParts> parts;
    for (std::size_t p = 0; p < kParts; ++p) parts[p].reserve(static_cast<std::size_t>(sizes[p]));
    const auto n = static_cast<std::int64_t>(order.size());
    for (std::int64_t i = 0; i < n; ++i) {
        std::size_t best = kParts;
        std::int64_t most = 0;
        for (std::size_t p = 0; p < kParts; ++p) {
            const auto have = static_cast<std::int64_t>(parts[p].size());
            const std::int64_t lag = (i + 1) * sizes[p] - have * n;
            if (have < sizes[p] && (best == kParts || lag > most)) {
                best = p;
                most = lag;
            }
        }
        parts[best].push_back(order[static_cast<std::size_t>(i)]);
    }
    for (auto& part : parts) std::sort(part.begin(), part.end());
    return parts;
}

/// Shuffled; stratified: class after class, the rare ones first because the first examples dealt go to training.
std::vector<std::int64_t> dealingOrder(const Dataset& dataset, std::vector<std::int64_t> examples, bool stratified,
                                       std::uint64_t seed) {
    Random random(seed, "split");
    random.shuffle(examples);
    const auto labels = dataset.labels();
    if (!stratified || labels.empty()) return examples;
    std::map<std::int32_t, std::int64_t> counts;
    for (const std::int64_t example : examples) ++counts[labels[static_cast<std::size_t>(example)]];
    std::stable_sort(examples.begin(), examples.end(), [&](std::int64_t a, std::int64_t b) {
        const std::int32_t la = labels[static_cast<std::size_t>(a)], lb = labels[static_cast<std::size_t>(b)];
        return la != lb && std::pair(counts.at(la), la) < std::pair(counts.at(lb), lb);
    });
    return examples;
}

}  // namespace

Split makeSplit(const Dataset& dataset, const SplitSettings& settings) {
    const GivenSplit& given = dataset.info().given;
    if (settings.asGiven && !given.train.empty()) {
        Split split{given.train, given.dev, given.test};
        const double devShare = settings.dev / (settings.train + settings.dev);
        if (split.dev.empty() && devShare > 0) {  // train : dev as the settings say, out of the given training part
            const auto n = static_cast<std::int64_t>(split.train.size());
            auto parts = deal(dealingOrder(dataset, split.train, settings.stratified, settings.seed),
                              exactSizes(n, {settings.train, settings.dev, 0}));
            split.train = std::move(parts[0]);
            split.dev = std::move(parts[1]);
        }
        return split;
    }
    std::vector<std::int64_t> all(static_cast<std::size_t>(dataset.info().size));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    auto parts = deal(dealingOrder(dataset, std::move(all), settings.stratified, settings.seed),
                      exactSizes(dataset.info().size, {settings.train, settings.dev, settings.test}));
    return {std::move(parts[0]), std::move(parts[1]), std::move(parts[2])};
}

}  // namespace perceptarium::data
