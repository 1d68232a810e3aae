// Reading a text of the notation: definitions of blocks, then the network.
#include "network/notation.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "network/block_edits.h"
#include "network/edit_parts.h"
#include "network/notation_names.h"
#include "network/notation_reading.h"

namespace perceptarium::network {
namespace {

using Kind = Token::Kind;

/// "(filters=16 window=3)": names, and where the values stand, which can only be read when it is known what takes them.
using Declared = std::vector<Token>;

bool beginsDefinition(const Token& first, const Token& second) {
    return first.is(Kind::Word) && first.text == "block" && !first.quoted && !first.given && first.setting.empty() && second.is(Kind::Word);
}

class Definitions {
public:
    Definitions(Cursor& cursor, const NotationContext& context, ReadSoFar& soFar)
        : cursor_(cursor), context_(context), soFar_(soFar), known_(context.blocks) {}

    /// All that are next.
    Status read() {
        while (true) {
            if (beginsDefinition(cursor_.peek(), cursor_.peek(1))) PC_TRY(definition());
            else if (!cursor_.peek().is(Kind::Break)) return {};
            else cursor_.next();
        }
    }
    const Blocks& known() const { return known_; }

private:
    Status definition() {
        cursor_.next();
        const std::string name = PC_TRY(nameHere());
        const Declared declared = PC_TRY(settingsHere());
        if (!cursor_.peek().is(Kind::Equals)) return cursor_.unexpected("= and what is in the block, from in to its end");
        cursor_.next();
        ReadDrawing body = PC_TRY(bodyHere());
        if (!cursor_.peek().is(Kind::Break) && !cursor_.peek().is(Kind::End)) return cursor_.unexpected("; and the network");
        Block block;
        block.settings = PC_TRY(settingsOfBlock(declared, body));
        block.inside = std::move(body.graph);
        block.inside.setBlocks({});
        const auto there = context_.blocks.find(name);
        const bool same = there != context_.blocks.end() && saysTheSame(name, block);
        known_[name] = same ? there->second : std::make_shared<const Block>(std::move(block));
        return {};
    }

    Result<std::string> nameHere() {
        const Token word = cursor_.next();
        if (!word.setting.empty() || word.given) return cursor_.error(word, "this is no name for a block", "block and a name", word.shown());
        const std::string name = isBlock(word.text) ? blockName(word.text) : word.text;
        if (!isBlock(word.text) && !isPlainBlockName(name))
            return cursor_.error(word, "this word means something else already", fmt::format("another name, or block/{} here and where it is used", name), word.shown());
        if (const Status good = checkName("a block", name); !good) return cursor_.error(word, good.error().what, "a name", word.shown());
        if (name.size() > kLongestBlockName) return cursor_.error(word, "this name is too long", fmt::format("at most {} letters", kLongestBlockName), {});
        if (!defined_.insert(name).second) return cursor_.error(word, "two blocks have this name", "each name once", name);
        return name;
    }

    Result<Declared> settingsHere() {
        Declared declared;
        if (!cursor_.peek().is(Kind::Open)) return declared;
        for (cursor_.next(); !cursor_.peek().is(Kind::Close); declared.push_back(cursor_.next())) {
            const Token& word = cursor_.peek();
            if (!word.is(Kind::Word) || word.setting.empty() || word.given) return cursor_.unexpected("a setting and its value, such as filters=16, or )");
            if (const Status good = checkName("a setting", word.setting); !good) return cursor_.error(word, good.error().what, "a name", word.shown());
            if (word.setting == kRepeat) return cursor_.error(word, "every block has a setting of this name", "another name", word.shown());
            if (std::any_of(declared.begin(), declared.end(), [&](const Token& other) { return other.setting == word.setting; }))
                return cursor_.error(word, fmt::format("{} is set twice", word.setting), "each setting once", word.shown());
        }
        cursor_.next();
        return declared;
    }

    /// One chain, or several in braces.
    Result<ReadDrawing> bodyHere() {
        if (!cursor_.peek().is(Kind::Begin)) return readDrawing(cursor_, known_, {.inside = true, .oneChain = true, .given = true}, soFar_);
        const Token open = cursor_.next();
        ReadDrawing body = PC_TRY(readDrawing(cursor_, known_, {.inside = true, .given = true}, soFar_));
        if (!cursor_.peek().is(Kind::Finish)) return cursor_.error(open, "this brace is not closed", "}", "the end of the text");
        cursor_.next();
        return body;
    }

