#include <algorithm>
#include <utility>

#include "autograd/ops_index.h"
#include "autograd/real_kind.h"

namespace perceptarium::autograd {

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
