#include <algorithm>
#include <cstring>
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"

namespace perceptarium::autograd {

Variable reshape(const Variable& x, Shape shape) {
    return record("reshape", x.value().reshaped(std::move(shape)), {x},
                  [x](const Tensor& grad) { x.addGrad(grad.reshaped(x.shape())); });
}

Variable concatenate(const Variables& parts) {
    CHECK(!parts.empty() && parts.front().shape().rank() >= 1, "nothing to concatenate");
    const Shape& first = parts.front().shape();
    const auto leading = [](const Shape& shape) { return shape.extents().first(shape.extents().size() - 1); };
    std::int64_t width = 0;
    for (const Variable& part : parts) {
        CHECK(part.shape().rank() == first.rank() && part.dtype() == parts.front().dtype() &&
                  std::ranges::equal(leading(part.shape()), leading(first)),
              "concatenating " + first.text() + " and " + part.shape().text());
        width += part.shape()[-1];
    }
    std::vector<std::int64_t> extents(first.extents().begin(), first.extents().end());
    extents.back() = width;
    Tensor out = Tensor::empty(Shape(extents), parts.front().dtype());

    // Copies rows of bytes between the parts and the whole.
    const std::size_t unit = sizeOf(out.dtype()), whole = static_cast<std::size_t>(width) * unit;
    const std::size_t rows = whole == 0 ? 0 : out.byteSize() / whole;
    std::size_t offset = 0;
    for (const Variable& part : parts) {
        const std::size_t bytes = static_cast<std::size_t>(part.shape()[-1]) * unit;
        for (std::size_t row = 0; row < rows; ++row)
            std::memcpy(out.bytes() + row * whole + offset, part.value().bytes() + row * bytes, bytes);
        offset += bytes;
    }
    return record("concatenate", std::move(out), parts, [parts, unit, whole, rows](const Tensor& grad) {
        std::size_t from = 0;
        for (const Variable& part : parts) {
            const std::size_t bytes = static_cast<std::size_t>(part.shape()[-1]) * unit;
            if (part.requiresGrad()) {
                Tensor share = Tensor::empty(part.shape(), part.dtype());
                for (std::size_t row = 0; row < rows; ++row)
                    std::memcpy(share.bytes() + row * bytes, grad.bytes() + row * whole + from, bytes);
                part.addGrad(std::move(share));
            }
            from += bytes;
        }
    });
}

Variable embedding(const Tensor& ids, const Variable& table, std::int64_t padding) {
    CHECK(ids.dtype() == DType::I32 && table.shape().rank() == 2,
          "embedding of " + ids.shape().text() + " from " + table.shape().text());
    const std::int64_t vocabulary = table.shape()[0], d = table.shape()[1];
    for (const std::int32_t id : ids.values<std::int32_t>())
        CHECK(id >= 0 && id < vocabulary, "word id " + std::to_string(id) + " of " + std::to_string(vocabulary));
    std::vector<std::int64_t> extents(ids.shape().extents().begin(), ids.shape().extents().end());
    extents.push_back(d);
    Tensor out = Tensor::empty(Shape(extents), table.dtype());
    withReal(table.dtype(), [&](auto zero) {
        using T = decltype(zero);
        const T* rows = table.value().data<T>();
        T* to = out.data<T>();
        for (const std::int32_t id : ids.values<std::int32_t>()) {
            if (id == padding)
                std::fill_n(to, d, T(0));
            else
                std::copy_n(rows + id * d, d, to);
            to += d;
        }
    });
    return record("embedding", std::move(out), {table}, [ids, table, padding, d](const Tensor& grad) {
        Tensor& sums = table.gradToAddTo();
        withReal(grad.dtype(), [&](auto zero) {
            using T = decltype(zero);
            const T* from = grad.data<T>();
            T* rows = sums.data<T>();
            for (const std::int32_t id : ids.values<std::int32_t>()) {
                if (id != padding)
                    for (std::int64_t k = 0; k < d; ++k) rows[id * d + k] += from[k];
                from += d;
            }
        });
    });
}

}  // namespace perceptarium::autograd