    struct Taker {
        BlockSetting::Drive drive;
        SettingSpec spec;
    };
    /// Those first that take one number where others take two, then those of the widest range: the first decides what may be typed.
    Result<std::vector<Taker>> takersOf(const std::string& name, const ReadDrawing& body) const {
        std::vector<Taker> takers;
        for (const auto& given : body.given) {
            if (given.place.text != name) continue;
            const SpecPtr layer = specOf(body.graph, body.graph.find(given.node)->layer);
            takers.push_back({{given.node, given.setting}, *findSetting(layer->settings, given.setting)});
            const SettingKind one = takers.front().spec.kind, other = takers.back().spec.kind;
            if (!canGive(one, other) && !canGive(other, one))
                return cursor_.error(given.place, fmt::format("“{}” gives another kind of value elsewhere", name), "one kind of value", given.place.shown());
        }
        const auto width = [](const SettingSpec& spec) { return std::tuple(spec.kind == SettingKind::Pair, spec.minimum, -spec.maximum, -static_cast<std::ptrdiff_t>(spec.choices.size())); };
        std::stable_sort(takers.begin(), takers.end(), [&](const Taker& a, const Taker& b) { return width(a.spec) < width(b.spec); });
        return takers;
    }

    Result<std::vector<BlockSetting>> settingsOfBlock(const Declared& declared, const ReadDrawing& body) const {
        std::vector<BlockSetting> settings;
        for (const Token& token : declared) {
            BlockSetting setting{.name = token.setting, .standard = {}, .drives = {}};
            auto takers = PC_TRY(takersOf(setting.name, body));
            if (takers.empty())
                return cursor_.error(token, "nothing in the block takes this setting", fmt::format("${} behind a layer of the block", setting.name), token.shown());
            const auto suits = std::find_if(takers.begin(), takers.end(), [&](const Taker& taker) { return valueOf(taker.spec, token, cursor_).has_value(); });
            if (suits != takers.end()) std::rotate(takers.begin(), suits, suits + 1);
            for (const Taker& taker : takers) setting.drives.push_back(taker.drive);
            setting.standard = PC_TRY(valueOf(takers.front().spec, token, cursor_));
            settings.push_back(std::move(setting));
        }
        for (const auto& given : body.given) {
            const auto is = [&](const Token& token) { return token.setting == given.place.text; };
            if (std::none_of(declared.begin(), declared.end(), is))
                return cursor_.error(given.place, "the block has no such setting", fmt::format("{}=… in parentheses behind the block's name", given.place.text), given.place.shown());
        }
        return settings;
    }

    /// As the one of that name that is there already, which then is meant: ids and places do not count.
    bool saysTheSame(const std::string& name, const Block& block) const {
        NotationContext inner = context_;
        inner.blocks.erase(name);
        const auto tokens = tokensOf(definitionText(name, context_.blocks));
        if (!tokens) return false;
        Cursor cursor(*tokens, false);
        ReadSoFar soFar;
        Definitions there(cursor, inner, soFar);
        return there.read() && there.known().contains(name) && *there.known().at(name) == block;
    }

    Cursor& cursor_;
    const NotationContext& context_;
    ReadSoFar& soFar_;
    Blocks known_;
    std::set<std::string> defined_;
};

}  // namespace

Result<Graph> graphFromNotation(const std::string& text, const NotationContext& context) {
    if (text.size() > kMostNotationBytes)
        return Error{"this text is too long for a network", {}, fmt::format("at most {} bytes", kMostNotationBytes), std::to_string(text.size())};
    const bool severalLines = text.find_first_of('\n') != std::string::npos && text.find_last_not_of(" \t\r\n") > text.find_first_of('\n');
    Cursor cursor(PC_TRY(tokensOf(text)), severalLines);
    ReadSoFar soFar;
    Definitions definitions(cursor, context, soFar);
    PC_TRY(definitions.read());
    if (cursor.peek().is(Kind::End)) return Error{"there is no layer in this text", {}, "such as 28x28x1 > flatten > dense 10", {}};
    ReadDrawing drawing = PC_TRY(readDrawing(cursor, definitions.known(), {.inside = context.inside}, soFar));
    Graph graph = std::move(drawing.graph);
    dropUnusedBlocks(graph);
    return graph;
}

bool looksLikeNotation(const std::string& text, const NotationContext& context) {
    if (text.empty() || text.size() > kMostNotationBytes) return false;
    const auto tokens = tokensOf(text);
    if (!tokens) return false;
    for (std::size_t i = 0; i < tokens->size(); ++i) {
        const Token& token = (*tokens)[i];
        if (token.is(Kind::Label) || token.is(Kind::Open) || token.is(Kind::Break)) continue;
        if (token.is(Kind::Reference)) return true;
        if (i + 1 < tokens->size() && beginsDefinition(token, (*tokens)[i + 1]))
            return std::any_of(tokens->begin(), tokens->end(), [](const Token& each) { return each.is(Kind::Equals); });
        return token.is(Kind::Word) && (meaningOf(token.text, context.blocks, context.inside) || isShapeWord(token.text));
    }
    return false;
}

}  // namespace perceptarium::network
