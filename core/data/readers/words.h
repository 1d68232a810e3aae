// Text from files: into UTF-8, into lower case, into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace perceptarium::data {

struct DecodedText {
    std::string text;        ///< UTF-8, without a byte order mark
    bool wasLatin1 = false;  ///< it was not UTF-8, so its bytes were taken as Latin-1
};
/// Error: it is no text (zero bytes, UTF-16). `where` is named in it.
Result<DecodedText> decodeText(std::string bytes, const std::string& where);

/// Latin, Greek and Cyrillic letters; the rest stays. UTF-8 in and out.
std::string lowerCase(std::string_view text);

/// Words are runs of letters, digits, apostrophes and inner hyphens, and all characters outside ASCII but spaces and
/// quotation marks; every other visible ASCII character is a word of its own.
std::vector<std::string_view> splitWords(std::string_view text);

/// The lines of a text without their ends (LF or CRLF), blank ones too; a last line need not end.
std::vector<std::string_view> splitLines(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace perceptarium::data
