// ByteReader: reads little-endian numbers and pieces out of bytes that may lie; it never reads past the end.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>

namespace perceptarium::exchange {

static_assert(std::endian::native == std::endian::little, "the formats here are little-endian, and so is every target");

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    std::size_t position() const { return position_; }
    std::size_t left() const { return bytes_.size() - position_; }

    /// The next number; nullopt (and nothing moves) when there are not enough bytes.
    template <class T>
    std::optional<T> number() {
        static_assert(std::is_arithmetic_v<T>);
        if (left() < sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes_.data() + position_, sizeof(T));
        position_ += sizeof(T);
        return value;
    }
    /// The next `count` bytes, not copied; nullopt (and nothing moves) when there are not as many.
    std::optional<std::string_view> piece(std::uint64_t count) {
        if (count > left()) return std::nullopt;
        const auto view = bytes_.substr(position_, static_cast<std::size_t>(count));
        position_ += static_cast<std::size_t>(count);
        return view;
    }
    std::string_view rest() const { return bytes_.substr(position_); }

private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

/// Product of extents times `width`, if every extent is ≥ 0 and the product is at most `limit`; else nullopt.
template <class Extents>
std::optional<std::uint64_t> boundedSize(const Extents& extents, std::uint64_t width, std::uint64_t limit) {
    for (const auto extent : extents)
        if (extent < 0) return std::nullopt;
    for (const auto extent : extents)
        if (extent == 0) return 0;  // before multiplying: [2⁶⁰, 2⁶⁰, 0] is small
    std::uint64_t size = width;
    for (const auto extent : extents) {
        const auto factor = static_cast<std::uint64_t>(extent);
        if (size > limit / factor) return std::nullopt;
        size *= factor;
    }
    return size <= limit ? std::optional<std::uint64_t>(size) : std::nullopt;
}

}  // namespace perceptarium::exchange
