// Shape: the extents of a tensor, batch first, channels last.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace perceptarium {

class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<std::int64_t> extents) : extents_(extents) {}
    explicit Shape(std::vector<std::int64_t> extents) : extents_(std::move(extents)) {}

    int rank() const { return static_cast<int>(extents_.size()); }
    /// Negative axes count from the end, as in NumPy. Requires −rank ≤ axis < rank (CHECK).
    std::int64_t operator[](int axis) const;
    const std::vector<std::int64_t>& extents() const { return extents_; }
    /// Product of the extents; 1 for rank 0.
    std::int64_t elements() const;

    /// [N] + this.
    Shape withBatch(std::int64_t batch) const;
    /// This without its first extent. Requires rank ≥ 1 (CHECK).
    Shape withoutBatch() const;

    /// "28×28×1", or "scalar" for rank 0: for people.
    std::string text() const;

    bool operator==(const Shape&) const = default;

private:
    std::vector<std::int64_t> extents_;
};

}  // namespace perceptarium
