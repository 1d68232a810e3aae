// The three kinds of numbers that a tensor can hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace perceptarium {

/// F32 trains, F64 checks gradients, I32 holds class labels and word ids.
enum class DType { F32, F64, I32 };

constexpr std::size_t sizeOf(DType type) { return type == DType::F64 ? 8 : 4; }
constexpr std::string_view nameOf(DType type) {
    return type == DType::F32 ? "f32" : type == DType::F64 ? "f64" : "i32";
}

template <class T>
constexpr DType dtypeOf();
template <>
constexpr DType dtypeOf<float>() {
    return DType::F32;
}
template <>
constexpr DType dtypeOf<double>() {
    return DType::F64;
}
template <>
constexpr DType dtypeOf<std::int32_t>() {
    return DType::I32;
}

}  // namespace perceptarium
