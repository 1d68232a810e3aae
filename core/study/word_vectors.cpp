#include "study/word_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "base/random.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "kernels/tiny_numbers.h"
#include "study/word_sampler.h"

namespace perceptarium::study {
namespace {

/// Words of the text between two meetings of the threads; the learning rate changes as often.
constexpr std::int64_t kTogether = 10'000;
/// Pairs that are drawn before they are learnt, so that their rows can be fetched in time.
constexpr std::int64_t kPairs = 256;
/// A class of fewer words would meet the same drawn words again and again.
constexpr std::int64_t kFewestWords = 64;
/// Rows begin and end with a cache line.
constexpr std::int64_t kLine = 16;

std::uint32_t below(std::uint64_t bits, std::int64_t n) {
    return static_cast<std::uint32_t>(((bits >> 32) * static_cast<std::uint64_t>(n)) >> 32);
}

/// Pairs waiting to be learnt by one thread.
struct Pairs {
    std::array<std::int32_t, kPairs> words;
    std::array<std::int32_t, kPairs * kernels::kMostTargets> targets;
    std::int64_t count = 0;
};

}  // namespace

struct WordVectors::State {
    const WordCorpus& corpus;
    const WordVectorSettings settings;
    const std::int64_t stride;
    Tensor inputs, outputs;  // [V, stride]
    std::int64_t classes = 1;
    std::vector<std::int32_t> classOf;
    std::vector<WordSampler> samplers;  // a class each
    std::vector<std::uint64_t> keep;    // of 2³², by word
    std::vector<Pairs> waiting;         // a class each

    std::int64_t epoch = 0, at = 0, part = 0;  // the next word of the text; parts of this epoch that are done
    std::size_t sentence = 0;                  // the one that `at` is in

    // The part that is worked on: words that were kept, how far each looks, and where its sentence begins and ends.
    std::vector<std::int32_t> words;
    std::vector<std::int32_t> reach;
    std::vector<std::int32_t> begins, ends;

