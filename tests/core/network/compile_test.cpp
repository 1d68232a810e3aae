// A drawing becomes a program: its parameters, their start, what a pass computes, and what is refused.
#include <gmock/gmock.h>

#include <cmath>

#include "autograd/ops.h"
#include "core/network/drawing.h"
#include "network/model.h"

namespace perceptarium::network {
namespace {

using ::testing::HasSubstr;

Model compiled(const Graph& graph, std::uint64_t seed = 7, DType dtype = DType::F32) {
    auto model = Model::compile(graph, {}, seed, dtype);
    if (!model) throw std::runtime_error(model.error().message());
    return std::move(*model);
}

std::map<std::string, Tensor> valuesOf(const Model& model) {
    std::map<std::string, Tensor> values;
    for (const Parameter& parameter : model.parameters()) values[parameter.name] = parameter.variable.value().clone();
    return values;
}

Tensor batch(const Model& model, std::int64_t n, DType dtype = DType::F32) {
    Tensor x = Tensor::empty(model.inputType().shape.withBatch(n), dtype);
    Random random(3, "batch");
    layers::initialize(x, layers::Initializer::HeNormal, 2, 1, random);
    return x;
}

TEST(Compile, namesParametersByNode) {
    const Model model = compiled(lenet().graph);
    std::vector<std::string> names;
    for (const Parameter& parameter : model.parameters()) names.push_back(parameter.name);
    EXPECT_EQ(names, (std::vector<std::string>{"conv2d1.W", "conv2d1.b", "conv2d2.W", "conv2d2.b", "dense1.W",
                                               "dense1.b", "dense2.W", "dense2.b", "dense3.W", "dense3.b"}));
    EXPECT_EQ(model.parameters()[0].spec.shape, (Shape{5, 5, 1, 6}));
    EXPECT_EQ(model.parameters()[4].spec.shape, (Shape{400, 120}));
    EXPECT_EQ(model.trainableCount(), 61706);
    EXPECT_EQ(model.inputType(), layers::pictureOf(28, 28, 1));
    EXPECT_EQ(model.outputType(), layers::vectorOf(10));
}

TEST(Compile, decaysWeightsOnly) {
    const Model model = compiled(Drawing().input("8x8x1").conv(2, 3).then("batch-norm").then("flatten").dense(2).graph);
    for (const Parameter& parameter : model.parameters()) {
        EXPECT_EQ(parameter.spec.decays, parameter.name.ends_with(".W")) << parameter.name;
        EXPECT_EQ(parameter.variable.requiresGrad(), parameter.spec.trainable) << parameter.name;
    }
}

TEST(Compile, startsTheSameForTheSameSeed) {
    const auto first = valuesOf(compiled(lenet().graph)), again = valuesOf(compiled(lenet().graph));
    const auto other = valuesOf(compiled(lenet().graph, 8));
    for (const auto& [name, value] : first) EXPECT_TRUE(value.identical(again.at(name))) << name;
    EXPECT_FALSE(first.at("dense1.W").identical(other.at("dense1.W")));
}

TEST(Compile, keepsTheStartOfOtherNodesWhenOneIsAdded) {
    const auto before = valuesOf(compiled(Drawing().input("4").dense(3).then("relu").dense(2).graph));
    Graph graph = Drawing().input("4").dense(3).then("relu").dense(2).graph;
    const NodeId extra = graph.insert({.layer = "dense", .name = "extra", .settings = {{"units", whole(3)}}});
    graph.connect({3, extra, 0});
    graph.connect({extra, 4, 0});
    const auto after = valuesOf(compiled(graph));
    for (const auto& [name, value] : before) EXPECT_TRUE(value.identical(after.at(name))) << name;
}

TEST(Compile, drawsTheSameStartInBothKindsOfNumbers) {
    const auto f32 = valuesOf(compiled(lenet().graph)), f64 = valuesOf(compiled(lenet().graph, 7, DType::F64));
    for (const auto& [name, value] : f64) EXPECT_TRUE(value.cast(DType::F32).identical(f32.at(name))) << name;
}

TEST(Compile, startsWeightsByGlorotAndBiasesAtZero) {
    const auto values = valuesOf(compiled(Drawing().input("400").dense(300).graph));
    double sum = 0, squares = 0;
    const Tensor& w = values.at("dense1.W");
    for (const float value : w.values<float>()) sum += value, squares += static_cast<double>(value) * value;
    const auto n = static_cast<double>(w.elements());
    EXPECT_NEAR(sum / n, 0, 4 * std::sqrt(2.0 / 700 / n));
    EXPECT_NEAR(squares / n, 2.0 / 700, 0.02 * 2.0 / 700);  // 2/(fanIn + fanOut)
    for (const float value : values.at("dense1.b").values<float>()) EXPECT_EQ(value, 0);
}

TEST(Compile, refusesABadDrawingWithItsFirstFinding) {
    const auto model = Model::compile(Drawing().input("28x28x1").dense(10).graph, {}, 1);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().message(),
              "dense1: Dense needs a vector, but gets a 28×28×1 picture. Put a Flatten before it");
    const auto setting = Model::compile(Drawing().input("4").then("dropout", {{"rate", 2.0}}).graph, {}, 1);
    ASSERT_FALSE(setting);
    EXPECT_EQ(setting.error().where, "dropout1.rate");
}

TEST(Compile, findsTheLogitsBeforeTheProbabilities) {
    Drawing d;
    d.input("4").dense(3);
    EXPECT_EQ(compiled(d.graph).logitsNode(), d.last);
    const NodeId logits = d.last;
    d.then("softmax");
    EXPECT_EQ(compiled(d.graph).logitsNode(), logits);
    EXPECT_EQ(compiled(d.graph).outputNode(), d.last);
    const Model sigmoid = compiled(Drawing().input("4").dense(1).then("sigmoid").graph);
    EXPECT_EQ(sigmoid.logitsNode(), 2);
    const Model relu = compiled(Drawing().input("4").dense(1).then("relu").graph);
    EXPECT_EQ(relu.logitsNode(), relu.outputNode());
}

TEST(Forward, stopsBeforeTheProbabilitiesUnlessAskedForThem) {
    Model model = compiled(lenet().graph);
    const Tensor x = batch(model, 3);
    Activations all;
    const auto logits = model.forward(x, {}, kNoNode, &all);
    EXPECT_EQ(logits.shape(), (Shape{3, 10}));
    EXPECT_FALSE(all.contains(model.outputNode()));
    EXPECT_EQ(all.size(), 13u);
    const auto probabilities = model.forward(x, {}, model.outputNode());
    double sum = 0;
    for (const float p : probabilities.value().values<float>()) sum += p;
    EXPECT_NEAR(sum, 3, 1e-5);
    EXPECT_EQ(model.forward(x, {}, 4).shape(), (Shape{3, 14, 14, 6}));
}

TEST(Forward, logitsAreDividedByTheTemperatureOfTheSoftmax) {
    Model model = compiled(Drawing().input("4").dense(3).then("softmax", {{"temperature", 2.5}}).graph);
    const Tensor x = batch(model, 5);
    Activations all;
    const Tensor logits = model.forward(x, {}, kNoNode, &all).value();
    const Tensor before = model.forward(x, {}, model.logitsNode()).value();
    const Tensor output = model.forward(x, {}, model.outputNode()).value();
    EXPECT_TRUE(all.at(model.logitsNode()).value().identical(before));
    EXPECT_TRUE(model.logits(autograd::Variable(before)).value().identical(logits));
    for (std::int64_t i = 0; i < logits.elements(); ++i) EXPECT_NEAR(logits.at(i), before.at(i) / 2.5, 1e-6);
    // What a loss makes of the logits is what the output node gives.
    const Tensor probabilities = autograd::softmax(autograd::Variable(logits)).value();
    EXPECT_TRUE(probabilities.identical(output));
}

TEST(Forward, computesOnlyWhatIsNeeded) {
    Drawing d;
    d.input("4").dense(3);
    const NodeId left = d.last, right = d.node("dense", {1}, {{"units", whole(3)}});
    const NodeId join = d.node("add", {left, right});
    Model model = compiled(d.graph);
    Activations all;
    model.forward(batch(model, 2), {}, right, &all);
    EXPECT_TRUE(all.contains(right));
    EXPECT_FALSE(all.contains(left));
    EXPECT_FALSE(all.contains(join));
}

TEST(Forward, doesReluInTheSameGoUnlessAllValuesAreAskedFor) {
    // conv, norm, relu and a shortcut around them: both ReLUs can be taken by what comes before them.
    Drawing d;
    d.input("6x6x2").conv(2, 3, "same");
    const NodeId shortcut = d.last;
    d.then("batch-norm").then("relu");
    const NodeId sum = d.node("add", {d.last, shortcut});
    const NodeId end = d.node("relu", {sum});
    Model fused = compiled(d.graph), apart = compiled(d.graph);
    const Tensor x = batch(fused, 3);
    Activations all;
    const Pass pass{true, 1, 1};
    const auto quick = fused.forward(x, pass, end), slow = apart.forward(x, pass, end, &all);
    EXPECT_EQ(quick.operation(), "addRelu");
    EXPECT_EQ(slow.operation(), "relu");
    EXPECT_EQ(all.size(), 6u);
    EXPECT_TRUE(quick.value().identical(slow.value()));
    autograd::backward(autograd::sum(autograd::multiply(quick, quick)));
    autograd::backward(autograd::sum(autograd::multiply(slow, slow)));
    for (std::size_t i = 0; i < fused.parameters().size(); ++i) {
        const Parameter &a = fused.parameters()[i], &b = apart.parameters()[i];
        EXPECT_TRUE(a.variable.value().identical(b.variable.value())) << a.name;
        EXPECT_TRUE(!a.spec.trainable || a.variable.grad().identical(b.variable.grad())) << a.name;
    }
    // A value that someone else reads is left as it is.
    const NodeId other = d.node("tanh", {sum}), both = d.node("add", {end, other});
    Model some = compiled(d.graph), every = compiled(d.graph);
    EXPECT_TRUE(some.forward(x, pass, both).value().identical(every.forward(x, pass, both, &all).value()));
}

TEST(Forward, addsTheBranchesOfADrawing) {
    Drawing d;
    d.input("4").dense(3);
    const NodeId left = d.last, right = d.node("tanh", {left});
    const NodeId join = d.node("add", {left, right, left});
    Model model = compiled(d.graph);
    Activations all;
    const Tensor sum = model.forward(batch(model, 2), {}, join, &all).value();
    for (std::int64_t i = 0; i < sum.elements(); ++i)
        EXPECT_NEAR(sum.at(i), 2 * all.at(left).value().at(i) + all.at(right).value().at(i), 1e-6);
}

TEST(Forward, everyParameterOfATrainedPassGetsAGradient) {
    Model model = compiled(residual(2).graph);
    autograd::backward(autograd::mean(model.forward(batch(model, 4), {.training = true, .seed = 1, .step = 0})));
    for (const Parameter& parameter : model.parameters())
        EXPECT_EQ(parameter.variable.grad().defined(), parameter.spec.trainable) << parameter.name;
}

TEST(Forward, isTheSameForTheSameStepAndNotForTheNext) {
    Model model = compiled(Drawing().input("50").then("dropout").dense(20).graph);
    const Tensor x = batch(model, 4);
    const auto at = [&](std::uint64_t step) {
        return model.forward(x, {.training = true, .seed = 5, .step = step}).value().clone();
    };
    EXPECT_TRUE(at(3).identical(at(3)));
    EXPECT_FALSE(at(3).identical(at(4)));
    EXPECT_TRUE(model.forward(x, {}).value().identical(model.forward(x, {}).value()));
}

TEST(Forward, movesWithItsModel) {
    Model model = compiled(lenet().graph);
    const Tensor x = batch(model, 2);
    const Tensor before = model.forward(x, {}).value().clone();
    Model moved = std::move(model);
    EXPECT_TRUE(moved.forward(x, {}).value().identical(before));
}

TEST(Forward, agreesWithItselfInF64) {
    Model f32 = compiled(lenet().graph), f64 = compiled(lenet().graph, 7, DType::F64);
    const Tensor x = batch(f32, 2);
    const Tensor a = f32.forward(x, {}).value(), b = f64.forward(x, {}).value();
    EXPECT_EQ(b.dtype(), DType::F64);
    for (std::int64_t i = 0; i < a.elements(); ++i) EXPECT_NEAR(a.at(i), b.at(i), 1e-4);
}

TEST(SetParameters, takesAllOrNothing) {
    Model source = compiled(lenet().graph, 1), target = compiled(lenet().graph, 2);
    auto values = valuesOf(source);
    ASSERT_TRUE(target.setParameters(values));
    for (const auto& [name, value] : valuesOf(target)) EXPECT_TRUE(value.identical(values.at(name))) << name;

    const auto kept = valuesOf(target);
    const auto refused = [&](const std::map<std::string, Tensor>& bad) {
        const Status status = target.setParameters(bad);
        EXPECT_FALSE(status);
        for (const auto& [name, value] : valuesOf(target)) EXPECT_TRUE(value.identical(kept.at(name))) << name;
        return status ? std::string() : status.error().message();
    };
    auto wrongShape = valuesOf(compiled(lenet().graph, 3));
    wrongShape["dense3.b"] = Tensor::zeros({11});
    EXPECT_EQ(refused(wrongShape), "dense3.b: the shape does not fit (expected 10, found 11)");
    auto missing = valuesOf(compiled(lenet().graph, 3));
    missing.erase("conv2d1.W");
    EXPECT_THAT(refused(missing), HasSubstr("conv2d1.W"));
    auto more = valuesOf(compiled(lenet().graph, 3));
    more["dense9.W"] = Tensor::zeros({1});
    EXPECT_THAT(refused(more), HasSubstr("dense9.W"));
    auto ids = valuesOf(compiled(lenet().graph, 3));
    ids["dense3.b"] = Tensor::zeros({10}, DType::I32);
    EXPECT_THAT(refused(ids), HasSubstr("i32"));
}

TEST(SetParameters, doesNotShareStorageWithWhatItWasGiven) {
    Model model = compiled(Drawing().input("2").dense(1).graph);
    auto values = valuesOf(model);
    ASSERT_TRUE(model.setParameters(values));
    values.at("dense1.W").fill(99);
    EXPECT_NE(model.parameters()[0].variable.value().at(0), 99);
}

}  // namespace
}  // namespace perceptarium::network
