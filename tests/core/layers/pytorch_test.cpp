// Values and gradients of every layer against what PyTorch computed; sizes and counts over a grid of cases.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/layers/layer_bench.h"
#include "core/layers/recorded.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

Settings settingsOf(const LayerSpec& spec, const nlohmann::json& json) {
    const auto settings = settingsFromJson(spec.settings, json);
    if (!settings) throw std::runtime_error(settings.error().message());
    return *settings;
}

void expectNear(const Tensor& ours, const nlohmann::json& theirs, double tolerance, const std::string& what) {
    const Tensor expected = tensorFrom(theirs);
    ASSERT_TRUE(ours.defined()) << what;
    ASSERT_EQ(ours.shape(), expected.shape()) << what;
    for (std::int64_t i = 0; i < ours.elements(); ++i)
        ASSERT_NEAR(ours.at(i), expected.at(i), tolerance * (1 + std::abs(expected.at(i))))
            << what << ", element " << i;
}

/// Forward and backward of one recorded case in f32 or f64.
void compare(const nlohmann::json& json, DType dtype, double tolerance) {
    const LayerSpec* spec = findLayer(json.at("layer").get<std::string>());
    ASSERT_NE(spec, nullptr);
    TensorTypes types;
    autograd::Variables in;
    for (const auto& input : json.at("inputs")) {
        const Tensor value = tensorFrom(input);
        const bool ids = value.dtype() == DType::I32;
        types.push_back({value.shape().withoutBatch(), ids ? DType::I32 : DType::F32, ids ? 7 : 0});
        in.emplace_back(ids ? value : value.cast(dtype).clone(), !ids);
    }
    const Settings settings = settingsOf(*spec, json.at("settings"));
    const auto type = spec->shape(completeSettings(spec->settings, settings).value(), types);
    ASSERT_TRUE(type) << type.error().message();
    LayerBench layer(*spec, settings, types, dtype);
    for (const char* kind : {"parameters", "states"})
        for (const auto& [name, value] : json.at(kind).items()) {
            ASSERT_EQ(layer.variable(name).shape(), shapeFrom(value.at("shape"))) << name;
            const Tensor given = tensorFrom(value).cast(dtype);
            std::copy_n(given.bytes(), given.byteSize(), layer.variable(name).mutableValue().bytes());
        }
    const autograd::Variable out = layer.run(in, json.at("training").get<bool>());
    expectNear(out.value(), json.at("output"), tolerance, "output");
    if (!spec->differentiable) {
        EXPECT_FALSE(out.requiresGrad());
        return;
    }
    const autograd::Variable weights(tensorFrom(json.at("weights")).cast(dtype));
    autograd::backward(autograd::sum(autograd::multiply(out, weights)));
    for (std::size_t i = 0; i < in.size(); ++i)
        if (in[i].requiresGrad())
            expectNear(in[i].grad(), json.at("inputGradients")[i], tolerance, "gradient of input " + std::to_string(i));
    for (const auto& [name, gradient] : json.at("parameterGradients").items())
        expectNear(layer.variable(name).grad(), gradient, tolerance, "gradient of " + name);
    for (const auto& [name, state] : json.at("statesAfter").items())
        expectNear(layer.variable(name).value(), state, tolerance, name);
}

TEST(AgainstPyTorch, everyLayerButTheInputIsRecorded) {
    std::set<std::string> layers = {"input"};
    for (const auto& json : recorded("pytorch_values.json")) layers.insert(json.at("layer").get<std::string>());
    for (const LayerSpec* spec : allLayers()) EXPECT_TRUE(layers.contains(spec->id)) << spec->id;
}

TEST(AgainstPyTorch, valuesAndGradientsAgreeInF64) {
    for (const auto& json : recorded("pytorch_values.json")) {
        SCOPED_TRACE(json.at("layer").dump() + json.at("settings").dump());
        compare(json, DType::F64, 1e-12);
    }
}

TEST(AgainstPyTorch, valuesAndGradientsAgreeInF32) {
    for (const auto& json : recorded("pytorch_values.json")) {
        SCOPED_TRACE(json.at("layer").dump() + json.at("settings").dump());
        compare(json, DType::F32, 2e-5);
    }
}

TEST(AgainstPyTorch, sizesAndCountsAgreeOverAGrid) {
    int refused = 0, accepted = 0;
    for (const auto& json : recorded("pytorch_shapes.json")) {
        SCOPED_TRACE(json.dump());
        const LayerSpec* spec = findLayer(json.at("layer").get<std::string>());
        ASSERT_NE(spec, nullptr);
        const Settings settings = completeSettings(spec->settings, settingsOf(*spec, json.at("settings"))).value();
        const TensorTypes in = {{shapeFrom(json.at("input")), DType::F32, 0}};
        const auto type = spec->shape(settings, in);
        ASSERT_EQ(type.has_value(), !json.at("output").is_null());
        if (!type) {
            ++refused;
            const std::string where = type.error().where;
            if (json.at("layer") == "conv2d")
                EXPECT_TRUE(where == "kernel" || (where == "dilation" && settings.contains("dilation"))) << where;
            else
                EXPECT_EQ(where, "size");
            continue;
        }
        ++accepted;
        EXPECT_EQ(type->shape[0], json.at("output")[0].get<std::int64_t>());
        EXPECT_EQ(type->shape[1], json.at("output")[1].get<std::int64_t>());
        std::int64_t count = 0;
        if (spec->parameters)
            for (const auto& parameter : spec->parameters(settings, in)) count += parameter.shape.elements();
        EXPECT_EQ(count, json.at("count").get<std::int64_t>());
        const std::string sum = spec->shapeExplained(settings, in);
        EXPECT_TRUE(sum.ends_with("= " + std::to_string(type->shape[1]))) << sum;
    }
    EXPECT_GT(refused, 50);
    EXPECT_GT(accepted, 250);
}

}  // namespace
}  // namespace perceptarium::layers
