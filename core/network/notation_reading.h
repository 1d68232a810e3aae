// Reading the notation: where the reading is, and one drawing read from there. Private to network/.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "network/blocks.h"
#include "network/notation_tokens.h"

namespace perceptarium::network {

/// The place in the text. Never goes beyond the End.
class Cursor {
public:
    Cursor(std::vector<Token> tokens, bool severalLines) : tokens_(std::move(tokens)), severalLines_(severalLines) {}
    const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    Token next() { return tokens_[at_].is(Token::Kind::End) ? tokens_[at_] : tokens_[at_++]; }
    Error error(const Token& token, std::string what, std::string expected, std::string found) const {
        return {std::move(what), placeOf(token, severalLines_), std::move(expected), std::move(found)};
    }
    Error unexpected(std::string expected) const { return error(peek(), "this cannot stand here", std::move(expected), peek().shown()); }

private:
    std::vector<Token> tokens_;
    bool severalLines_;
    std::size_t at_ = 0;
};

/// How much has been read of a text, over all its drawings.
struct ReadSoFar {
    std::size_t layers = 0, edges = 0;
};

/// What drawing is read.
struct DrawingKind {
    bool inside = false;    ///< of a block: "in" is its input
    bool oneChain = false;  ///< ends where the chain does; otherwise at } inside a block, and at the end of the text elsewhere
    bool given = false;     ///< settings may be given by the block's: "$name"
};

struct ReadDrawing {
    /// A setting of a node that is given by the block's.
    struct Given {
        NodeId node = kNoNode;
        std::string setting;
        Token place;  ///< its text is the name of the block's setting
    };
    Graph graph;  ///< arranged, with the blocks that were known
    std::vector<Given> given;
};

/// Stops before what ends it.
Result<ReadDrawing> readDrawing(Cursor& cursor, const Blocks& known, const DrawingKind& kind, ReadSoFar& soFar);

/// What was written as the setting's value.
Result<SettingValue> valueOf(const SettingSpec& setting, const Token& word, const Cursor& cursor);

/// The definition as it is written: "block Twice(units=8) = in > dense $units > relu".
std::string definitionText(const std::string& name, const Blocks& blocks);

}  // namespace perceptarium::network
