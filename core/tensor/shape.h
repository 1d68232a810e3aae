// Shape: the extents of a tensor, batch first, channels last. A small value without heap memory: the tape makes many.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace perceptarium {

class Shape {
public:
    /// More axes than any layer has; readers of files refuse more before they make a Shape.
    static constexpr std::size_t kMaximumRank = 8;

    Shape() = default;
    /// Requires at most kMaximumRank extents, none negative (CHECK).
    Shape(std::initializer_list<std::int64_t> extents)
        : Shape(std::span<const std::int64_t>(extents.begin(), extents.size())) {}
    explicit Shape(std::span<const std::int64_t> extents);
    explicit Shape(const std::vector<std::int64_t>& extents) : Shape(std::span<const std::int64_t>(extents)) {}

    int rank() const { return rank_; }
    /// Negative axes count from the end, as in NumPy. Requires −rank ≤ axis < rank (CHECK).
    std::int64_t operator[](int axis) const;
    /// A view into this shape.
    std::span<const std::int64_t> extents() const { return {extents_.data(), static_cast<std::size_t>(rank_)}; }
    /// Product of the extents; 1 for rank 0. Requires that it fits (CHECK).
    std::int64_t elements() const;

    /// [N] + this.
    Shape withBatch(std::int64_t batch) const;
    /// This without its first extent. Requires rank ≥ 1 (CHECK).
    Shape withoutBatch() const;

    /// "28×28×1", or "scalar" for rank 0: for people.
    std::string text() const;

    bool operator==(const Shape&) const = default;

private:
    std::array<std::int64_t, kMaximumRank> extents_{};  // zero beyond the rank, so that == compares members
    int rank_ = 0;
};

}  // namespace perceptarium
