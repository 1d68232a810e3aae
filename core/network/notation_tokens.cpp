#include "network/notation_tokens.h"

#include <fmt/format.h>

#include "network/notation.h"

namespace perceptarium::network {
namespace {

using Kind = Token::Kind;

constexpr std::string_view kArrow = "→";

class Scanner {
public:
    explicit Scanner(const std::string& text) : text_(text), severalLines_(text.find('\n') != std::string::npos) {}

    Result<std::vector<Token>> scan() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\n') {
                sign(Kind::Break, 1);
            } else if (c == ' ' || c == '\t' || c == '\r') {
                step(1);
            } else if (arrowLength() > 0) {
                sign(Kind::Arrow, arrowLength());
            } else if (signOf(c) != Kind::End) {
                sign(signOf(c), 1);
            } else {
                tokens_.push_back(PC_TRY(word()));
            }
        }
        tokens_.push_back(here(Kind::End));
        return std::move(tokens_);
    }

private:
    static Kind signOf(char c) {
        switch (c) {
            case '(': return Kind::Open;
            case ')': return Kind::Close;
            case '|': return Kind::Bar;
            case '=': return Kind::Equals;  // where a word would begin
            case '{': return Kind::Begin;
            case '}': return Kind::Finish;
            case ';': return Kind::Break;
            default: return Kind::End;
        }
    }
    std::size_t arrowLength() const {
        if (text_[at_] == '>') return 1;
        if (text_.compare(at_, 2, "->") == 0) return 2;
        return text_.compare(at_, kArrow.size(), kArrow) == 0 ? kArrow.size() : 0;
    }
    Token here(Kind kind) const {
        Token token;
        token.kind = kind;
        token.line = line_;
        token.column = column_;
        return token;
    }
    void step(std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i, ++at_) {
            if (text_[at_] == '\n') {
                ++line_;
                column_ = 1;
            } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
                ++column_;  // bytes that continue a character are not counted
            }
        }
    }
    void sign(Kind kind, std::size_t length) {
        Token token = here(kind);
        token.text = text_.substr(at_, length);
        tokens_.push_back(std::move(token));
        step(length);
    }

    bool wordEnds() const {
        return at_ >= text_.size() || std::string_view(" \t\r\n();|{}").find(text_[at_]) != std::string_view::npos || arrowLength() > 0;
    }

    Result<Token> word() {
        Token token = here(Kind::Word);
        if (text_[at_] == '@') {
            token.kind = Kind::Reference;
            step(1);
        }
        while (!wordEnds()) {
            if (text_[at_] == '"') {
                token.quoted = true;
                token.text += PC_TRY(quotedPart());
            } else if (text_[at_] == ':' && token.is(Kind::Word) && token.setting.empty() && endsAfterColon()) {
                step(1);
                token.kind = Kind::Label;
                break;
            } else if (text_[at_] == '=' && token.is(Kind::Word) && token.setting.empty() && !token.given && !token.text.empty()) {
                token.setting = std::exchange(token.text, {});
                token.quoted = false;
                step(1);
            } else if (text_[at_] == '$' && token.is(Kind::Word) && token.text.empty() && !token.quoted && !token.given) {
                token.given = true;
                step(1);
            } else {
                token.text += text_[at_];
                step(1);
            }
        }
        if (token.text.empty() && !token.quoted)
            return Error{"a name or value is missing", placeOf(token, severalLines_),
                         token.is(Kind::Reference) ? "a name after @" : token.given ? "a name after $" : "a value after =", token.setting};
        return token;
    }
    bool endsAfterColon() const {
        return at_ + 1 >= text_.size() || std::string_view(" \t\r\n").find(text_[at_ + 1]) != std::string_view::npos;
    }
    Result<std::string> quotedPart() {
        const Token start = here(Kind::Word);
        std::string part;
        for (step(1); at_ < text_.size() && text_[at_] != '"'; step(1)) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                step(1);
                part += text_[at_] == 'n' ? '\n' : text_[at_] == 't' ? '\t' : text_[at_];
            } else {
                part += text_[at_];
            }
        }
        if (at_ >= text_.size()) return Error{"a quote is not closed", placeOf(start, severalLines_), "a \" at the end of the name or value", {}};
        step(1);
        return part;
    }

    const std::string& text_;
    const bool severalLines_;
    std::size_t at_ = 0, line_ = 1, column_ = 1;
    std::vector<Token> tokens_;
};

/// New lines that only break a long line.
std::vector<Token> withoutLineBreaks(std::vector<Token> tokens) {
    const auto isLine = [](const Token& token) { return token.is(Kind::Break) && token.text == "\n"; };
    std::vector<Kind> following(tokens.size(), Kind::End);  // the next that is no new line
    for (std::size_t i = tokens.size() - 1; i-- > 0;) following[i] = isLine(tokens[i + 1]) ? following[i + 1] : tokens[i + 1].kind;
    std::vector<Token> kept;
    int depth = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.is(Kind::Open)) ++depth;
        if (token.is(Kind::Close)) --depth;
        if (isLine(token)) {
            const Kind before = kept.empty() ? Kind::Break : kept.back().kind, after = following[i];
            if (depth > 0 || before == Kind::Arrow || after == Kind::Arrow || before == Kind::Label) continue;
            if (before == Kind::Equals || after == Kind::Equals || before == Kind::Begin) continue;
        }
        kept.push_back(token);
    }
    return kept;
}

}  // namespace

std::string Token::shown() const {
    switch (kind) {
        case Kind::End: return "the end of the text";
        case Kind::Break: return text == "\n" ? "a new line" : text;
        case Kind::Label: return text + ":";
        case Kind::Reference: return "@" + text;
        default: return (setting.empty() ? "" : setting + "=") + (given ? "$" : "") + text;
    }
}

std::string placeOf(const Token& token, bool severalLines) {
    return severalLines ? fmt::format("line {}, column {}", token.line, token.column) : fmt::format("column {}", token.column);
}

Result<std::vector<Token>> tokensOf(const std::string& text) {
    return withoutLineBreaks(PC_TRY(Scanner(text).scan()));
}

std::string asWord(const std::string& text) {
    const bool plain = !text.empty() && text.find_first_of(" \t\r\n();|>\"=@\\{}$") == std::string::npos && text.back() != ':' &&
                       text.find(kArrow) == std::string::npos && text.find("->") == std::string::npos;
    if (plain) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else
            quoted += c;
    }
    return quoted + '"';
}

}  // namespace perceptarium::network