    State(const WordCorpus& text, const WordVectorSettings& chosen);
    double progress() const;
    double learningRate() const;
    void nextPart();
    void chooseWords(std::int64_t end);
    void learn(std::int64_t wordClass, std::int64_t targetClass, std::int64_t turn, float rate);
};

WordVectors::State::State(const WordCorpus& text, const WordVectorSettings& chosen)
    : corpus(text), settings(chosen), stride((chosen.dimensions + kLine - 1) / kLine * kLine) {
    const std::size_t vocabulary = corpus.vocabulary.size();
    const auto V = static_cast<std::int64_t>(vocabulary);
    CHECK(V > 0 && corpus.counts.size() == vocabulary, "word vectors need words");
    CHECK(settings.dimensions > 0 && settings.window > 0 && settings.negatives > 0 &&
              settings.negatives < kernels::kMostTargets && settings.epochs > 0,
          "settings of word vectors out of range");
    inputs = Tensor::zeros({V, stride});
    outputs = Tensor::zeros({V, stride});
    Random random(settings.seed, "word vectors: start");
    const double size = 0.5 / static_cast<double>(settings.dimensions);
    for (std::int64_t word = 0; word < V; ++word)
        for (std::int64_t k = 0; k < settings.dimensions; ++k)
            inputs.data<float>()[word * stride + k] = static_cast<float>(random.uniform(-size, size));

    // The commonest words first, each to the class that has least, so that all have the same share of the text.
    classes = std::clamp<std::int64_t>(kernels::threads(), 1, std::max<std::int64_t>(V / kFewestWords, 1));
    std::vector<double> shares(static_cast<std::size_t>(classes));
    std::vector<std::vector<std::int32_t>> members(shares.size());
    std::vector<std::vector<double>> weights(shares.size());
    double total = 0;
    for (std::size_t word = 0; word < vocabulary; ++word) {
        const auto lightest = std::min_element(shares.begin(), shares.end()) - shares.begin();
        const auto c = static_cast<std::size_t>(lightest);
        const auto count = static_cast<double>(corpus.counts[word]);
        classOf.push_back(static_cast<std::int32_t>(lightest));
        members[c].push_back(static_cast<std::int32_t>(word));
        weights[c].push_back(std::pow(count, settings.negativePower));
        shares[c] += count;
        total += count;
    }
    for (std::size_t c = 0; c < shares.size(); ++c) samplers.emplace_back(members[c], weights[c]);
    for (const std::int64_t count : corpus.counts) {
        const double often = settings.sampling > 0 ? static_cast<double>(count) / total / settings.sampling : 0;
        const double share = often > 0 ? std::min(1.0, std::sqrt(1 / often) + 1 / often) : 1;
        keep.push_back(static_cast<std::uint64_t>(share * 4294967296.0));
    }
    waiting.resize(shares.size());
    if (corpus.words.empty()) epoch = settings.epochs;
}

double WordVectors::State::progress() const {
    const auto all = static_cast<double>(corpus.words.size());
    if (epoch >= settings.epochs) return 1;
    return (static_cast<double>(epoch) + static_cast<double>(at) / all) / static_cast<double>(settings.epochs);
}

double WordVectors::State::learningRate() const {
    return settings.learningRate + (settings.lastLearningRate - settings.learningRate) * progress();
}

/// Fills words, reach, begins and ends from the text between `at` and `end`.
void WordVectors::State::chooseWords(std::int64_t end) {
    words.clear(), reach.clear(), begins.clear(), ends.clear();
    Random random(settings.seed, "word vectors: text",
                  {static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(part)});
    while (at < end) {
        const std::int64_t sentenceEnd = std::min(corpus.ends[sentence], end);
        const auto first = static_cast<std::int32_t>(words.size());
        for (; at < sentenceEnd; ++at) {
            const std::int32_t word = corpus.words[static_cast<std::size_t>(at)];
            const std::uint64_t bits = random.bits();
            if ((bits & 0xffffffffu) >= keep[static_cast<std::size_t>(word)]) continue;
            words.push_back(word);
            reach.push_back(static_cast<std::int32_t>(1 + below(bits, settings.window)));
        }
        begins.resize(words.size(), first);
        ends.resize(words.size(), static_cast<std::int32_t>(words.size()));
        if (at == corpus.ends[sentence]) ++sentence;
    }
}

/// All pairs of the part whose word and target are of these classes.
void WordVectors::State::learn(std::int64_t wordClass, std::int64_t targetClass, std::int64_t turn, float rate) {
    Random random(
        settings.seed, "word vectors: draws",
        {static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(turn)});
    const WordSampler& sampler = samplers[static_cast<std::size_t>(targetClass)];
    Pairs& pairs = waiting[static_cast<std::size_t>(wordClass)];
    const std::int64_t targets = 1 + settings.negatives;
    const auto flush = [&] {
        kernels::inner<float>().skipGram({inputs.data<float>(), outputs.data<float>(), stride, pairs.words.data(),
                                          pairs.targets.data(), pairs.count, targets, rate});
        pairs.count = 0;
    };
    const auto count = static_cast<std::int32_t>(words.size());
    for (std::int32_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const std::int32_t target = words[place];
        if (classOf[static_cast<std::size_t>(target)] != targetClass) continue;
        const std::int32_t last = std::min(ends[place], i + reach[place] + 1);
        for (std::int32_t j = std::max(begins[place], i - reach[place]); j < last; ++j) {
            const std::int32_t word = words[static_cast<std::size_t>(j)];
            if (j == i || classOf[static_cast<std::size_t>(word)] != wordClass) continue;
            pairs.words[static_cast<std::size_t>(pairs.count)] = word;
            std::int32_t* to = pairs.targets.data() + pairs.count * targets;
            *to++ = target;
            for (std::int64_t k = 0; k < settings.negatives; ++k) *to++ = sampler.draw(random);
            if (++pairs.count == kPairs) flush();
        }
    }
    flush();
}

/// The next few thousand words: cut where a sentence ends, unless it is longer than that.
void WordVectors::State::nextPart() {
    const auto all = static_cast<std::int64_t>(corpus.words.size());
    const auto rate = static_cast<float>(learningRate());
    std::int64_t end = std::min(at + kTogether, all);
    const auto whole = std::upper_bound(corpus.ends.begin(), corpus.ends.end(), end);
    if (whole != corpus.ends.begin() && *(whole - 1) > at) end = *(whole - 1);
    chooseWords(end);
    for (std::int64_t turn = 0; turn < classes; ++turn)
        kernels::parallelPieces(classes, [&](std::int64_t wordClass) {
            learn(wordClass, (wordClass + turn) % classes, turn * classes + wordClass, rate);
        });
    ++part;
    if (at == all) {
        ++epoch;
        at = part = 0;
        sentence = 0;
    }
}

WordVectors::WordVectors(const WordCorpus& corpus, const WordVectorSettings& settings)
    : state_(std::make_unique<State>(corpus, settings)) {}
WordVectors::~WordVectors() = default;

void WordVectors::run(std::int64_t words) {
    const kernels::FlushTinyNumbers flush;
    for (std::int64_t done = 0; done < words && !finished();) {
        const std::int64_t before = state_->at;
        state_->nextPart();
        done += (state_->at == 0 ? static_cast<std::int64_t>(state_->corpus.words.size()) : state_->at) - before;
    }
}

bool WordVectors::finished() const { return state_->epoch >= state_->settings.epochs; }
double WordVectors::progress() const { return state_->progress(); }
double WordVectors::learningRate() const { return state_->learningRate(); }
std::int64_t WordVectors::epoch() const { return state_->epoch; }

namespace {

Tensor withoutRoom(const Tensor& table, std::int64_t stride, std::int64_t d) {
    const std::int64_t rows = table.shape()[0];
    Tensor all = Tensor::empty({rows, d});
    for (std::int64_t row = 0; row < rows; ++row)
        std::copy_n(table.data<float>() + row * stride, d, all.data<float>() + row * d);
    return all;
}

}  // namespace

Tensor WordVectors::vectors() const { return withoutRoom(state_->inputs, state_->stride, state_->settings.dimensions); }

Tensor WordVectors::neighbourVectors() const {
    return withoutRoom(state_->outputs, state_->stride, state_->settings.dimensions);
}

double WordVectors::loss(std::int64_t pairs) const {
    const State& s = *state_;
    const auto all = static_cast<std::int64_t>(s.corpus.words.size());
    const Tensor &inputs = s.inputs, &outputs = s.outputs;
    Random random(s.settings.seed, "word vectors: loss");
    double total = 0;
    std::int64_t counted = 0;
    for (std::int64_t i = 0; i < pairs; ++i) {
        // A word and the one after it, where they are of one sentence.
        const std::int64_t place = i * all / pairs;
        if (place + 1 >= all || std::binary_search(s.corpus.ends.begin(), s.corpus.ends.end(), place + 1)) continue;
        const std::int32_t word = s.corpus.words[static_cast<std::size_t>(place)];
        const std::int32_t seen = s.corpus.words[static_cast<std::size_t>(place + 1)];
        const auto term = [&](std::int32_t target, double sign) {
            double dot = 0;
            for (std::int64_t k = 0; k < s.stride; ++k)
                dot += static_cast<double>(inputs.data<float>()[word * s.stride + k]) *
                       static_cast<double>(outputs.data<float>()[target * s.stride + k]);
            return std::log1p(std::exp(-sign * dot));
        };
        total += term(seen, 1);
        const auto& sampler = s.samplers[static_cast<std::size_t>(s.classOf[static_cast<std::size_t>(seen)])];
        for (std::int64_t k = 0; k < s.settings.negatives; ++k) {
            const std::int32_t drawn = sampler.draw(random);
            if (drawn != seen) total += term(drawn, -1);
        }
        ++counted;
    }
    return counted > 0 ? total / static_cast<double>(counted) : 0;
}

}  // namespace perceptarium::study
