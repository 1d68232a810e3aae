// The examples of core/README.md do what the page says: each is one file, and the program finds it. This program holds
// them (core_examples); every_layer_test.cpp is built into it as well and looks at the two layers like at all others.
#include <gtest/gtest.h>

#include <cmath>

#include "autograd/gradient_check.h"
#include "core/support/random_tensor.h"
#include "core/train/small_runs.h"
#include "train/loss.h"
#include "train/optimizer.h"

namespace perceptarium {
namespace {

TEST(Examples, areFoundByTheirRegistries) {
    EXPECT_NE(layers::findLayer("example-squareplus"), nullptr);
    EXPECT_NE(layers::findLayer("example-residual-dense"), nullptr);
    EXPECT_NE(train::findLoss("example-log-cosh"), nullptr);
    EXPECT_NE(train::findOptimizer("example-sign-descent"), nullptr);
}

TEST(Examples, trainTogether) {
    const auto graph = tests::chain({{"input", {}},
                                     {"dense", tests::units(8)},
                                     {"example-squareplus", {}},
                                     {"example-residual-dense", {{"initializer", std::string("orthogonal")}}},
                                     {"dense", tests::units(1)}});
    train::TrainSettings settings = tests::quick();
    settings.loss = "example-log-cosh";
    settings.optimizer = "example-sign-descent";
    settings.learningRate = 0.01;
    settings.l2 = 0;
    const auto trainer = tests::trainer(graph, tests::line(), settings);
    ASSERT_NE(trainer, nullptr);
    EXPECT_EQ(trainer->loss().id, "example-log-cosh");
    const auto first = trainer->step();
    ASSERT_TRUE(first);
    double last = first->loss;
    for (int i = 0; i < 150; ++i) last = trainer->step().value().loss;
    EXPECT_LT(last, 0.1 * first->loss);
}

TEST(Examples, logCoshIsItsFormulaAndHasItsGradient) {
    const auto made = train::Loss::make(*train::findLoss("example-log-cosh"), {}, {});
    ASSERT_TRUE(made) << made.error().message();
    const train::Loss& loss = *made;
    const Tensor target = tests::randomTensor({6, 2}, 1, DType::F64);
    const autograd::Variable output(tests::randomTensor({6, 2}, 2, DType::F64), true);
    double expected = 0;
    for (std::int64_t i = 0; i < 12; ++i) expected += std::log(std::cosh(output.value().at(i) - target.at(i))) / 12;
    EXPECT_NEAR(loss.mean(output, target).value().at(0), expected, 1e-12);
    for (const auto& check : autograd::checkGradients([&] { return loss.mean(output, target); }, {{"output", output}}))
        EXPECT_LE(check.relativeError, 1e-7);
    const Tensor far = Tensor::full({1, 1}, 1e6), none = Tensor::zeros({1, 1});
    EXPECT_NEAR(loss.mean(autograd::Variable(far), none).value().at(0), 1e6, 1);
}

TEST(Examples, signDescentMovesEveryWeightByTheLearningRate) {
    const auto graph = tests::chain({{"input", {}}, {"dense", tests::units(1)}});
    train::TrainSettings settings = tests::quick();
    settings.optimizer = "example-sign-descent";
    settings.learningRate = 0.25;
    settings.l2 = 0;
    const auto trainer = tests::trainer(graph, tests::line(), settings);
    ASSERT_NE(trainer, nullptr);
    const auto before = trainer->state().parameters;
    ASSERT_TRUE(trainer->step());
    for (const auto& [name, tensor] : trainer->state().parameters)
        for (std::int64_t i = 0; i < tensor.elements(); ++i)
            EXPECT_NEAR(std::abs(tensor.at(i) - before.at(name).at(i)), 0.25, 1e-6) << name;
}

}  // namespace
}  // namespace perceptarium
