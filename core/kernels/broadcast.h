// Number by number over operands of different shapes, paired up by NumPy's rule: shapes are aligned at their last axes,
// and an extent of 1 (or a missing axis) stands for as many as the other side has.
#pragma once

#include <array>
#include <optional>

#include "kernels/isa/inner.h"
#include "tensor/shape.h"

namespace perceptarium::kernels {

/// The shape that a and b make together; nothing when some extents differ and neither is 1.
std::optional<Shape> broadcast(const Shape& a, const Shape& b);

/// How K dense operands are walked to fill a dense result. Axes that all of them walk alike are joined, so that most
/// walks have one or two axes left.
template <int K>
struct Walk {
    /// Requires each operand's shape to fit into `out` by the rule (CHECK).
    Walk(const Shape& out, const std::array<const Shape*, K>& operands);

    /// Places of the result.
    Index count() const;
    /// Where operand k is at place i of the result.
    Index offset(int operand, Index place) const;

    int rank = 0;
    std::array<Index, Shape::kMaximumRank> extents{};
    std::array<std::array<Index, Shape::kMaximumRank>, K> strides{};
};

/// out = f(a, b), all dense.
template <class T>
void binary(Binary f, const Walk<2>& walk, const T* a, const T* b, T* out);
/// Equal shapes: n numbers each.
template <class T>
void binary(Binary f, Index n, const T* a, const T* b, T* out);
/// out = mask ? a : b; operands of the walk in this order.
template <class T>
void select(const Walk<3>& walk, const std::int32_t* mask, const T* a, const T* b, T* out);

/// Questions about two numbers; And and Or see 0 as no, all else as yes.
enum class Question { Equal, NotEqual, Less, LessEqual, And, Or };
/// out = 1 for yes, 0 for no. T may be std::int32_t, too.
template <class T>
void compare(Question question, const Walk<2>& walk, const T* a, const T* b, std::int32_t* out);

}  // namespace perceptarium::kernels
