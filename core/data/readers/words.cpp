#include "data/readers/words.h"

#include <algorithm>
#include <cstdint>

namespace perceptarium::data {
namespace {

/// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7); 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned a = byte(at);
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    if (a < 0x80) return 1;
    if (a >= 0xC2 && a <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (a >= 0xE0 && a <= 0xEF)
        return tail(at + 1, a == 0xE0 ? 0xA0 : 0x80, a == 0xED ? 0x9F : 0xBF) && tail(at + 2) ? 3 : 0;
    if (a >= 0xF0 && a <= 0xF4)
        return tail(at + 1, a == 0xF0 ? 0x90 : 0x80, a == 0xF4 ? 0x8F : 0xBF) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    return 0;
}

void append(std::string& text, std::uint32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else {  // all that is written here is below U+0800
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::uint32_t lowered(std::uint32_t code) {
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;  // Latin-1
    if ((code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177))
        return code == 0x130 ? 'i' : code | 1;  // Latin Extended-A: pairs, even is upper
    if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E))
        return code + (code & 1);  // pairs, odd is upper
    if (code == 0x178) return 0xFF;
    if (code >= 0x391 && code <= 0x3A9 && code != 0x3A2) return code + 32;  // Greek
    if (code >= 0x410 && code <= 0x42F) return code + 32;                   // Cyrillic
    if (code >= 0x400 && code <= 0x40F) return code + 80;
    return code;
}

bool isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '_';
}
bool isAsciiSpace(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

/// Spaces and quotation marks outside ASCII separate words.
bool isOtherSpace(std::string_view sequence) {
    if (sequence == "\xC2\xA0" || sequence == "\xC2\xAB" || sequence == "\xC2\xBB" || sequence == "\xE3\x80\x80")
        return true;
    // U+2000 … U+200F spaces, U+2010 … U+2027 dashes and quotation marks but the apostrophe U+2019, U+2028 … U+202F
    if (sequence.size() != 3 || sequence[0] != '\xE2' || sequence[1] != '\x80') return false;
    return static_cast<unsigned char>(sequence[2]) <= 0xAF && sequence[2] != '\x99';
}

}  // namespace

Result<DecodedText> decodeText(std::string bytes, const std::string& where) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return Error{"the text is in UTF-16", where, "UTF-8 (save it anew as UTF-8)", "a UTF-16 byte order mark"};
    if (const auto zero = bytes.find('\0'); zero != std::string::npos)
        return Error{"this is no text", where + ", byte " + std::to_string(zero), "UTF-8 or Latin-1", "a zero byte"};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0) {
            DecodedText decoded{{}, true};
            decoded.text.reserve(bytes.size() + bytes.size() / 8);
            for (const char c : bytes) append(decoded.text, static_cast<unsigned char>(c));
            return decoded;
        }
        at += length;
    }
    return DecodedText{std::move(bytes), false};
}

std::string lowerCase(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        if (length <= 1) {
            lower += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[at];
            ++at;
        } else if (length == 2) {
            append(lower, lowered((byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu)));
            at += 2;
        } else {
            lower += text.substr(at, length);
            at += length;
        }
    }
    return lower;
}

std::vector<std::string_view> splitWords(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size()) {  // as far as the word goes
            if (isAsciiWord(text[at])) {
                ++at;
            } else if (text[at] == '-' && at > begin && at + 1 < text.size() &&
                       (isAsciiWord(text[at + 1]) || static_cast<unsigned char>(text[at + 1]) >= 0x80)) {
                ++at;
            } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
                const std::size_t length = std::max<std::size_t>(sequenceLength(text, at), 1);
                if (isOtherSpace(text.substr(at, length))) break;
                at += length;
            } else {
                break;
            }
        }
        if (at > begin) {
            words.push_back(text.substr(begin, at - begin));
        } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
            at += std::max<std::size_t>(sequenceLength(text, at), 1);
        } else {
            if (!isAsciiSpace(text[at])) words.push_back(text.substr(at, 1));
            ++at;
        }
    }
    return words;
}

std::vector<std::string_view> splitLines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isAsciiSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isAsciiSpace(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace perceptarium::data
