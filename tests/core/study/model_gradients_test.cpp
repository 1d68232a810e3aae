// The gradient check finds that right networks are right, and would find a wrong derivative.
#include "study/model_gradients.h"

#include <gtest/gtest.h>

#include <cmath>

#include "autograd/ops.h"
#include "core/network/drawing.h"

namespace perceptarium::study {
namespace {

using network::data;
using network::Drawing;
using network::numbers;
using network::text;
using network::whole;

ModelGradients checked(const network::Graph& graph, const network::DataTypes& types = {}) {
    auto result = checkModelGradients(graph, types, {}, nullptr, nullptr);
    if (!result) throw std::runtime_error(result.error().message());
    return *result;
}

void expectRight(const ModelGradients& gradients) {
    EXPECT_FALSE(gradients.parameters.empty());
    for (const auto& one : gradients.parameters) {
        EXPECT_LE(one.relativeError, 1e-6) << one.name << ": " << one.worstTape << " against " << one.worstDifference;
        EXPECT_GT(one.checked, 0) << one.name << ", kinks: " << one.kinks;
    }
}

TEST(ModelGradients, areRightForAPictureNetwork) { expectRight(checked(network::lenet().graph)); }

TEST(ModelGradients, areRightWithBranchesAndBatchNorm) {
    const ModelGradients gradients = checked(network::residual(2).graph);
    expectRight(gradients);
    EXPECT_EQ(gradients.loss, "categorical-cross-entropy");
    EXPECT_TRUE(gradients.randomData);
    EXPECT_EQ(gradients.parameters.size(), 18u) << "W, b, gamma and beta of each, but no running averages";
}

TEST(ModelGradients, areRightForWords) {
    Drawing d;
    d.then("input", {{"shape", text("words:12:40")}}).then("embedding").then("global-average-pool").dense(8);
    expectRight(checked(d.then("tanh").then("dropout").dense(1).then("sigmoid").graph));
}

TEST(ModelGradients, areRightForNumbers) {
    const auto graph = Drawing().input("3").dense(5).then("leaky-relu").dense(2).graph;
    const ModelGradients gradients = checked(graph, numbers(layers::vectorOf(3), 2));
    expectRight(gradients);
    EXPECT_EQ(gradients.loss, "mean-squared-error");
}

TEST(ModelGradients, takeTheBatchAndTheValuesTheyAreGiven) {
    const auto graph = Drawing().input("2").dense(2).graph;
    const auto types = data(layers::vectorOf(2), {"no", "yes"});
    const std::map<std::string, Tensor> values = {{"dense1.W", Tensor::full({2, 2}, 0.5)},
                                                  {"dense1.b", Tensor::zeros({2})}};
    perceptarium::data::Batch batch;
    batch.x = Tensor::full({3, 2}, 1);
    batch.y = Tensor::zeros({3}, DType::I32);
    const auto result = checkModelGradients(graph, types, {}, &values, &batch);
    ASSERT_TRUE(result) << result.error().message();
    expectRight(*result);
    EXPECT_EQ(result->examples, 3);
    EXPECT_FALSE(result->randomData);
    EXPECT_NEAR(result->lossValue, std::log(2.0), 1e-12);
    const std::map<std::string, Tensor> wrong = {{"dense1.W", Tensor::zeros({2, 2})}};
    EXPECT_FALSE(checkModelGradients(graph, types, {}, &wrong, &batch));
}

TEST(ModelGradients, passOverAnEntryThatStandsOnItsKink) {
    // One ReLU whose input is exactly 0: one-sided slopes 0 and 1, so no difference is the derivative.
    const auto graph = Drawing().input("1").dense(1).then("relu").dense(2).graph;
    const std::map<std::string, Tensor> values = {{"dense1.W", Tensor::zeros({1, 1})},
                                                  {"dense1.b", Tensor::zeros({1})},
                                                  {"dense2.W", Tensor::of<float>({1, 2}, std::vector<float>{1, -1})},
                                                  {"dense2.b", Tensor::zeros({2})}};
    perceptarium::data::Batch batch;
    batch.x = Tensor::full({2, 1}, 1);
    batch.y = Tensor::zeros({2}, DType::I32);
    const auto result = checkModelGradients(graph, {}, {}, &values, &batch);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->parameters[0].kinks, 1);
    EXPECT_EQ(result->parameters[0].checked, 0);
    EXPECT_EQ(result->parameters[3].kinks, 0);
    EXPECT_EQ(result->parameters[3].checked, 2);
}

TEST(ModelGradients, refuseABadDrawingAndStopWhenCancelled) {
    EXPECT_FALSE(checkModelGradients(Drawing().input("2x2x1").dense(2).graph, {}, {}, nullptr, nullptr));
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    const auto result =
        checkModelGradients(Drawing().input("2").dense(2).graph, {}, {}, nullptr, nullptr, {}, progress);
    ASSERT_FALSE(result);
    EXPECT_TRUE(Progress::isCancelled(result.error()));
}

// A layer whose derivative is wrong on purpose: the check must see it.
struct Crooked {};
const layers::RegisteredLayer<Crooked>& crooked() {
    static const layers::RegisteredLayer<Crooked> layer{{
        .id = "test-crooked",
        .shape = [](const Crooked&, const layers::TensorTypes& in) -> Result<TensorType> { return in[0]; },
        .forward =
            [](const Crooked&, layers::Context& c) {
                const autograd::Variable x = c.in[0];
                return autograd::record("crooked", autograd::scale(x, 2).value(), {x}, [x](const Tensor& grad) {
                    x.addGrad(autograd::scale(autograd::Variable(grad), 2.001).value());
                });
            },
    }};
    return layer;
}

TEST(ModelGradients, seeADerivativeThatIsWrongByAThousandth) {
    crooked();
    const ModelGradients gradients = checked(Drawing().input("3").dense(4).then("test-crooked").dense(2).graph);
    EXPECT_GT(gradients.worst(), 1e-4);
    EXPECT_LE(gradients.parameters[2].relativeError, 1e-6) << "what comes after it is right";
}

}  // namespace
}  // namespace perceptarium::study
