#include "study/word_vectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "autograd/ops.h"
#include "base/random.h"
#include "core/support/random_tensor.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "study/word_sampler.h"

namespace perceptarium::study {
namespace {

using tests::randomTensor;

TEST(WordCorpus, countsSortsAndLeavesOutWhatIsRare) {
    const WordCorpus corpus =
        corpusOfText("The cat saw the dog.\n\nA bird\nThe dog saw a cat, the cat slept 7 times\n", 2);
    EXPECT_EQ(corpus.vocabulary, (std::vector<std::string>{"the", "cat", "a", "dog", "saw"}));
    EXPECT_EQ(corpus.counts, (std::vector<std::int64_t>{4, 3, 2, 2, 2}));
    EXPECT_EQ(corpus.words, (std::vector<std::int32_t>{0, 1, 4, 0, 3, 2, 0, 3, 4, 2, 1, 0, 1}));
    EXPECT_EQ(corpus.ends, (std::vector<std::int64_t>{5, 6, 13}));
    EXPECT_EQ(corpus.wordsRead, 16);
}

TEST(WordCorpus, ofNothingIsEmpty) {
    const WordCorpus corpus = corpusOfText("once upon a time\n\n", 2);
    EXPECT_TRUE(corpus.vocabulary.empty());
    EXPECT_TRUE(corpus.words.empty());
    EXPECT_TRUE(corpus.ends.empty());
}

TEST(WordSampler, drawsInProportion) {
    const std::vector<std::int32_t> words{7, 3, 9, 4};
    const std::vector<double> weights{1, 2, 3, 10};
    const WordSampler sampler(words, weights);
    Random random(1, "sampler");
    std::map<std::int32_t, int> counts;
    constexpr int draws = 160'000;
    for (int i = 0; i < draws; ++i) ++counts[sampler.draw(random)];
    ASSERT_EQ(counts.size(), 4u);
    for (std::size_t i = 0; i < words.size(); ++i)
        EXPECT_NEAR(counts[words[i]] / static_cast<double>(draws), weights[i] / 16, 0.005) << words[i];
}

/// Rows of `stride` numbers, zeros from `d` on.
Tensor table(std::int64_t rows, std::int64_t d, std::int64_t stride, std::uint64_t seed, DType dtype) {
    const Tensor values = randomTensor({rows, d}, seed, DType::F64);
    Tensor all = Tensor::zeros({rows, stride}, DType::F64);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t k = 0; k < d; ++k) all.data<double>()[row * stride + k] = 0.3 * values.at(row * d + k);
    return all.cast(dtype).clone();
}

TEST(SkipGramKernel, isOneStepDownTheGradientOfItsLoss) {
    using namespace autograd;
    constexpr double rate = 0.1;
    for (const std::int64_t d : {3, 16, 100, 300}) {
        const std::int64_t stride = (d + 15) / 16 * 16;
        Tensor inputs = table(4, d, stride, 1, DType::F64), outputs = table(6, d, stride, 2, DType::F64);
        const Variable u(inputs.clone(), true), v(outputs.clone(), true);
        const std::int32_t word = 2;
        const std::vector<std::int32_t> targets{4, 0, 1, 5};
        // Σ over the targets of the logistic loss, by the tape.
        const Variable rows = embedding(Tensor::of<std::int32_t>({1, 4}, targets), v);
        const Variable input = embedding(Tensor::of<std::int32_t>({1, 4}, std::vector<std::int32_t>(4, word)), u);
        const Variable products = reshape(multiply(rows, input), Shape{4, stride});
        const Variable dots = linear(products, Variable(Tensor::full({stride, 1}, 1, DType::F64)), {});
        backward(
            scale(sigmoidCrossEntropy(dots, Tensor::of<std::int32_t>({4}, std::vector<std::int32_t>{1, 0, 0, 0})), 4));

        kernels::inner<double>().skipGram(
            {inputs.data<double>(), outputs.data<double>(), stride, &word, targets.data(), 1, 4, rate});
        for (std::int64_t i = 0; i < inputs.elements(); ++i)
            ASSERT_NEAR(inputs.at(i), u.value().at(i) - rate * u.grad().at(i), 1e-14) << "d " << d << " input " << i;
        for (std::int64_t i = 0; i < outputs.elements(); ++i)
            ASSERT_NEAR(outputs.at(i), v.value().at(i) - rate * v.grad().at(i), 1e-14) << "d " << d << " output " << i;
    }
}

TEST(SkipGramKernel, f32AgreesWithF64OverManyPairs) {
    for (const std::int64_t d : {5, 100, 200}) {
        const std::int64_t stride = (d + 15) / 16 * 16;
        std::vector<std::int32_t> words, targets;
        Random random(3, "pairs");
        for (int i = 0; i < 50; ++i) {
            words.push_back(static_cast<std::int32_t>(random.below(20)));
            for (int k = 0; k < 6; ++k) targets.push_back(static_cast<std::int32_t>(random.below(30)));
        }
        Tensor narrowIn = table(20, d, stride, 1, DType::F32), narrowOut = table(30, d, stride, 2, DType::F32);
        Tensor wideIn = table(20, d, stride, 1, DType::F64), wideOut = table(30, d, stride, 2, DType::F64);
        kernels::inner<float>().skipGram(
            {narrowIn.data<float>(), narrowOut.data<float>(), stride, words.data(), targets.data(), 50, 6, 0.05f});
        kernels::inner<double>().skipGram(
            {wideIn.data<double>(), wideOut.data<double>(), stride, words.data(), targets.data(), 50, 6, 0.05});
        for (std::int64_t i = 0; i < wideIn.elements(); ++i) ASSERT_NEAR(narrowIn.at(i), wideIn.at(i), 1e-5);
        for (std::int64_t i = 0; i < wideOut.elements(); ++i) ASSERT_NEAR(narrowOut.at(i), wideOut.at(i), 1e-5);
        for (std::int64_t row = 0; row < 20; ++row)
            for (std::int64_t k = d; k < stride; ++k) ASSERT_EQ(narrowIn.at(row * stride + k), 0);
    }
}

TEST(SkipGramKernel, aDrawnWordThatWasSeenDoesNothing) {
    Tensor inputs = table(1, 8, 16, 1, DType::F64), outputs = table(2, 8, 16, 2, DType::F64);
    Tensor inputsToo = inputs.clone(), outputsToo = outputs.clone();
    const std::int32_t word = 0;
    const std::vector<std::int32_t> twice{1, 0, 1}, once{1, 0};
    kernels::inner<double>().skipGram(
        {inputs.data<double>(), outputs.data<double>(), 16, &word, twice.data(), 1, 3, 0.1});
    kernels::inner<double>().skipGram(
        {inputsToo.data<double>(), outputsToo.data<double>(), 16, &word, once.data(), 1, 2, 0.1});
    EXPECT_TRUE(inputs.identical(inputsToo));
    EXPECT_TRUE(outputs.identical(outputsToo));
}

/// Sentences of words of one topic each: words of a topic should come to lie near each other.
std::string topics(int sentences) {
    Random random(5, "topics");
    std::string text;
    for (int i = 0; i < sentences; ++i) {
        const std::uint64_t topic = random.below(4);
        for (int k = 0; k < 8; ++k)
            text += std::string(1, static_cast<char>('a' + topic)) + static_cast<char>('a' + random.below(26)) +
                    static_cast<char>('a' + random.below(3)) + " ";
        text += "\n";
    }
    return text;
}

double cosine(const Tensor& table, std::int64_t a, std::int64_t b) {
    const std::int64_t d = table.shape()[1];
    double dot = 0, aa = 0, bb = 0;
    for (std::int64_t k = 0; k < d; ++k) {
        dot += table.at(a * d + k) * table.at(b * d + k);
        aa += table.at(a * d + k) * table.at(a * d + k);
        bb += table.at(b * d + k) * table.at(b * d + k);
    }
    return dot / std::sqrt(aa * bb);
}

class WordVectorsThreads : public testing::TestWithParam<int> {
protected:
    void SetUp() override { kernels::setThreads(GetParam()); }
    void TearDown() override { kernels::setThreads(before_); }

private:
    int before_ = kernels::threads();
};

TEST_P(WordVectorsThreads, wordsOfATopicComeToLieTogether) {
    const WordCorpus corpus = corpusOfText(topics(6000), 5);
    ASSERT_GT(corpus.vocabulary.size(), 250u);
    WordVectors vectors(corpus, {.dimensions = 24, .epochs = 8, .learningRate = 0.05, .sampling = 0});
    const double before = vectors.loss();
    EXPECT_NEAR(before, 6 * std::log(2), 0.05);
    vectors.run(8 * 48'000);
    EXPECT_TRUE(vectors.finished());
    EXPECT_EQ(vectors.progress(), 1);
    EXPECT_LT(vectors.loss(), 0.85 * before);
    const Tensor table = vectors.vectors();
    double near = 0, far = 0;
    int nearCount = 0, farCount = 0;
    for (std::size_t a = 0; a < 100; ++a)
        for (std::size_t b = a + 1; b < 100; ++b) {
            const double c = cosine(table, static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
            const bool sameTopic = corpus.vocabulary[a][0] == corpus.vocabulary[b][0];
            (sameTopic ? near : far) += c;
            ++(sameTopic ? nearCount : farCount);
        }
    EXPECT_GT(near / nearCount, 0.6);
    EXPECT_LT(far / farCount, 0.6 * near / nearCount);
}

TEST_P(WordVectorsThreads, sameSeedSameVectorsHoweverItIsCut) {
    const WordCorpus corpus = corpusOfText(topics(4000), 5);
    const auto train = [&](std::int64_t words, std::uint64_t seed) {
        WordVectors vectors(corpus, {.dimensions = 20, .epochs = 2, .seed = seed});
        while (!vectors.finished()) vectors.run(words);
        return vectors.vectors();
    };
    const Tensor one = train(1'000'000, 1);
    EXPECT_TRUE(one.identical(train(10'000, 1)));
    EXPECT_FALSE(one.identical(train(1'000'000, 2)));
}

INSTANTIATE_TEST_SUITE_P(Threads, WordVectorsThreads, testing::Values(1, 2, 3));

TEST(WordVectors, rateFallsEvenly) {
    const WordCorpus corpus = corpusOfText(topics(4000), 5);
    WordVectors vectors(corpus, {.dimensions = 8, .epochs = 2, .learningRate = 0.1, .lastLearningRate = 0.02});
    EXPECT_EQ(vectors.learningRate(), 0.1);
    vectors.run(static_cast<std::int64_t>(corpus.words.size()));
    EXPECT_EQ(vectors.epoch(), 1);
    EXPECT_NEAR(vectors.learningRate(), 0.06, 1e-12);
    vectors.run(static_cast<std::int64_t>(corpus.words.size()));
    EXPECT_TRUE(vectors.finished());
    EXPECT_NEAR(vectors.learningRate(), 0.02, 1e-12);
    const Tensor done = vectors.vectors();
    vectors.run(1000);
    EXPECT_TRUE(vectors.vectors().identical(done));
}

TEST(WordVectors, impossibleSettingsAreOurBug) {
    const WordCorpus corpus = corpusOfText(topics(100), 1), nothing;
    EXPECT_THROW(WordVectors(nothing, {}), InternalError);
    EXPECT_THROW(WordVectors(corpus, {.negatives = 32}), InternalError);
}

}  // namespace
}  // namespace perceptarium::study
