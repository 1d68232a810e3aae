// The words and sums that a learner reads.
#include "layers/wording.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/layers/layer_bench.h"

namespace perceptarium::layers {
namespace {

SettingValue whole(std::int64_t value) { return value; }
SettingValue text(const char* value) { return std::string(value); }

std::string shapeSum(const char* layer, const Settings& settings, const TensorTypes& in) {
    const LayerSpec& spec = *findLayer(layer);
    return spec.shapeExplained(completeSettings(spec.settings, settings).value(), in);
}
std::string countSum(const char* layer, const Settings& settings, const TensorTypes& in) {
    const LayerSpec& spec = *findLayer(layer);
    return spec.countExplained(completeSettings(spec.settings, settings).value(), in);
}

TEST(Wording, namesWhatFlowsAlongAnEdge) {
    EXPECT_EQ(inWords(vectorOf(784)), "a vector of 784 numbers");
    EXPECT_EQ(inWords(vectorOf(1)), "a vector of 1 number");
    EXPECT_EQ(inWords(pictureOf(28, 28, 1)), "a 28×28×1 picture");
    EXPECT_EQ(inWords(sequenceOf(40, 16)), "a sequence of 40 vectors of 16 numbers");
    EXPECT_EQ(inWords(wordsOf(40, 2000)), "a row of 40 word ids");
}

TEST(Wording, groupsLongNumbers) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(850), "850");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(61706), "61,706");
    EXPECT_EQ(grouped(123456789), "123,456,789");
    EXPECT_EQ(grouped(-123456), "-123,456");
}

TEST(Wording, takesProblemAndAdviceApartAgain) {
    const Error error = teach("kernel", "It does not fit", "Make it smaller. Or not.", "at most 3", "5");
    EXPECT_EQ(splitAdvice(error.what),
              std::pair(std::string("It does not fit"), std::string("Make it smaller. Or not.")));
    EXPECT_EQ(splitAdvice("slope 0.5 is odd").second, "");
}

TEST(Explained, putsTheNumbersIntoTheFormula) {
    const Settings lenet1 = {
        {"filters", whole(6)}, {"kernel", whole(5)}, {"padding", text("explicit")}, {"pad", whole(2)}};
    EXPECT_EQ(countSum("conv2d", lenet1, {pictureOf(28, 28, 1)}), "(5·5·1 + 1)·6 = 156");
    EXPECT_EQ(shapeSum("conv2d", lenet1, {pictureOf(28, 28, 1)}), "⌊(28 + 2·2 − 5)/1⌋ + 1 = 28");
    const Settings lenet2 = {{"filters", whole(16)}, {"kernel", whole(5)}, {"bias", false}};
    EXPECT_EQ(countSum("conv2d", lenet2, {pictureOf(14, 12, 6)}), "5·5·6·16 = 2,400");
    EXPECT_EQ(shapeSum("conv2d", lenet2, {pictureOf(14, 12, 6)}),
              "height ⌊(14 + 2·0 − 5)/1⌋ + 1 = 10, width ⌊(12 + 2·0 − 5)/1⌋ + 1 = 8");
    EXPECT_EQ(shapeSum("conv2d", {{"padding", text("same")}, {"stride", whole(2)}}, {pictureOf(7, 7, 1)}), "⌈7/2⌉ = 4");
    EXPECT_EQ(shapeSum("max-pool", {}, {pictureOf(28, 28, 6)}), "⌊(28 − 2)/2⌋ + 1 = 14");
    EXPECT_EQ(countSum("dense", {{"units", whole(120)}}, {vectorOf(400)}), "(400 + 1)·120 = 48,120");
    EXPECT_EQ(countSum("dense", {{"units", whole(3)}, {"bias", false}}, {vectorOf(4)}), "4·3 = 12");
    EXPECT_EQ(countSum("batch-norm", {}, {pictureOf(8, 8, 16)}), "2·16 = 32");
    EXPECT_EQ(countSum("embedding", {{"dimension", whole(16)}}, {wordsOf(40, 2000)}), "2000·16 = 32,000");
    EXPECT_EQ(shapeSum("flatten", {}, {pictureOf(5, 5, 16)}), "5·5·16 = 400");
    EXPECT_EQ(shapeSum("concatenate", {}, {vectorOf(2), vectorOf(3)}), "2 + 3 = 5");
}

TEST(Explained, countsRowsAndColumnsOfAWindowByThemselves) {
    const Settings wide = {{"filters", whole(6)}, {"kernel", Pair{1, 5}}, {"stride", Pair{1, 2}}};
    EXPECT_EQ(countSum("conv2d", wide, {pictureOf(28, 28, 1)}), "(1·5·1 + 1)·6 = 36");
    EXPECT_EQ(shapeSum("conv2d", wide, {pictureOf(28, 28, 1)}), "height ⌊(28 + 2·0 − 1)/1⌋ + 1 = 28, width ⌊(28 + 2·0 − 5)/2⌋ + 1 = 12");
    EXPECT_EQ(shapeSum("max-pool", {{"size", Pair{3, 2}}}, {pictureOf(12, 9, 2)}), "height ⌊(12 − 3)/3⌋ + 1 = 4, width ⌊(9 − 2)/2⌋ + 1 = 4");
    EXPECT_EQ(shapeSum("average-pool", {{"size", Pair{2, 4}}, {"stride", Pair{0, 3}}}, {pictureOf(8, 10, 1)}),
              "height ⌊(8 − 2)/2⌋ + 1 = 4, width ⌊(10 − 4)/3⌋ + 1 = 3");
}

