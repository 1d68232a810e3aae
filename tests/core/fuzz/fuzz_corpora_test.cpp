// Every fuzz target, without a fuzzer: its seed corpus, and the seeds cut, bent and spliced in ways that are the same each
// time. A target that crashes, hangs or eats memory here would do so under libFuzzer, which looks much longer.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/random.h"
#include "core/places.h"
#include "fuzz_targets.h"

namespace perceptarium::tests {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> seedsOf(const std::string& target) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(repository("tests/fuzz/corpus/" + target))) paths.push_back(entry);
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// One to four changes of the kinds that break readers: a byte, a number made huge or negative, a cut, a piece doubled or
/// taken from another seed.
std::string bent(std::string bytes, const std::vector<std::string>& seeds, Random& random) {
    for (auto changes = 1 + random.below(4); changes > 0; --changes) {
        const std::size_t size = bytes.size();
        const std::size_t at = size == 0 ? 0 : random.below(size);
        switch (random.below(6)) {
            case 0:
                if (size > 0) bytes[at] = static_cast<char>(random.bits());
                break;
            case 1:
                for (std::size_t i = at; i < std::min(size, at + (std::size_t{1} << random.below(4))); ++i)
                    bytes[i] = static_cast<char>(random.below(2) ? 0xff : 0x00);
                break;
            case 2: bytes.resize(at); break;
            case 3: bytes.insert(at, bytes.substr(at, random.below(64))); break;
            case 4: bytes.erase(at, random.below(16)); break;
            default: {
                const std::string& other = seeds[random.below(seeds.size())];
                if (!other.empty()) bytes.insert(at, other.substr(random.below(other.size()), random.below(32)));
            }
        }
    }
    return bytes;
}

class FuzzCorpus : public ::testing::TestWithParam<FuzzTarget> {};

TEST_P(FuzzCorpus, seedsAndTheirMutationsAreSurvived) {
    const auto seeds = seedsOf(GetParam().name);
    ASSERT_FALSE(seeds.empty()) << "tests/fuzz/corpus/" << GetParam().name << " holds no seeds";
    const auto run = [&](const std::string& bytes) {
        return GetParam().run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    };
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    EXPECT_EQ(run({}), 0);
    for (const auto& seed : seeds) EXPECT_EQ(run(seed), 0);
    Random random(1, GetParam().name);
    for (int i = 0; i < 600; ++i) ASSERT_EQ(run(bent(seeds[random.below(seeds.size())], seeds, random)), 0) << i;
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 512 * 1024) << "kB of memory that small files asked for";
}

INSTANTIATE_TEST_SUITE_P(Readers, FuzzCorpus, ::testing::ValuesIn(fuzzTargets()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace perceptarium::tests
