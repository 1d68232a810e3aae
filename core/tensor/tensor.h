// Tensor: numbers with a shape. Always dense, row-major and contiguous; copies share storage, clone() does not.
#pragma once

#include <memory>
#include <span>

#include "base/check.h"
#include "tensor/dtype.h"
#include "tensor/shape.h"

namespace perceptarium {

/// What flows along an edge of a network, for one example: shape without the batch, and kind of number.
struct TensorType {
    Shape shape;
    DType dtype = DType::F32;
    /// For word ids (i32): ids are 0 … vocabulary−1; 0 when not known.
    std::int64_t vocabulary = 0;
    bool operator==(const TensorType&) const = default;
};

class Tensor {
public:
    /// An undefined tensor; defined() is false.
    Tensor() = default;

    /// Uninitialized storage, from the pool (storage_pool.h).
    static Tensor empty(Shape shape, DType dtype = DType::F32);
    static Tensor zeros(Shape shape, DType dtype = DType::F32);
    static Tensor full(Shape shape, double value, DType dtype = DType::F32);
    /// Copies. Requires values.size() == shape.elements() (CHECK).
    template <class T>
    static Tensor of(Shape shape, std::span<const T> values) {
        Tensor tensor = empty(std::move(shape), dtypeOf<T>());
        CHECK(static_cast<std::int64_t>(values.size()) == tensor.elements(), "values do not fill the shape");
        std::copy(values.begin(), values.end(), tensor.data<T>());
        return tensor;
    }

    bool defined() const { return bytes_ != nullptr; }
    const Shape& shape() const { return shape_; }
    DType dtype() const { return dtype_; }
    std::int64_t elements() const { return elements_; }
    std::size_t byteSize() const { return static_cast<std::size_t>(elements_) * sizeOf(dtype_); }

    /// Requires T to be the tensor's kind of number (CHECK).
    template <class T>
    T* data() {
        CHECK(dtypeOf<T>() == dtype_, "tensor read as another kind of number");
        return reinterpret_cast<T*>(bytes_.get());
    }
    template <class T>
    const T* data() const {
        CHECK(dtypeOf<T>() == dtype_, "tensor read as another kind of number");
        return reinterpret_cast<const T*>(bytes_.get());
    }
    template <class T>
    std::span<T> values() {
        return {data<T>(), static_cast<std::size_t>(elements_)};
    }
    template <class T>
    std::span<const T> values() const {
        return {data<T>(), static_cast<std::size_t>(elements_)};
    }
    std::byte* bytes() { return bytes_.get(); }
    const std::byte* bytes() const { return bytes_.get(); }

    /// The same numbers under another shape (shared storage). Requires equal element counts (CHECK).
    Tensor reshaped(Shape shape) const;
    Tensor clone() const;
    /// A converted copy; shares storage when the kind is already right.
    Tensor cast(DType dtype) const;
    void fill(double value);
    /// Element i as double, whatever the kind: for tests and pictures, not for hot loops.
    double at(std::int64_t i) const;

    /// Does another tensor see the same storage? Then writing here would change that one, too.
    bool shared() const { return bytes_.use_count() > 1; }
    /// Same shape, kind and bytes.
    bool identical(const Tensor& other) const;

private:
    std::shared_ptr<std::byte[]> bytes_;
    Shape shape_;
    std::int64_t elements_ = 0;
    DType dtype_ = DType::F32;
};

}  // namespace perceptarium
