// Writing numbers to bytes, and reading them back from bytes that may be anything: never beyond the end.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace perceptarium::train {

static_assert(std::endian::native == std::endian::little, "records are written little-endian, as numbers lie in memory");

template <class T>
void putNumber(std::string& bytes, T value) {
    static_assert(std::is_arithmetic_v<T>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class ByteCursor {
public:
    explicit ByteCursor(std::string_view bytes) : bytes_(bytes) {}

    std::size_t left() const { return bytes_.size() - at_; }
    std::size_t position() const { return at_; }
    /// nullopt when fewer bytes are left.
    template <class T>
    std::optional<T> number() {
        static_assert(std::is_arithmetic_v<T>);
        if (left() < sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::optional<std::string_view> take(std::uint64_t size) {
        if (left() < size) return std::nullopt;
        const std::string_view part = bytes_.substr(at_, static_cast<std::size_t>(size));
        at_ += static_cast<std::size_t>(size);
        return part;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace perceptarium::train
