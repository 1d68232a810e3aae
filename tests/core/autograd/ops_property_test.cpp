// Arithmetic and reductions on random shapes, axes, broadcasts, masks and settings against two-sided differences: the
// same draws each time, kinks avoided.
#include <gtest/gtest.h>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/autograd/random_inputs.h"

namespace perceptarium::autograd {
namespace {

using namespace tests;

/// Two operands that broadcast in either direction.
using Maker = Tensor (*)(Random&, const Shape&);
RandomCases ofTwo(std::string name, Variable (*f)(const Variable&, const Variable&), Maker left, Maker right) {
    return {name, [=](Random& random) {
                const Shape shape = anyShape(random);
                const Shape a = narrower(random, shape), b = narrower(random, shape);
                return GradientCase{a.text() + " and " + b.text(),
                                    {left(random, a), right(random, b)},
                                    [f](const Variables& in) { return f(in[0], in[1]); }};
            }};
}
RandomCases ofOne(std::string name, Variable (*f)(const Variable&), Maker make) {
    return {name, [=](Random& random) {
                const Shape shape = anyShape(random);
                return GradientCase{shape.text(), {make(random, shape)}, [f](const Variables& in) { return f(in[0]); }};
            }};
}
RandomCases reduction(std::string name, Variable (*f)(const Variable&, const std::vector<int>&, bool), Maker make) {
    return {name, [=](Random& random) {
                const Shape shape = anyShape(random, 0, 5);
                const auto axes = someAxes(random, shape);
                const bool keepDims = random.below(2) == 0;
                return GradientCase{shape.text() + " over " + testing::PrintToString(axes),
                                    {make(random, shape)},
                                    [=](const Variables& in) { return f(in[0], axes, keepDims); }};
            }};
}

Tensor positive(Random& random, const Shape& shape) { return uniform(random, shape, 0.3, 2); }
/// Not near 0, either sign.
Tensor awayFromZero(Random& random, const Shape& shape) {
    Tensor tensor = positive(random, shape);
    for (double& value : tensor.values<double>())
        if (random.below(2) == 0) value = -value;
    return tensor;
}
/// On the second of two operands: halfway between the places of `apart`, so that no two ever meet.
Tensor between(Random& random, const Shape& shape) {
    Tensor tensor = apart(random, shape);
    for (double& value : tensor.values<double>()) value += 0.01;
    return tensor;
}

std::vector<RandomCases> arithmetic() {
    return {
        ofTwo("add", add, normals, normals),
        ofTwo("subtract", subtract, normals, normals),
        ofTwo("multiply", multiply, normals, normals),
        ofTwo("divide", divide, normals, awayFromZero),
        ofTwo("power", power, positive, normals),
        ofTwo("minimum", minimum, apart, between),
        ofTwo("maximum", maximum, apart, between),
        ofOne("negate", negate, normals),
        ofOne("exp", exp, normals),
        ofOne("log", log, positive),
        ofOne("sqrt", sqrt, positive),
        ofOne("square", square, normals),
        ofOne("abs", abs, apart),
        ofOne("reciprocal", reciprocal, awayFromZero),
        ofOne("sin", sin, normals),
        ofOne("cos", cos, normals),
        {"scale",
         [](Random& random) {
             const double factor = random.normal();
             return GradientCase{
                 "", {normals(random, anyShape(random))}, [=](const Variables& in) { return scale(in[0], factor); }};
         }},
        {"clip",
         [](Random& random) {
             // The places are at odd hundredths, the bounds at even ones.
             const double low = 0.02 * static_cast<double>(whole(random, -20, 0)),
                          high = 0.02 * static_cast<double>(whole(random, 0, 20));
             return GradientCase{
                 "", {apart(random, anyShape(random))}, [=](const Variables& in) { return clip(in[0], low, high); }};
         }},
        {"where",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const Tensor mask = flags(random, narrower(random, shape));
             const Shape a = narrower(random, shape), b = narrower(random, shape);
             return GradientCase{mask.shape().text() + " ? " + a.text() + " : " + b.text(),
                                 {normals(random, a), normals(random, b)},
                                 [=](const Variables& in) { return where(mask, in[0], in[1]); }};
         }},
        {"maskedFill",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const Tensor mask = flags(random, narrower(random, shape));
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return maskedFill(in[0], mask, -3);
                                 }};
         }},
        {"matmul",
         [](Random& random) {
             const bool transposeA = random.below(2) == 0, transposeB = random.below(2) == 0;
             const std::int64_t m = whole(random, 1, 9), n = whole(random, 1, 9), k = whole(random, 1, 9);
             const Shape batch = anyShape(random, 0, 2);
             const auto operand = [&](std::int64_t rows, std::int64_t columns) {
                 const Shape leading = narrower(random, batch);
                 Extents extents(leading.extents().begin(), leading.extents().end());
                 extents.insert(extents.end(), {rows, columns});
                 return normals(random, Shape(extents));
             };
             const Tensor a = transposeA ? operand(k, m) : operand(m, k),
                          b = transposeB ? operand(n, k) : operand(k, n);
             return GradientCase{a.shape().text() + " by " + b.shape().text(), {a, b}, [=](const Variables& in) {
                                     return matmul(in[0], in[1], transposeA, transposeB);
                                 }};
         }},
        {"linear",
         [](Random& random) {
             const Shape leading = anyShape(random, 1, 3);
             Extents extents(leading.extents().begin(), leading.extents().end());
             const std::int64_t d = whole(random, 1, 20), f = whole(random, 1, 20);
             extents.push_back(d);
             return GradientCase{Shape(extents).text(),
                                 {normals(random, Shape(extents)), normals(random, {d, f}), normals(random, {f})},
                                 [](const Variables& in) { return linear(in[0], in[1], in[2]); }};
         }},
    };
}

std::vector<RandomCases> reductions() {
    return {
        reduction("sum", sum, normals),
        reduction("mean", mean, normals),
        reduction("max", max, apart),
        reduction("min", min, apart),
        reduction("norm", norm, awayFromZero),
        {"variance",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const auto axes = someAxes(random, shape);
             const bool keepDims = random.below(2) == 0;
             std::int64_t count = 1;
             for (const int axis : axes) count *= shape[axis];
             if (axes.empty()) count = shape.elements();
             const bool unbiased = count > 1 && random.below(2) == 0;
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return variance(in[0], axes, keepDims, unbiased);
                                 }};
         }},
        {"cumulativeSum",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return cumulativeSum(in[0], axis);
                                 }};
         }},
    };
}

const AddRandomCases addedArithmetic(arithmetic()), addedReductions(reductions());

}  // namespace
}  // namespace perceptarium::autograd
