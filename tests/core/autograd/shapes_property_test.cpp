// Changes of shape, look-ups and softmax on random shapes, axes, masks and settings against two-sided differences.
#include <gtest/gtest.h>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/autograd/random_inputs.h"

namespace perceptarium::autograd {
namespace {

using namespace tests;

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

std::vector<RandomCases> lookUps() {
    return {
        {"gather",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             const Tensor ids = idsBelow(random, along(shape, axis, whole(random, 1, 6)), shape[axis]);
             return GradientCase{
                 shape.text(), {normals(random, shape)}, [=](const Variables& in) { return gather(in[0], ids, axis); }};
         }},
        {"scatterAdd",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             const Tensor ids = idsBelow(random, along(shape, axis, whole(random, 1, 6)), shape[axis]);
             return GradientCase{shape.text(),
                                 {normals(random, shape), normals(random, ids.shape())},
                                 [=](const Variables& in) { return scatterAdd(in[0], ids, in[1], axis); }};
         }},
        {"indexSelect",
         [](Random& random) {
             const Shape shape = anyShape(random, 1, 4);
             const int axis = anyAxis(random, shape);
             const Tensor ids = idsBelow(random, anyShape(random, 0, 2), shape[axis]);
             return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                     return indexSelect(in[0], ids, axis);
                                 }};
         }},
        {"embedding",
         [](Random& random) {
             const std::int64_t words = whole(random, 1, 6);
             const Tensor ids = idsBelow(random, anyShape(random, 0, 3), words);
             const std::int64_t padding = whole(random, -1, words - 1);
             return GradientCase{ids.shape().text(),
                                 {normals(random, {words, whole(random, 1, 5)})},
                                 [=](const Variables& in) { return embedding(ids, in[0], padding); }};
         }},
    };
}

/// Of softmax and logSoftmax: any axis, temperature, and mostly a mask.
RandomCases softmaxCases(std::string name, Variable (*f)(const Variable&, int, double, const Tensor&)) {
    return {name, [f](Random& random) {
                const Shape shape = anyShape(random, 1, 4);
                const int axis = anyAxis(random, shape);
                const double temperature = random.below(2) == 0 ? 1 : random.uniform(0.5, 3);
                const Tensor mask = random.below(3) == 0 ? Tensor() : flags(random, narrower(random, shape));
                return GradientCase{shape.text() + " along " + std::to_string(axis) +
                                        (mask.defined() ? ", mask " + mask.shape().text() : ""),
                                    {normals(random, shape)},
                                    [=](const Variables& in) { return f(in[0], axis, temperature, mask); }};
            }};
}

std::vector<RandomCases> softmaxes() {
    return {softmaxCases("softmax", softmax),
            softmaxCases("logSoftmax", logSoftmax),
            {"logSumExp", [](Random& random) {
                 const Shape shape = anyShape(random, 1, 4);
                 const int axis = anyAxis(random, shape);
                 const bool keepDims = random.below(2) == 0;
                 return GradientCase{shape.text(), {normals(random, shape)}, [=](const Variables& in) {
                                         return logSumExp(in[0], axis, keepDims);
                                     }};
             }}};
}

const AddRandomCases addedShapes(shapes()), addedLookUps(lookUps()), addedSoftmaxes(softmaxes());

}  // namespace
}  // namespace perceptarium::autograd
