// Every initializer keeps its law, is the same for the same stream, and can be chosen where there are weights.
#include "layers/initializers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "core/network/drawing.h"
#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/wording.h"
#include "network/model.h"

namespace perceptarium::layers {
namespace {

constexpr std::int64_t kIn = 600, kOut = 400;

Tensor drawn(std::string_view id, double number, Shape shape = {kIn, kOut}, std::uint64_t seed = 4,
             DType dtype = DType::F64) {
    Tensor w = Tensor::empty(shape, dtype);
    Random random(seed, "initializers");
    initialize(w, {id, number}, kIn, kOut, random);
    return w;
}

struct Law {
    double number, variance, largest;
};

/// What each must give on a layer of kIn × kOut. A normal cut at two deviations keeps 0.7737 of its variance (standard
/// tables: 1 − 4 φ(2)/(1 − 2 Φ(−2))).
const std::map<std::string, Law>& laws() {
    const double infinite = 1e9, cut = 0.77374;
    static const std::map<std::string, Law> all{
        {"zeros", {7, 0, 0}},
        {"constant", {-0.3, 0, 0.3}},
        {"normal", {0.2, 0.04, infinite}},
        {"truncated-normal", {0.2, 0.04 * cut, 0.4}},
        {"uniform", {0.3, 0.03, 0.3}},
        {"glorot-uniform", {0, 2.0 / (kIn + kOut), std::sqrt(6.0 / (kIn + kOut))}},
        {"glorot-normal", {0, 2.0 / (kIn + kOut), infinite}},
        {"he-uniform", {0, 2.0 / kIn, std::sqrt(6.0 / kIn)}},
        {"he-normal", {0, 2.0 / kIn, infinite}},
        {"lecun-normal", {0, 1.0 / kIn, infinite}},
        {"orthogonal", {0, 1.0 / kIn, 1}},
    };
    return all;
}

TEST(Initializers, eachHasALawHere) {
    for (const auto* spec : allInitializers()) EXPECT_TRUE(laws().contains(spec->id)) << spec->id;
    EXPECT_EQ(allInitializers().size(), laws().size());
    EXPECT_EQ(findInitializer("glorot-uniform")->title, "Glorot uniform");
    EXPECT_EQ(findInitializer("magic"), nullptr);
}

TEST(Initializers, explainThemselvesInOneLine) {
    for (const auto* spec : allInitializers()) {
        EXPECT_GT(spec->meaning.size(), 20u) << spec->id;
        EXPECT_LT(spec->meaning.size(), 110u) << spec->id;
        EXPECT_EQ(spec->meaning.back(), '.') << spec->id;
        EXPECT_FALSE(spec->title.empty() || spec->formula.empty()) << spec->id;
    }
}

TEST(Initializers, haveTheirVarianceWithinTwoPercent) {
    for (const auto& [id, law] : laws()) {
        const Tensor w = drawn(id, law.number);
        const auto count = static_cast<double>(w.elements());
        double mean = 0, variance = 0, largest = 0;
        for (const double v : w.values<double>()) {
            mean += v / count;
            largest = std::max(largest, std::abs(v));
        }
        for (const double v : w.values<double>()) variance += (v - mean) * (v - mean) / count;
        EXPECT_NEAR(variance, law.variance, 0.02 * law.variance + 1e-20) << id;
        EXPECT_LE(largest, law.largest + 1e-12) << id;
        EXPECT_NEAR(mean, id == "constant" ? -0.3 : 0, 5 * std::sqrt(law.variance / count) + 1e-12) << id;
    }
}

TEST(Initializers, repeatThemselvesAndAreTheSameInBothKindsOfNumbers) {
    for (const auto& [id, law] : laws()) {
        const Tensor wide = drawn(id, law.number);
        EXPECT_TRUE(wide.identical(drawn(id, law.number))) << id;
        if (law.variance > 0) {
            EXPECT_FALSE(wide.identical(drawn(id, law.number, {kIn, kOut}, 5))) << id;
        }
        const Tensor narrow = drawn(id, law.number, {kIn, kOut}, 4, DType::F32);
        for (std::int64_t i = 0; i < wide.elements(); i += 997)
            ASSERT_EQ(narrow.data<float>()[i], static_cast<float>(wide.data<double>()[i])) << id;
    }
}

/// WᵀW of the shorter side must be the identity; all axes but the last count as rows.
void expectOrthogonal(const Shape& shape) {
    const Tensor w = drawn("orthogonal", 0, shape);
    const std::int64_t columns = shape[-1], rows = w.elements() / columns;
    const bool tall = rows >= columns;
    const std::int64_t count = tall ? columns : rows, length = tall ? rows : columns;
    const auto at = [&](std::int64_t vector, std::int64_t k) {
        return w.data<double>()[tall ? k * columns + vector : vector * columns + k];
    };
    for (std::int64_t a = 0; a < count; ++a)
        for (std::int64_t b = 0; b <= a; ++b) {
            double dot = 0;
            for (std::int64_t k = 0; k < length; ++k) dot += at(a, k) * at(b, k);
            ASSERT_NEAR(dot, a == b ? 1 : 0, 1e-12) << shape.text() << ", " << a << " and " << b;
        }
}

TEST(Initializers, orthogonalGivesVectorsAtRightAngles) {
    expectOrthogonal({60, 40});
    expectOrthogonal({40, 60});
    expectOrthogonal({31, 31});
    expectOrthogonal({3, 3, 4, 10});
    expectOrthogonal({5, 5, 1, 40});
    expectOrthogonal({1, 1});
    expectOrthogonal({7});
}

TEST(Initializers, ofEmptyTensorsDoNothing) {
    for (const auto& [id, law] : laws()) EXPECT_EQ(drawn(id, law.number, {0, 4}).elements(), 0) << id;
}

TEST(Initializers, standardsAreWhatTheyWereBeforeThereWasAChoice) {
    // Recorded results hang on these very bits.
    const auto expectDrawn = [](const char* layer, const TensorTypes& in, auto draw) {
        const auto* spec = findLayer(layer);
        const auto settings = completeSettings(spec->settings, {}).value();
        const auto parameter = spec->parameters(settings, in).front();
        Tensor ours = Tensor::empty(parameter.shape);
        Random first(9, "init/a.W"), second(9, "init/a.W");
        initialize(ours, parameter.initializer, parameter.fanIn, parameter.fanOut, first);
        for (const float value : ours.values<float>()) ASSERT_EQ(value, static_cast<float>(draw(second))) << layer;
    };
    const auto uniform = [](double limit) { return [limit](Random& random) { return random.uniform(-limit, limit); }; };
    expectDrawn("dense", {vectorOf(30)}, uniform(std::sqrt(6.0 / (30 + 64))));
    expectDrawn("conv2d", {pictureOf(9, 9, 5)}, uniform(std::sqrt(6.0 / (9 * 5 + 9 * 8))));
    expectDrawn("embedding", {wordsOf(6, 20)}, [](Random& random) { return 0.05 * random.normal(); });
}

TEST(Initializers, areChosenBySettings) {
    using network::Drawing;
    using network::whole;
    const auto start = [](const Settings& settings) {
        Settings all = settings;
        all["units"] = whole(50);
        auto model = network::Model::compile(Drawing().input("80").then("dense", all).graph, {}, 3);
        EXPECT_TRUE(model) << (model ? "" : model.error().message());
        return std::pair(model->parameters()[0].variable.value().clone(),
                         model->parameters()[1].variable.value().clone());
    };
    const auto [constant, bias] =
        start({{"initializer", std::string("constant")}, {"initializerNumber", 0.25}, {"biasStart", -1.5}});
    for (const float value : constant.values<float>()) EXPECT_EQ(value, 0.25f);
    for (const float value : bias.values<float>()) EXPECT_EQ(value, -1.5f);
    const auto [zero, noBias] = start({{"initializer", std::string("zeros")}});
    for (const float value : zero.values<float>()) EXPECT_EQ(value, 0.0f);
    for (const float value : noBias.values<float>()) EXPECT_EQ(value, 0.0f);
    const auto [he, ignored] = start({{"initializer", std::string("he-normal")}});
    double squares = 0;
    for (const float value : he.values<float>()) squares += static_cast<double>(value) * value / 4000;
    EXPECT_NEAR(squares, 2.0 / 80, 0.15 * 2 / 80);
    const auto refused = network::Model::compile(
        Drawing().input("4").then("dense", {{"initializer", std::string("magic")}}).graph, {}, 3);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message().find("glorot-uniform"), std::string::npos) << refused.error().message();
}

TEST(Initializers, numbersMatterOnlyWhereThereIsOne) {
    const auto& specs = findLayer("dense")->settings;
    const SettingSpec& number = *findSetting(specs, "initializerNumber");
    EXPECT_FALSE(matters(number, specs, {}));
    EXPECT_FALSE(matters(number, specs, {{"initializer", std::string("he-normal")}}));
    EXPECT_TRUE(matters(number, specs, {{"initializer", std::string("uniform")}}));
    const SettingSpec& bias = *findSetting(specs, "biasStart");
    EXPECT_TRUE(matters(bias, specs, {}));
    EXPECT_FALSE(matters(bias, specs, {{"bias", false}}));
    EXPECT_TRUE(matters(*findSetting(specs, "units"), specs, {{"bias", false}}));
    const SettingSpec& choice = *findSetting(specs, "initializer");
    EXPECT_EQ(choice.choices.size(), choice.choiceMeanings.size());
    EXPECT_EQ(choice.choices.size(), allInitializers().size());
}

}  // namespace
}  // namespace perceptarium::layers
