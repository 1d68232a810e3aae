// Words a second of skip-gram with negative sampling (workload w7): bench_word_vectors prints one JSON line. The corpus
// is the peer's: 1,000,000 words with frequencies as 1/rank in sentences of 20; the time counts from words as text to
// one pass over them, as the peer's train() does. THREADS and ROUNDS (3) come from the environment.
//   bench_word_vectors TEXT VECTORS [epochs]   trains on a file, a sentence a line of words between spaces, and writes
//   the
//                                              vectors as word2vec's text format, for peers/gensim_word_vectors.py judge
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "base/random.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "measure.h"
#include "study/word_vectors.h"

namespace perceptarium::bench {
namespace {

using study::Sentence;

std::vector<Sentence> sentencesOf(const std::string& text) {
    std::vector<Sentence> sentences(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        if (end > at) sentences.back().emplace_back(text.data() + at, end - at);
        if (end < text.size() && text[end] == '\n') sentences.emplace_back();
        at = end + 1;
    }
    return sentences;
}

std::string zipfText(std::int64_t count, std::int64_t vocabulary) {
    std::vector<double> upTo;
    for (std::int64_t rank = 1; rank <= vocabulary; ++rank)
        upTo.push_back((upTo.empty() ? 0 : upTo.back()) + 1 / static_cast<double>(rank));
    Random random(1, "zipf");
    std::string text;
    for (std::int64_t i = 1; i <= count; ++i) {
        const auto place = std::upper_bound(upTo.begin(), upTo.end(), random.uniform() * upTo.back());
        text += fmt::format("w{}{}", place - upTo.begin(), i % 20 == 0 ? '\n' : ' ');
    }
    return text;
}

void speed() {
    constexpr std::int64_t words = 1'000'000;
    const std::string text = zipfText(words, 20'000);
    const std::vector<Sentence> sentences = sentencesOf(text);
    std::vector<double> rates, training;
    double loss = 0;
    std::size_t vocabulary = 0;
    for (int round = 0; round < static_cast<int>(fromEnvironment("ROUNDS", 3)); ++round) {
        const double start = seconds();
        const study::WordCorpus corpus = study::corpusOf(sentences, 5);
        study::WordVectors vectors(corpus, {.epochs = 1, .sampling = 0});
        const double ready = seconds();
        vectors.run(words);
        const double end = seconds();
        rates.push_back(words / (end - start));
        training.push_back(words / (end - ready));
        loss = vectors.loss();
        vocabulary = corpus.vocabulary.size();
    }
    std::sort(rates.begin(), rates.end());
    std::sort(training.begin(), training.end());
    fmt::print(
        R"({{"workload": "w7", "program": "ours", "words_per_s": {:.0f}, "best_words_per_s": {:.0f}, )"
        R"("words_per_s_without_reading": {:.0f}, "threads": {}, "isa": "{}", "vocabulary": {}, "loss": {:.4f}}})"
        "\n",
        rates[rates.size() / 2], rates.back(), training[training.size() / 2], kernels::threads(),
        kernels::instructionSet(), vocabulary, loss);
}

int quality(const char* textFile, const char* vectorFile, std::int64_t epochs) {
    std::ifstream in(textFile, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const study::WordCorpus corpus = study::corpusOf(sentencesOf(text), 5);
    if (corpus.words.empty()) {
        fmt::print(stderr, "{}: no words\n", textFile);
        return 1;
    }
    study::WordVectors vectors(corpus, {.epochs = epochs});
    const double start = seconds();
    vectors.run(epochs * static_cast<std::int64_t>(corpus.words.size()));
    fmt::print(stderr, "{} words, {} different: {:.1f} s, loss {:.3f}\n", corpus.words.size(), corpus.vocabulary.size(),
               seconds() - start, vectors.loss());
    const Tensor table = vectors.vectors();
    std::ofstream out(vectorFile);
    const std::int64_t d = table.shape()[1];
    out << table.shape()[0] << ' ' << d << '\n';
    for (std::size_t word = 0; word < corpus.vocabulary.size(); ++word) {
        out << corpus.vocabulary[word];
        for (std::int64_t k = 0; k < d; ++k) out << ' ' << table.at(static_cast<std::int64_t>(word) * d + k);
        out << '\n';
    }
    return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace perceptarium::bench

int main(int count, char** arguments) {
    using namespace perceptarium::bench;
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 0)));
    if (count >= 3) return quality(arguments[1], arguments[2], count > 3 ? std::atoi(arguments[3]) : 5);
    speed();
}