TEST(Explained, saysWhichSideOfAWindowDoesNotFit) {
    const auto refused = [](const char* layer, const Settings& settings, const TensorType& in) {
        const LayerSpec& spec = *findLayer(layer);
        const auto type = spec.shape(completeSettings(spec.settings, settings).value(), {in});
        EXPECT_FALSE(type);
        return type ? std::string() : splitAdvice(type.error().what).first + " | " + type.error().expected + " | " + type.error().found;
    };
    EXPECT_EQ(refused("conv2d", {{"kernel", Pair{3, 6}}}, pictureOf(9, 5, 1)), "A 3×6 filter does not fit into a 9×5×1 picture | at most 5 columns | 3×6");
    EXPECT_EQ(refused("conv2d", {{"kernel", Pair{5, 1}}}, pictureOf(1, 5, 1)), "A 5×1 filter does not fit into a 1×5×1 picture | at most 1 row | 5×1");
    EXPECT_EQ(refused("conv2d", {{"kernel", whole(7)}}, pictureOf(9, 5, 1)), "A 7×7 filter does not fit into a 9×5×1 picture | at most 5 | 7");
    EXPECT_EQ(refused("conv2d", {{"dilation", Pair{1, 3}}}, pictureOf(5, 5, 1)),
              "A 3×3 filter with dilation 1×3 does not fit into a 5×5×1 picture | at most 2 columns | 1×3");
    EXPECT_EQ(refused("max-pool", {{"size", Pair{2, 7}}}, pictureOf(6, 6, 1)), "A 2×7 window does not fit into a 6×6×1 picture | at most 6 columns | 2×7");
    EXPECT_EQ(refused("max-pool", {{"size", Pair{4, 2}}, {"padding", text("explicit")}, {"pad", Pair{1, 2}}}, pictureOf(6, 6, 1)),
              "With padding 1×2 a window of 4×2 lies beside everything | at most 1 column | 1×2");
}

TEST(Conv2d, oneNumberForBothIsTheSameAsTwo) {
    const LayerSpec& spec = *findLayer("conv2d");
    const Settings one = {{"kernel", whole(3)}, {"stride", whole(2)}, {"padding", text("explicit")}, {"pad", whole(2)}};
    const Settings two = {{"kernel", Pair{3, 3}}, {"stride", Pair{2, 2}}, {"padding", text("explicit")}, {"pad", Pair{2, 2}}};
    EXPECT_EQ(completeSettings(spec.settings, one).value(), completeSettings(spec.settings, two).value());
}

TEST(Input, readsShapesAsPeopleWriteThem) {
    const LayerSpec& input = *findLayer("input");
    const auto read = [&](const char* written) {
        return input.shape(completeSettings(input.settings, {{"shape", text(written)}}).value(), {}).value();
    };
    EXPECT_EQ(read("28x28x1"), pictureOf(28, 28, 1));
    EXPECT_EQ(read("28×28×1"), pictureOf(28, 28, 1));
    EXPECT_EQ(read(" 28 X 28, 3 "), pictureOf(28, 28, 3));
    EXPECT_EQ(read("784"), vectorOf(784));
    EXPECT_EQ(read("words:40"), wordsOf(40, 0));
    EXPECT_EQ(read("words:40:2000"), wordsOf(40, 2000));
}

TEST(Conv2d, samePaddingKeepsSizeAtAnyKernel) {
    const LayerSpec& spec = *findLayer("conv2d");
    for (std::int64_t kernel = 1; kernel <= 9; ++kernel)
        for (std::int64_t size = 1; size <= 9; ++size) {
            const Settings settings = {{"kernel", whole(kernel)}, {"padding", text("same")}, {"filters", whole(2)}};
            const auto type = spec.shape(completeSettings(spec.settings, settings).value(), {pictureOf(size, size, 1)});
            ASSERT_TRUE(type) << type.error().message();
            EXPECT_EQ(*type, pictureOf(size, size, 2));
        }
}

TEST(Dropout, keepsTheMeanAndSwitchesOffTheRate) {
    LayerBench layer(*findLayer("dropout"), {{"rate", 0.3}}, {vectorOf(20000)}, DType::F32);
    const autograd::Variable ones(Tensor::full({1, 20000}, 1));
    const Tensor out = layer.run({ones}, true).value();
    double sum = 0, zeros = 0;
    for (const float value : out.values<float>()) {
        sum += value;
        zeros += value == 0;
        ASSERT_TRUE(value == 0 || std::abs(value - 1 / 0.7f) < 1e-5f);
    }
    EXPECT_NEAR(zeros / 20000, 0.3, 0.015);
    EXPECT_NEAR(sum / 20000, 1, 0.02);
    EXPECT_TRUE(layer.run({ones}, false).value().identical(ones.value()));
}

}  // namespace
}  // namespace perceptarium::layers
