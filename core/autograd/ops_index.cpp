#include "autograd/ops_index.h"

#include <algorithm>
#include <utility>

#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"
#include "kernels/lookup.h"

namespace perceptarium::autograd {
namespace {

void checkIds(const Tensor& ids, std::int64_t places) {
    CHECK(ids.dtype() == DType::I32, "ids are whole numbers");
    for (const std::int32_t id : ids.values<std::int32_t>())
        CHECK(id >= 0 && id < places, "id " + std::to_string(id) + " of " + std::to_string(places));
}

/// Equal but for the extent along the axis?
void checkBeside(const Shape& a, const Shape& b, int axis) {
    bool fits = a.rank() == b.rank();
    for (int i = 0; fits && i < a.rank(); ++i) fits = i == axis || a[i] == b[i];
    CHECK(fits, "ids " + b.text() + " along axis " + std::to_string(axis) + " of " + a.text());
}

Tensor gathered(const Tensor& x, const Tensor& ids, int axis) {
    Tensor out = Tensor::empty(ids.shape(), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::gather(middleOf(x.shape(), axis), ids.shape()[axis], x.data<T>(), ids.data<std::int32_t>(),
                        out.data<T>());
    });
    return out;
}

void scatter(const Tensor& values, const Tensor& ids, int axis, Tensor& sums) {
    withReal(values.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::scatterAdd(middleOf(sums.shape(), axis), ids.shape()[axis], values.data<T>(), ids.data<std::int32_t>(),
                            sums.data<T>());
    });
}

}  // namespace

Variable gather(const Variable& x, const Tensor& ids, int axis) {
    const int at = axisOf(x.shape(), axis);
    checkBeside(x.shape(), ids.shape(), at);
    checkIds(ids, x.shape()[at]);
    return record("gather", gathered(x.value(), ids, at), {x},
                  [x, ids, at](const Tensor& grad) { scatter(grad, ids, at, x.gradToAddTo()); });
}

Variable scatterAdd(const Variable& x, const Tensor& ids, const Variable& values, int axis) {
    const int at = axisOf(x.shape(), axis);
    checkBeside(x.shape(), ids.shape(), at);
    checkIds(ids, x.shape()[at]);
    CHECK(values.shape() == ids.shape() && values.dtype() == x.dtype(),
          "values " + values.shape().text() + " for ids " + ids.shape().text());
    Tensor y = x.value().clone();
    scatter(values.value(), ids, at, y);
    return record("scatterAdd", std::move(y), {x, values}, [x, ids, values, at](const Tensor& grad) {
        if (x.requiresGrad()) x.addGrad(grad);
        if (values.requiresGrad()) values.addGrad(gathered(grad, ids, at));
    });
}

Variable indexSelect(const Variable& x, const Tensor& ids, int axis) {
    const int at = axisOf(x.shape(), axis);
    checkIds(ids, x.shape()[at]);
    std::vector<std::int64_t> extents(x.shape().extents().begin(), x.shape().extents().end());
    extents.erase(extents.begin() + at);
    extents.insert(extents.begin() + at, ids.shape().extents().begin(), ids.shape().extents().end());
    Tensor out = Tensor::empty(Shape(extents), x.dtype());
    const kernels::MiddleAxis middle = middleOf(x.shape(), at);
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::takeRows(middle, ids.elements(), x.value().data<T>(), ids.data<std::int32_t>(), out.data<T>());
    });
    return record("indexSelect", std::move(out), {x}, [x, ids, middle](const Tensor& grad) {
        Tensor& sums = x.gradToAddTo();
        withReal(grad.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::addRows(middle, ids.elements(), grad.data<T>(), ids.data<std::int32_t>(), sums.data<T>());
        });
    });
}

Tensor oneHot(const Tensor& ids, std::int64_t classes, DType dtype) {
    checkIds(ids, classes);
    std::vector<std::int64_t> extents(ids.shape().extents().begin(), ids.shape().extents().end());
    extents.push_back(classes);
    Tensor out = Tensor::zeros(Shape(extents), dtype);
    withReal(dtype, [&](auto zero) {
        using T = decltype(zero);
        T* row = out.data<T>();
        for (const std::int32_t id : ids.values<std::int32_t>()) {
            row[id] = 1;
            row += classes;
        }
    });
    return out;
}

}  // namespace perceptarium::autograd
