// The words and signs of the notation, with their places. Private to network/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace perceptarium::network {

struct Token {
    enum class Kind { Word, Label, Reference, Arrow, Open, Bar, Close, Equals, Begin, Finish, Break, End } kind = Kind::End;
    std::string text;     ///< of a Word its value, without quotes; of a Label or Reference the name
    std::string setting;  ///< of "name=value" the name
    bool quoted = false;
    bool given = false;  ///< "$name": the value comes from the block's setting of that name
    std::size_t line = 1, column = 1;  ///< in characters, from 1

    bool is(Kind other) const { return kind == other; }
    /// For Error::found.
    std::string shown() const;
};

/// "column 12", or "line 2, column 12" of a text of several lines.
std::string placeOf(const Token& token, bool severalLines);

/// Ends with an End. A new line is a Break, but where the text must go on (after > ( | = {, before > | =, inside parentheses).
Result<std::vector<Token>> tokensOf(const std::string& text);

/// In quotes, where it must be to be read as one word.
std::string asWord(const std::string& text);

}  // namespace perceptarium::network
