#include "tensor/shape.h"

#include <algorithm>

#include "base/check.h"

namespace perceptarium {

Shape::Shape(std::span<const std::int64_t> extents) {
    CHECK(extents.size() <= kMaximumRank, "a shape with too many axes");
    for (const std::int64_t extent : extents) CHECK(extent >= 0, "a negative extent");
    std::copy(extents.begin(), extents.end(), extents_.begin());
    rank_ = static_cast<int>(extents.size());
}

std::int64_t Shape::operator[](int axis) const {
    CHECK(axis >= -rank_ && axis < rank_, "axis out of range");
    return extents_[static_cast<std::size_t>(axis < 0 ? axis + rank_ : axis)];
}

std::int64_t Shape::elements() const {
    std::int64_t product = 1;
    for (int axis = 0; axis < rank_; ++axis)
        CHECK(!__builtin_mul_overflow(product, extents_[static_cast<std::size_t>(axis)], &product),
              "a shape with more elements than can be counted");
    return product;
}

Shape Shape::withBatch(std::int64_t batch) const {
    CHECK(static_cast<std::size_t>(rank_) < kMaximumRank, "a shape with too many axes");
    CHECK(batch >= 0, "a negative extent");
    Shape result;
    result.extents_[0] = batch;
    std::copy_n(extents_.begin(), rank_, result.extents_.begin() + 1);
    result.rank_ = rank_ + 1;
    return result;
}

Shape Shape::withoutBatch() const {
    CHECK(rank_ >= 1, "a scalar has no batch");
    return Shape(extents().subspan(1));
}

std::string Shape::text() const {
    if (rank_ == 0) return "scalar";
    std::string text;
    for (const std::int64_t extent : extents()) {
        if (!text.empty()) text += "×";
        text += std::to_string(extent);
    }
    return text;
}

}  // namespace perceptarium
