#include "tensor/tensor.h"

#include <algorithm>
#include <cstring>

#include "tensor/storage_pool.h"

namespace perceptarium {
namespace {

/// Calls work(pointer to the tensor's numbers in their own kind).
template <class SomeTensor, class Work>
auto withNumbers(SomeTensor& tensor, Work work) {
    switch (tensor.dtype()) {
        case DType::F64: return work(tensor.template data<double>());
        case DType::I32: return work(tensor.template data<std::int32_t>());
        case DType::F32: break;
    }
    return work(tensor.template data<float>());
}

}  // namespace

Tensor Tensor::empty(Shape shape, DType dtype) {
    Tensor tensor;
    tensor.elements_ = shape.elements();
    tensor.shape_ = std::move(shape);
    tensor.dtype_ = dtype;
    tensor.bytes_ = takeStorage(tensor.byteSize());
    return tensor;
}

Tensor Tensor::zeros(Shape shape, DType dtype) {
    Tensor tensor = empty(std::move(shape), dtype);
    std::memset(tensor.bytes(), 0, tensor.byteSize());  // all bits zero is 0 in each kind
    return tensor;
}

Tensor Tensor::full(Shape shape, double value, DType dtype) {
    Tensor tensor = empty(std::move(shape), dtype);
    tensor.fill(value);
    return tensor;
}

Tensor Tensor::reshaped(Shape shape) const {
    CHECK(defined(), "an undefined tensor has no shape to change");
    CHECK(shape.elements() == elements_, "reshaping " + shape_.text() + " to " + shape.text());
    Tensor tensor = *this;
    tensor.shape_ = std::move(shape);
    return tensor;
}

Tensor Tensor::clone() const {
    if (!defined()) return {};
    Tensor tensor = empty(shape_, dtype_);
    std::memcpy(tensor.bytes(), bytes(), byteSize());
    return tensor;
}

Tensor Tensor::cast(DType dtype) const {
    if (!defined() || dtype == dtype_) return *this;
    Tensor tensor = empty(shape_, dtype);
    withNumbers(*this, [&](const auto* from) {
        withNumbers(tensor, [&](auto* to) {
            using To = std::remove_pointer_t<decltype(to)>;
            std::transform(from, from + elements_, to, [](auto number) { return static_cast<To>(number); });
        });
    });
    return tensor;
}

void Tensor::fill(double value) {
    CHECK(defined(), "an undefined tensor cannot be filled");
    withNumbers(*this, [&](auto* numbers) {
        std::fill_n(numbers, elements_, static_cast<std::remove_pointer_t<decltype(numbers)>>(value));
    });
}

double Tensor::at(std::int64_t i) const {
    CHECK(i >= 0 && i < elements_, "element out of range");
    return withNumbers(*this, [&](const auto* numbers) { return static_cast<double>(numbers[i]); });
}

bool Tensor::identical(const Tensor& other) const {
    if (defined() != other.defined()) return false;
    return !defined() || (shape_ == other.shape_ && dtype_ == other.dtype_ &&
                          std::memcmp(bytes(), other.bytes(), byteSize()) == 0);
}

}  // namespace perceptarium
