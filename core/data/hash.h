// A fast 64-bit hash over bytes: tells whether a recorded run saw the same data. Not for secrets.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace perceptarium::data {

/// Eight bytes a step, multiply and fold (the mixing of wyhash, Wang Yi 2019): about 5 GB/s, so a whole set is hashed
/// in some ten milliseconds.
class Hash {
public:
    Hash& bytes(const void* data, std::size_t size) {
        const auto* at = static_cast<const unsigned char*>(data);
        mix(size);
        for (; size >= 8; size -= 8, at += 8) {
            std::uint64_t word;
            std::memcpy(&word, at, 8);
            mix(word);
        }
        std::uint64_t rest = 0;
        if (size > 0) {
            std::memcpy(&rest, at, size);
            mix(rest);
        }
        return *this;
    }
    Hash& text(std::string_view text) { return bytes(text.data(), text.size()); }
    Hash& number(std::uint64_t value) {
        mix(value);
        return *this;
    }
    std::uint64_t value() const { return state_; }

private:
    void mix(std::uint64_t word) {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide{state_ ^ word ^ 0xa0761d6478bd642full} * 0xe7037ed1a0b428dbull;
        state_ = std::rotl(static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64), 17) + word;
    }
    std::uint64_t state_ = 0x2d358dccaa6c78a5ull;
};

}  // namespace perceptarium::data
