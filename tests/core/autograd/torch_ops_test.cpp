// General operations against what PyTorch computed for the same inputs (torch_ops.json, made by make_torch_ops.py): the
// gradient check proves that value and derivative fit each other, this that the value, and where the gradient goes at
// ties and bounds, are right.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "autograd/ops.h"
#include "core/autograd/torch_numbers.h"

namespace perceptarium::autograd {
namespace {

using nlohmann::json;
using tests::wave;
using Operation = std::function<Variable(const Variables&)>;

Tensor waveAboveZero(Shape shape) {
    const Tensor values = wave(std::move(shape), 5);
    return greater(values, Tensor::zeros({}, DType::F64));
}

Tensor someIds() { return Tensor::of<std::int32_t>({2, 3}, std::vector<std::int32_t>{0, 2, 2, 1, 0, 2}); }
Tensor rowsMask() {
    Tensor mask = greater(wave({3, 4}, 5), Tensor::full({}, -1, DType::F64));
    std::fill_n(mask.data<std::int32_t>() + 4, 4, 0);  // nothing counts in the second row
    return mask;
}

Operation two(Variable (*f)(const Variable&, const Variable&)) {
    return [f](const Variables& in) { return f(in[0], in[1]); };
}
Operation one(Variable (*f)(const Variable&)) {
    return [f](const Variables& in) { return f(in[0]); };
}
Operation over(Variable (*f)(const Variable&, const std::vector<int>&, bool), std::vector<int> axes,
               bool keepDims = false) {
    return [=](const Variables& in) { return f(in[0], axes, keepDims); };
}

const std::map<std::string, Operation>& operations() {
    static const std::map<std::string, Operation> table = {
        {"add", two(add)},
        {"addEqual", two(add)},
        {"subtract", two(subtract)},
        {"subtractEqual", two(subtract)},
        {"multiply", two(multiply)},
        {"multiplyEqual", two(multiply)},
        {"divide", two(divide)},
        {"divideEqual", two(divide)},
        {"power", two(power)},
        {"powerOfNumber", [](const Variables& in) { return power(in[0], 3.0); }},
        {"minimum", two(minimum)},
        {"maximum", two(maximum)},
        {"exp", one(exp)},
        {"square", one(square)},
        {"abs", one(abs)},
        {"reciprocal", one(reciprocal)},
        {"sin", one(sin)},
        {"cos", one(cos)},
        {"negate", one(negate)},
        {"log", one(log)},
        {"sqrt", one(sqrt)},
        {"clip", [](const Variables& in) { return clip(in[0], -0.5, 0.25); }},
        {"clipAtBounds", [](const Variables& in) { return clip(in[0], -1, 1); }},
        {"where",
         [](const Variables& in) {
             return where(waveAboveZero({3, 4}), in[0], in[1]);
         }},
        {"maskedFill", [](const Variables& in) { return maskedFill(in[0], waveAboveZero({4}), -2); }},
        {"sumLast", over(sum, {-1})},
        {"sumFirst", over(sum, {0}, true)},
        {"sumOuter", over(sum, {0, 2})},
        {"meanLast", over(mean, {-1})},
        {"meanFirst", over(mean, {0}, true)},
        {"meanOuter", over(mean, {0, 2})},
        {"maxLast", over(max, {-1})},
        {"maxFirst", over(max, {0}, true)},
        {"maxOuter", over(max, {0, 2})},
        {"minLast", over(min, {-1})},
        {"minFirst", over(min, {0}, true)},
        {"minOuter", over(min, {0, 2})},
        {"maxTies", over(max, {1})},
        {"variance",
         [](const Variables& in) {
             return variance(in[0], {0, 2});
         }},
        {"varianceUnbiased", [](const Variables& in) { return variance(in[0], {1}, true, true); }},
        {"norm", over(norm, {1})},
        {"normOfZeros", over(norm, {1})},
        {"cumulativeSum", [](const Variables& in) { return cumulativeSum(in[0], 1); }},
        {"argmax", [](const Variables& in) { return Variable(argmax(in[0].value(), 1)); }},
        {"matmul", [](const Variables& in) { return matmul(in[0], in[1]); }},
        {"matmulBatched", [](const Variables& in) { return matmul(in[0], in[1]); }},
        {"matmulShared", [](const Variables& in) { return matmul(in[0], in[1]); }},
        {"matmulTransposed", [](const Variables& in) { return matmul(in[0], in[1], true, true); }},
        {"matmulSharedTransposed", [](const Variables& in) { return matmul(in[0], in[1], false, true); }},
        {"permute",
         [](const Variables& in) {
             return permute(in[0], {2, 0, 1});
         }},
        {"transpose", [](const Variables& in) { return transpose(in[0], 0, 2); }},
        {"flip",
         [](const Variables& in) {
             return flip(in[0], {0, 2});
         }},
        {"slice", [](const Variables& in) { return slice(in[0], 1, 1, 6, 2); }},
        {"split",
         [](const Variables& in) {
             return split(in[0], {1, 3}, 1)[1];
         }},
        {"pad",
         [](const Variables& in) {
             return pad(in[0], {2, 1}, {1, 0}, 0.5);
         }},
        {"concatenate", [](const Variables& in) { return concatenate(in, 1); }},
        {"stack", [](const Variables& in) { return stack(in, 1); }},
        {"broadcastTo",
         [](const Variables& in) {
             return broadcastTo(in[0], {2, 3, 4});
         }},
        {"repeat", [](const Variables& in) { return repeat(in[0], 1, 3); }},
        {"repeatEach", [](const Variables& in) { return repeatEach(in[0], 1, 2); }},
        {"gather", [](const Variables& in) { return gather(in[0], someIds(), 1); }},
        {"scatterAdd", [](const Variables& in) { return scatterAdd(in[0], someIds(), in[1], 1); }},
        {"indexSelect", [](const Variables& in) { return indexSelect(in[0], someIds(), 1); }},
        {"oneHot", [](const Variables&) { return Variable(oneHot(someIds(), 4)); }},
        {"softmaxLast", [](const Variables& in) { return softmax(in[0]); }},
        {"softmaxMiddle", [](const Variables& in) { return softmax(in[0], 1); }},
        {"softmaxWarm", [](const Variables& in) { return softmax(in[0], 0, 2.5); }},
        {"softmaxMasked", [](const Variables& in) { return softmax(in[0], -1, 1, rowsMask()); }},
        {"logSoftmaxLast", [](const Variables& in) { return logSoftmax(in[0]); }},
        {"logSoftmaxFirst", [](const Variables& in) { return logSoftmax(in[0], 0); }},
        {"logSoftmaxMasked", [](const Variables& in) { return logSoftmax(in[0], 1, 1, rowsMask()); }},
        {"logSumExp", [](const Variables& in) { return logSumExp(in[0], 1); }},
        {"logSumExpLast", [](const Variables& in) { return logSumExp(in[0], -1, true); }},
    };
    return table;
}

Tensor tensorOf(const json& numbers) {
    return Tensor::of<double>(Shape(numbers.at("shape").get<std::vector<std::int64_t>>()),
                              numbers.at("values").get<std::vector<double>>());
}
void expectNumbers(const Tensor& found, const Tensor& expected, const std::string& what) {
    ASSERT_TRUE(found.defined()) << what;
    ASSERT_EQ(found.shape(), expected.shape()) << what;
    for (std::int64_t i = 0; i < found.elements(); ++i)
        ASSERT_NEAR(found.at(i), expected.at(i), 1e-12 * (1 + std::abs(expected.at(i)))) << what << " at " << i;
}

TEST(TorchOps, valuesAndGradients) {
    std::ifstream file(tests::repository("tests/core/autograd/torch_ops.json"));
    const json cases = json::parse(file).at("cases");
    ASSERT_GT(cases.size(), 40u);
    for (const auto& [name, operation] : operations()) EXPECT_TRUE(cases.contains(name)) << name << " was not recorded";
    for (const auto& [name, expected] : cases.items()) {
        const auto found = operations().find(name);
        ASSERT_NE(found, operations().end()) << name << " is recorded but not compared";
        Variables inputs;
        for (const json& input : expected.at("inputs")) inputs.emplace_back(tensorOf(input), true);
        const Variable y = found->second(inputs);
        expectNumbers(y.value(), tensorOf(expected.at("y")), name);
        if (expected.at("gradients").empty()) continue;
        backward(sum(multiply(y, Variable(wave(y.shape(), 9)))));
        for (std::size_t i = 0; i < inputs.size(); ++i)
            expectNumbers(inputs[i].grad(), tensorOf(expected.at("gradients")[i]),
                          name + ", input " + std::to_string(i));
    }
}

}  // namespace
}  // namespace perceptarium::autograd
