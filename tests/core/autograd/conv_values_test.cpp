// Values and gradients of convolutions and pools against what PyTorch computed (record_conv.py).
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "autograd/ops.h"
#include "core/places.h"

namespace perceptarium::autograd {
namespace {

using Json = nlohmann::json;

Tensor wave(Shape shape, int seed, DType kind) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    for (std::int64_t i = 0; i < tensor.elements(); ++i)
        tensor.data<double>()[i] = std::sin(0.7 * static_cast<double>(i) + seed) * (1 + 0.1 * seed);
    return tensor.cast(kind);
}

Shape shapeFrom(const Json& json) { return Shape(json.get<std::vector<std::int64_t>>()); }

Variable compute(const Json& json, const Variables& in) {
    const auto name = json.at("operation").get<std::string>();
    const auto groups = json.at("groups").get<std::int64_t>();
    const auto number = [&](std::size_t axis, std::size_t i) { return json.at("axes")[axis][i].get<std::int64_t>(); };
    const auto move = [&](std::size_t a) { return ConvAxis{number(a, 0), number(a, 1), number(a, 2), number(a, 3)}; };
    const auto window = [&](std::size_t a) {
        return PoolAxis{number(a, 0), number(a, 1), number(a, 2), number(a, 3), number(a, 4)};
    };
    const Variable bias = in.size() > 2 ? in[2] : Variable();
    if (name == "conv1d") return conv1d(in[0], in[1], bias, move(0), groups);
    if (name == "conv2d") return conv2d(in[0], in[1], bias, move(0), move(1), groups);
    if (name == "conv3d") return conv3d(in[0], in[1], bias, move(0), move(1), move(2), groups);
    if (name == "convTranspose2d") return convTranspose2d(in[0], in[1], bias, move(0), move(1), groups);
    if (name == "maxPool1d") return maxPool1d(in[0], window(0));
    if (name == "maxPool2d") return maxPool2d(in[0], window(0), window(1));
    if (name == "maxPool3d") return maxPool3d(in[0], window(0), window(1), window(2));
    if (name == "averagePool1d") return averagePool1d(in[0], window(0));
    if (name == "averagePool2d") return averagePool2d(in[0], window(0), window(1));
    if (name == "averagePool3d") return averagePool3d(in[0], window(0), window(1), window(2));
    throw std::runtime_error("no operation " + name);
}

void expectNumbers(const Tensor& found, const Json& expected, double tolerance, const std::string& what) {
    const auto numbers = expected.get<std::vector<double>>();
    ASSERT_TRUE(found.defined()) << what;
    ASSERT_EQ(static_cast<std::size_t>(found.elements()), numbers.size()) << what;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        ASSERT_NEAR(found.at(static_cast<std::int64_t>(i)), numbers[i], tolerance * (1 + std::abs(numbers[i])))
            << what << " at " << i;
}

class ConvValues : public testing::TestWithParam<DType> {};
INSTANTIATE_TEST_SUITE_P(Kinds, ConvValues, testing::Values(DType::F32, DType::F64),
                         [](const auto& kind) { return std::string(kind.param == DType::F32 ? "f32" : "f64"); });

TEST_P(ConvValues, areThoseOfPyTorch) {
    std::ifstream file(tests::repository("tests/core/autograd/conv_values.json"));
    const Json cases = Json::parse(file);
    EXPECT_GE(cases.size(), 18u);
    for (const Json& json : cases) {
        const std::string what = json.at("operation").get<std::string>() + " " + json.at("axes").dump();
        const double tolerance = GetParam() == DType::F64 ? 1e-12 : 2e-5;
        Variables in;
        for (const Json& shape : json.at("inputs"))
            in.emplace_back(wave(shapeFrom(shape), static_cast<int>(in.size()) + 1, GetParam()), true);
        const Variable y = compute(json, in);
        ASSERT_EQ(y.shape(), shapeFrom(json.at("shape"))) << what;
        expectNumbers(y.value(), json.at("output"), tolerance, what);
        backward(sum(multiply(y, Variable(wave(y.shape(), 9, GetParam())))));
        for (std::size_t i = 0; i < in.size(); ++i)
            expectNumbers(in[i].grad(), json.at("gradients")[i], tolerance, what + ", gradient " + std::to_string(i));
    }
}

}  // namespace
}  // namespace perceptarium::autograd
