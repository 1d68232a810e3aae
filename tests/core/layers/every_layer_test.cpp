// One test over every registered layer: what a declaration promises, it keeps.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "autograd/gradient_check.h"
#include "core/layers/layer_bench.h"
#include "core/places.h"
#include "layers/wording.h"
#include "project/course.h"

namespace perceptarium::layers {
namespace {

class EveryLayer : public ::testing::TestWithParam<const LayerSpec*> {
protected:
    const LayerSpec& spec() const { return *GetParam(); }
    static Settings complete(const LayerSpec& spec, const Sample& sample) {
        auto settings = completeSettings(spec.settings, sample.settings);
        EXPECT_TRUE(settings) << (settings ? "" : settings.error().message());
        return settings.value_or(Settings{});
    }
    LayerBench bench(const Sample& sample, DType dtype) const {
        return {spec(), sample.settings, sample.inputs, dtype};
    }
    static autograd::Variables batches(const Sample& sample, std::int64_t n, DType dtype, bool requiresGrad = false) {
        autograd::Variables in;
        for (std::size_t i = 0; i < sample.inputs.size(); ++i) {
            const TensorType& type = sample.inputs[i];
            in.emplace_back(spreadBatch(type, n, dtype, "input" + std::to_string(i)),
                            requiresGrad && type.dtype != DType::I32);
        }
        return in;
    }
    bool hasForward() const { return spec().category != Category::Data; }
};

INSTANTIATE_TEST_SUITE_P(Registry, EveryLayer, ::testing::ValuesIn(allLayers()), [](const auto& layer) {
    std::string name = layer.param->id;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(LayerRegistry, holdsOneLayerForEachFile) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(tests::repository("core/layers"))) {
        // A layer's file has no header: nothing but the registry knows it.
        auto header = entry.path();
        header.replace_extension(".h");
        files += entry.path().extension() == ".cpp" && !std::filesystem::exists(header);
    }
    EXPECT_EQ(allLayers().size(), files);
    EXPECT_GE(files, 17u);
}

TEST(LayerRegistry, isSortedByGroupOfThePalette) {
    for (std::size_t i = 1; i < allLayers().size(); ++i)
        EXPECT_LE(allLayers()[i - 1]->category, allLayers()[i]->category);
    EXPECT_EQ(findLayer("dense")->title, "Dense");
    EXPECT_EQ(findLayer("quantum"), nullptr);
}

TEST_P(EveryLayer, explainsItself) {
    EXPECT_FALSE(spec().title.empty());
    EXPECT_GT(spec().meaning.size(), 20u);
    EXPECT_EQ(spec().meaning.back(), '.');
    EXPECT_FALSE(spec().formula.empty());
    EXPECT_TRUE(project::findCourseSection(spec().section, "en")) << "no page of resources/course is called " << spec().section;
    EXPECT_GT(spec().help.size(), 60u);
    EXPECT_NE(spec().help.find("Also known as"), std::string::npos);
    for (const auto& setting : spec().settings) {
        EXPECT_FALSE(setting.title.empty()) << setting.name;
        EXPECT_GT(setting.meaning.size(), 15u) << setting.name;
        EXPECT_TRUE(checkSetting(setting, setting.standard)) << setting.name << ": the standard must be allowed";
    }
    EXPECT_FALSE(spec().samples.empty());
    EXPECT_FALSE(spec().badSettings.empty());
}

TEST_P(EveryLayer, refusesBadSettingsByName) {
    for (const BadSetting& bad : spec().badSettings) {
        const auto settings = completeSettings(spec().settings, bad.settings);
        const Error error = settings ? [&] {
            const auto type = spec().shape(*settings, bad.inputs);
            EXPECT_FALSE(type) << "accepted, though " << bad.names << " is bad";
            return type ? Error{} : type.error();
        }()
                                     : settings.error();
        EXPECT_EQ(error.where, bad.names) << error.message();
        EXPECT_FALSE(error.expected.empty()) << error.message();
        if (settings) {
            EXPECT_FALSE(splitAdvice(error.what).second.empty()) << "no advice: " << error.what;
        }
    }
}

TEST_P(EveryLayer, keepsItsSettingsThroughJson) {
    for (const Sample& sample : spec().samples) {
        const Settings settings = complete(spec(), sample);
        const auto again = settingsFromJson(spec().settings, settingsToJson(settings));
        ASSERT_TRUE(again) << again.error().message();
        EXPECT_EQ(*again, settings);
        EXPECT_EQ(settingsToJson(*again).dump(), settingsToJson(settings).dump());
    }
}

TEST_P(EveryLayer, inferredShapeIsTheRealShape) {
    for (const Sample& sample : spec().samples) {
        const auto type = spec().shape(complete(spec(), sample), sample.inputs);
        ASSERT_TRUE(type) << type.error().message();
        if (!hasForward()) continue;
        for (const bool training : {false, true})
            for (const std::int64_t n : {1, 3}) {
                const auto out = bench(sample, DType::F32).run(batches(sample, n, DType::F32), training);
                EXPECT_EQ(out.shape(), type->shape.withBatch(n));
                EXPECT_EQ(out.dtype(), type->dtype);
                for (std::int64_t i = 0; i < out.value().elements(); ++i) ASSERT_TRUE(std::isfinite(out.value().at(i)));
            }
    }
}

TEST_P(EveryLayer, gradientsAgreeWithDifferences) {
    if (!spec().differentiable) GTEST_SKIP() << "declared as not differentiable";
    for (const Sample& sample : spec().samples)
        for (const bool training : {true, false}) {
            LayerBench layer = bench(sample, DType::F64);
            const auto in = batches(sample, 3, DType::F64, true);
            const auto type = spec().shape(complete(spec(), sample), sample.inputs);
            ASSERT_TRUE(type);
            Tensor shifted = spreadBatch(*type, 3, DType::F64, "weights");
            for (double& weight : shifted.values<double>()) weight += 0.5;  // else a bias' gradient may vanish
            const autograd::Variable weights(shifted);
            std::vector<std::pair<std::string, autograd::Variable>> variables;
            for (std::size_t i = 0; i < in.size(); ++i)
                if (in[i].requiresGrad()) variables.emplace_back("input " + std::to_string(i), in[i]);
            for (std::size_t i = 0; i < layer.specs().size(); ++i)
                if (layer.specs()[i].trainable) variables.emplace_back(layer.specs()[i].name, layer.variables()[i]);
            ASSERT_FALSE(variables.empty());
            const auto loss = [&] { return autograd::sum(autograd::multiply(layer.run(in, training), weights)); };
            for (const auto& check : autograd::checkGradients(loss, variables)) {
                EXPECT_LE(check.relativeError, 1e-7)
                    << check.name << (training ? " in training" : " in evaluation") << ": tape " << check.worstTape
                    << ", difference " << check.worstDifference << " at " << check.worstIndex;
                EXPECT_GT(check.checked, 0);
            }
        }
}

TEST_P(EveryLayer, aBatchOfTwoIsTwoBatchesOfOne) {
    if (!hasForward()) GTEST_SKIP() << "the Input has no forward pass";
    for (const Sample& sample : spec().samples) {
        LayerBench layer = bench(sample, DType::F64);
        const auto both = batches(sample, 2, DType::F64);
        const Tensor together = layer.run(both, false).value();
        for (std::int64_t example = 0; example < 2; ++example) {
            autograd::Variables one;
            for (const auto& input : both) {
                const Shape shape = input.shape().withoutBatch().withBatch(1);
                Tensor value = Tensor::empty(shape, input.dtype());
                std::copy_n(input.value().bytes() + static_cast<std::size_t>(example) * value.byteSize(),
                            value.byteSize(), value.bytes());
                one.emplace_back(value);
            }
            const Tensor alone = layer.run(one, false).value();
            for (std::int64_t i = 0; i < alone.elements(); ++i)
                EXPECT_NEAR(alone.at(i), together.at(example * alone.elements() + i), 1e-12);
        }
    }
}

TEST_P(EveryLayer, takesReluToGiveTheSameNumbersAndGradients) {
    if (!spec().takesRelu) GTEST_SKIP() << "ReLU is not done in the same go";
    for (const Sample& sample : spec().samples)
        for (const bool training : {true, false}) {
            std::vector<Tensor> results[2];
            for (const bool fused : {false, true}) {
                LayerBench layer = bench(sample, DType::F32);
                const auto in = batches(sample, 3, DType::F32, true);
                const autograd::Variable y = fused ? layer.run(in, training, 1, true) : autograd::relu(layer.run(in, training));
                autograd::backward(autograd::sum(autograd::multiply(y, y)));
                results[fused].push_back(y.value());
                for (const auto& variable : in) results[fused].push_back(variable.grad());
                for (const auto& variable : layer.variables()) {
                    results[fused].push_back(variable.value());
                    if (variable.requiresGrad()) results[fused].push_back(variable.grad());
                }
            }
            ASSERT_EQ(results[0].size(), results[1].size());
            for (std::size_t i = 0; i < results[0].size(); ++i) EXPECT_TRUE(results[0][i].identical(results[1][i])) << i;
        }
}

TEST_P(EveryLayer, sameSeedGivesTheSameBits) {
    if (!hasForward()) GTEST_SKIP() << "the Input has no forward pass";
    for (const Sample& sample : spec().samples) {
        const auto in = batches(sample, 3, DType::F32);
        const Tensor first = bench(sample, DType::F32).run(in, true, 9).value();
        const Tensor again = bench(sample, DType::F32).run(in, true, 9).value();
        EXPECT_TRUE(first.identical(again));
    }
}

TEST_P(EveryLayer, parametersAreWellDeclared) {
    for (const Sample& sample : spec().samples) {
        std::int64_t trained = 0;
        if (spec().parameters)
            for (const auto& parameter : spec().parameters(complete(spec(), sample), sample.inputs)) {
                EXPECT_FALSE(parameter.name.empty());
                EXPECT_GE(parameter.fanIn, 1);
                EXPECT_GE(parameter.fanOut, 1);
                EXPECT_FALSE(parameter.decays && !parameter.trainable) << parameter.name;
                if (parameter.trainable) trained += parameter.shape.elements();
            }
        EXPECT_EQ(trained > 0, static_cast<bool>(spec().countExplained));
        if (!spec().countExplained) continue;
        const std::string text = spec().countExplained(complete(spec(), sample), sample.inputs);
        EXPECT_TRUE(text.ends_with("= " + grouped(trained))) << text << " against " << trained;
    }
}

TEST_P(EveryLayer, refusesWordIdsUnlessItReadsThem) {
    if (!hasForward()) GTEST_SKIP() << "the Input takes what the data give";
    const auto inputs = TensorTypes(static_cast<std::size_t>(spec().minimumInputs), wordsOf(6, 20));
    const auto settings = completeSettings(spec().settings, {});
    ASSERT_TRUE(settings);
    const auto type = spec().shape(*settings, inputs);
    EXPECT_EQ(type.has_value(), spec().id == "embedding");
    if (!type) {
        EXPECT_EQ(type.error().where, "input");
    }
}

}  // namespace
}  // namespace perceptarium::layers
