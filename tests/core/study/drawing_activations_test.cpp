#include "study/drawing_activations.h"

#include <gtest/gtest.h>

#include "core/network/drawing.h"
#include "network/model.h"
#include "train/trainer.h"

namespace perceptarium::study {
namespace {

data::PreparedPtr digits() {
    static const auto prepared = data::prepare({}, {});
    return *prepared;
}
network::DataTypes inputOnly() { return {train::dataTypes(digits()->dataset->info()).input, {}}; }

TEST(DrawingActivations, areThoseOfTheCompiledNetwork) {
    network::Drawing drawing;
    drawing.then("input").conv(2, 5).then("relu").then("flatten").dense(10);
    const auto types = inputOnly();
    const auto values = drawingActivations(drawing.graph, network::infer(drawing.graph, types), *digits(), 3, 7);
    ASSERT_TRUE(values) << values.error().message();
    EXPECT_EQ(values->size(), 5u);
    auto model = network::Model::compile(drawing.graph, types, 7);
    ASSERT_TRUE(model);
    Tensor x, y;
    const std::int64_t example = 3;
    ASSERT_TRUE(digits()->read(std::span(&example, 1), x, y));
    const Tensor scores = model->forward(x, network::Pass{}, drawing.last).value();
    const Tensor& seen = values->at(drawing.last);
    EXPECT_EQ(seen.shape(), (Shape{10}));
    for (std::int64_t i = 0; i < 10; ++i) EXPECT_EQ(seen.at(i), scores.at(i));
}

TEST(DrawingActivations, ofAnUnfinishedDrawingTheFinishedPartIsSeen) {
    network::Drawing drawing;
    drawing.then("input");
    const auto input = drawing.last;
    const auto conv = drawing.node("conv2d", {input}), flat = drawing.node("flatten", {input});
    const auto broken = drawing.node("dense", {conv}), alone = drawing.node("relu", {});
    const auto values = drawingActivations(drawing.graph, network::infer(drawing.graph, inputOnly()), *digits(), 0, 1);
    ASSERT_TRUE(values) << values.error().message();
    for (const auto id : {input, conv, flat}) EXPECT_TRUE(values->contains(id)) << id;
    for (const auto id : {broken, alone}) EXPECT_FALSE(values->contains(id)) << id;
}

TEST(DrawingActivations, aLargeDrawingIsRefusedWithItsSize) {
    network::Drawing drawing;
    drawing.then("input").then("flatten").dense(20000);
    const auto values = drawingActivations(drawing.graph, network::infer(drawing.graph, inputOnly()), *digits(), 0, 1);
    ASSERT_FALSE(values);
    EXPECT_NE(values.error().found.find("15.7 million"), std::string::npos) << values.error().message();
}

}  // namespace
}  // namespace perceptarium::study
