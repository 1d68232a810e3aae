// Random shapes, axes and tensors for checks of operations.
#pragma once

#include <algorithm>
#include <vector>

#include "core/support/random_tensor.h"

namespace perceptarium::tests {

using Extents = std::vector<std::int64_t>;

inline std::int64_t whole(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}
inline Shape anyShape(Random& random, std::int64_t lowestRank = 0, std::int64_t highestRank = 4) {
    Extents extents(static_cast<std::size_t>(whole(random, lowestRank, highestRank)));
    for (std::int64_t& extent : extents) extent = whole(random, 1, 4);
    return Shape(extents);
}
inline int anyAxis(Random& random, const Shape& shape) {
    return static_cast<int>(whole(random, -shape.rank(), shape.rank() - 1));
}
inline std::vector<int> someAxes(Random& random, const Shape& shape, bool atLeastOne = false) {
    std::vector<int> axes;
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (random.below(2) == 0) axes.push_back(random.below(2) == 0 ? axis : axis - shape.rank());
    if (axes.empty() && atLeastOne) axes.push_back(anyAxis(random, shape));
    return axes;
}
/// A shape that broadcasts to the given one: some extents 1, some leading axes missing.
inline Shape narrower(Random& random, const Shape& shape) {
    Extents extents(shape.extents().begin(), shape.extents().end());
    for (std::int64_t& extent : extents)
        if (random.below(3) == 0) extent = 1;
    if (random.below(3) == 0) extents.erase(extents.begin(), extents.begin() + whole(random, 0, shape.rank()));
    return Shape(extents);
}

inline Tensor normals(Random& random, const Shape& shape) { return randomTensor(shape, random.bits(), DType::F64); }
/// Numbers of either sign, apart from each other and from zero.
inline Tensor apart(Random& random, const Shape& shape) { return separatedTensor(shape, random.bits()); }
inline Tensor uniform(Random& random, const Shape& shape, double low, double high) {
    Tensor tensor = Tensor::empty(shape, DType::F64);
    for (double& value : tensor.values<double>()) value = random.uniform(low, high);
    return tensor;
}
inline Tensor flags(Random& random, const Shape& shape) {
    Tensor mask = Tensor::empty(shape, DType::I32);
    for (std::int32_t& value : mask.values<std::int32_t>()) value = static_cast<std::int32_t>(random.below(2));
    return mask;
}

inline Tensor idsBelow(Random& random, const Shape& shape, std::int64_t places) {
    Tensor ids = Tensor::empty(shape, DType::I32);
    for (std::int32_t& id : ids.values<std::int32_t>())
        id = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(places)));
    return ids;
}
/// The shape with another extent along the axis.
inline Shape along(const Shape& shape, int axis, std::int64_t extent) {
    Extents extents(shape.extents().begin(), shape.extents().end());
    extents[static_cast<std::size_t>(axis < 0 ? axis + shape.rank() : axis)] = extent;
    return Shape(extents);
}

}  // namespace perceptarium::tests
