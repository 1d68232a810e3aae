// Operations on random shapes, axes, broadcasts, masks and settings against two-sided differences: the same draws each
// time, kinks avoided.
#include <gtest/gtest.h>

#include <algorithm>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::GradientCase;
using tests::RandomCases;
using Extents = std::vector<std::int64_t>;

std::int64_t whole(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}
Shape anyShape(Random& random, std::int64_t lowestRank = 0, std::int64_t highestRank = 4) {
    Extents extents(static_cast<std::size_t>(whole(random, lowestRank, highestRank)));
    for (std::int64_t& extent : extents) extent = whole(random, 1, 4);
    return Shape(extents);
}
int anyAxis(Random& random, const Shape& shape) {
    return static_cast<int>(whole(random, -shape.rank(), shape.rank() - 1));
}
std::vector<int> someAxes(Random& random, const Shape& shape, bool atLeastOne = false) {
    std::vector<int> axes;
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (random.below(2) == 0) axes.push_back(random.below(2) == 0 ? axis : axis - shape.rank());
    if (axes.empty() && atLeastOne) axes.push_back(anyAxis(random, shape));
    return axes;
}
/// A shape that broadcasts to the given one: some extents 1, some leading axes missing.
Shape narrower(Random& random, const Shape& shape) {
    Extents extents(shape.extents().begin(), shape.extents().end());
    for (std::int64_t& extent : extents)
        if (random.below(3) == 0) extent = 1;
    if (random.below(3) == 0) extents.erase(extents.begin(), extents.begin() + whole(random, 0, shape.rank()));
    return Shape(extents);
}

Tensor normals(Random& random, const Shape& shape) { return tests::randomTensor(shape, random.bits(), DType::F64); }
/// Numbers of either sign, apart from each other and from zero.
Tensor apart(Random& random, const Shape& shape) { return tests::separatedTensor(shape, random.bits()); }
Tensor uniform(Random& random, const Shape& shape, double low, double high) {
    Tensor tensor = Tensor::empty(shape, DType::F64);
    for (double& value : tensor.values<double>()) value = random.uniform(low, high);
    return tensor;
}
Tensor flags(Random& random, const Shape& shape) {
    Tensor mask = Tensor::empty(shape, DType::I32);
    for (std::int32_t& value : mask.values<std::int32_t>()) value = static_cast<std::int32_t>(random.below(2));
    return mask;
}

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

std::vector<RandomCases> shapes() {
    return {
        {"reshape",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const Shape flat{shape.elements(), 1};
             return GradientCase{
                 shape.text(), {normals(random, shape)}, [=](const Variables& in) { return reshape(in[0], flat); }};
         }},
        {"squeeze",
         [](Random& random) {
             Extents extents{whole(random, 1, 3), whole(random, 1, 3), whole(random, 1, 3)};
             const auto axis = static_cast<int>(random.below(3));
             extents[static_cast<std::size_t>(axis)] = 1;
             return GradientCase{
                 "", {normals(random, Shape(extents))}, [=](const Variables& in) { return squeeze(in[0], axis); }};
         }},
        {"unsqueeze",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const auto axis = static_cast<int>(whole(random, -shape.rank() - 1, shape.rank()));
             return GradientCase{
                 shape.text(), {normals(random, shape)}, [=](const Variables& in) { return unsqueeze(in[0], axis); }};
         }},
        {"permute",
         [](Random& random) {
             const Shape shape = anyShape(random, 0, 5);
             std::vector<int> order;
             for (const std::int64_t axis : random.permutation(shape.rank())) order.push_back(static_cast<int>(axis));
             return GradientCase{shape.text() + " as " + testing::PrintToString(order),
                                 {normals(random, shape)},
                                 [=](const Variables& in) { return permute(in[0], order); }};
         }},
        {"transpose",
         [](Random& random) {
             const Shape shape = anyShape(random, 2, 4);
             const int a = anyAxis(random, shape), b = anyAxis(random, shape);
             return GradientCase{
                 shape.text(), {normals(random, shape)}, [=](const Variables& in) { return transpose(in[0], a, b); }};
         }},
        {"flip",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const auto axes = someAxes(random, shape, true);
             return GradientCase{
                 shape.text(), {normals(random, shape)}, [=](const Variables& in) { return flip(in[0], axes); }};
         }},
        {"slice",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             const std::int64_t begin = whole(random, 0, shape[axis] - 1), end = whole(random, begin + 1, shape[axis]);
             const std::int64_t step = whole(random, 1, 3);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return slice(in[0], axis, begin, end, step);
                                 }};
         }},
        {"split",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             const std::int64_t first = whole(random, 0, shape[axis]);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     const Variables parts = split(in[0], {first, shape[axis] - first}, axis);
                                     return concatenate({parts[1], scale(parts[0], 2)}, axis);
                                 }};
         }},
        {"pad",
         [](Random& random) {
             const Shape shape = anyShape(random);
             Extents before, after;
             for (int axis = 0; axis < shape.rank(); ++axis) {
                 before.push_back(whole(random, 0, 2));
                 after.push_back(whole(random, 0, 2));
             }
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return pad(in[0], before, after, 0.5);
                                 }};
         }},
        {"concatenate",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             std::vector<Tensor> parts;
             for (std::int64_t i = whole(random, 1, 3); i > 0; --i) {
                 Extents extents(shape.extents().begin(), shape.extents().end());
                 extents[static_cast<std::size_t>(axis < 0 ? axis + shape.rank() : axis)] = whole(random, 1, 3);
                 parts.push_back(normals(random, Shape(extents)));
             }
             return GradientCase{shape.text(), parts, [=](const Variables& in) { return concatenate(in, axis); }};
         }},
        {"stack",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const auto axis = static_cast<int>(whole(random, -shape.rank() - 1, shape.rank()));
             return GradientCase{shape.text(),
                                 {normals(random, shape), normals(random, shape), normals(random, shape)},
                                 [=](const Variables& in) { return stack(in, axis); }};
         }},
        {"broadcastTo",
         [](Random& random) {
             const Shape shape = anyShape(random);
             const Shape from = narrower(random, shape);
             return GradientCase{from.text() + " to " + shape.text(),
                                 {normals(random, from)},
                                 [=](const Variables& in) { return broadcastTo(in[0], shape); }};
         }},
        {"repeat",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 3);
             const int axis = anyAxis(random, shape);
             const std::int64_t times = whole(random, 1, 3);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return repeat(in[0], axis, times);
                                 }};
         }},
        {"repeatEach",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 3);
             const int axis = anyAxis(random, shape);
             const std::int64_t times = whole(random, 1, 3);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return repeatEach(in[0], axis, times);
                                 }};
         }},
    };
}

const tests::AddRandomCases addedArithmetic(arithmetic()), addedReductions(reductions()), addedShapes(shapes());

}  // namespace
}  // namespace perceptarium::autograd
