// Reading one drawing of the notation: tokens to layers and edges, then names, then the drawing.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/suggest.h"
#include "network/edits.h"
#include "network/node_flags.h"
#include "network/notation.h"
#include "network/notation_names.h"
#include "network/notation_reading.h"

namespace perceptarium::network {
namespace {

using Kind = Token::Kind;

constexpr std::size_t kMostEdges = 8'000;

/// Where a chain stands: at a layer that was read, or at one that is named.
struct Source {
    std::size_t layer = 0;
    std::optional<Token> reference;
};
using Sources = std::vector<Source>;

struct Read {
    Node node;
    Called called;
    Sources inputs;
    std::map<std::string, Token> given;  ///< settings that the block's give
};

bool isNumber(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// The two of "5x3"; nullopt: it is not two numbers.
std::optional<std::pair<std::string, std::string>> sidesOf(const std::string& text) {
    for (const std::string_view between : {"x", "X", "×", ","}) {
        const auto at = text.find(between);
        if (at == std::string::npos) continue;
        std::pair sides{text.substr(0, at), text.substr(at + between.size())};
        if (isNumber(sides.first) && isNumber(sides.second)) return sides;
    }
    return std::nullopt;
}

/// Is it a number, or two as in 5x3?
bool isNumbers(const std::string& text) { return isNumber(text) || sidesOf(text); }

class Reader {
public:
    Reader(Cursor& cursor, const Blocks& known, const DrawingKind& kind, ReadSoFar& soFar)
        : cursor_(cursor), known_(known), kind_(kind), soFar_(soFar) {
        withBlocks_.setBlocks(known);
    }

    Result<ReadDrawing> drawing() {
        Sources start;
        if (kind_.given && !namesItsInput()) {
            layers_.push_back({.node = {.layer = kBlockInput}, .called = {"in", {}}});
            start = {Source{0, {}}};
        }
        do {
            if (peek().is(Kind::Break) && !kind_.oneChain) {
                next();
                continue;
            }
            PC_TRY(chain(std::exchange(start, {}), 0));
            if (!peek().is(Kind::Break) && !atEnd()) return cursor_.unexpected("> and a layer, or ; and another chain");
        } while (!atEnd());
        if (layers_.empty()) return Error{"there is no layer in this text", {}, "such as 28x28x1 > flatten > dense 10", {}};
        return assemble();
    }

private:
    const Token& peek() const { return cursor_.peek(); }
    Token next() { return cursor_.next(); }
    Error error(const Token& token, std::string what, std::string expected, std::string found) const {
        return cursor_.error(token, std::move(what), std::move(expected), std::move(found));
    }
    Error unexpected(std::string expected) const { return cursor_.unexpected(std::move(expected)); }
    bool endsHere(const Token& token) const {
        return token.is(Kind::End) || (kind_.oneChain && token.is(Kind::Break)) || (kind_.given && token.is(Kind::Finish));
    }
    bool atEnd() const { return endsHere(peek()); }

    /// Does what is in the block say where its input goes? Otherwise it goes to the first chain.
    bool namesItsInput() const {
        for (std::size_t ahead = 0; !endsHere(cursor_.peek(ahead)); ++ahead) {
            const Token& token = cursor_.peek(ahead);
            if (!token.is(Kind::Word) || token.given || !token.setting.empty()) continue;
            const auto meaning = meaningOf(token.text, known_, true);
            if (meaning && meaning->layer == kBlockInput) return true;
        }
        return false;
    }

    // --- chains and branches ---
    /// From where it begins to where it ends: several places where it ends in branches that nothing joins.
    Result<Sources> chain(const Sources& start, std::size_t depth) {
        Sources current = start;
        bool first = true, ended = false;
        while (!ended) {
            const Token token = peek();
            if (token.is(Kind::Open)) {
                if (current.size() > 1) return error(token, "branches must be joined before they can part again", "a layer that joins: add, concatenate", "(");
                current = PC_TRY(branches(current, depth + 1));
                if (!peek().is(Kind::Arrow)) return unexpected("> and a layer that joins the branches");
            } else if (token.is(Kind::Reference)) {
                if (!first) return error(token, "a named point can only begin a chain or a branch", "a layer", token.shown());
                next();
                current = {Source{0, token}};
            } else {
                current = {Source{PC_TRY(layer(current)), {}}};
            }
            first = false;
            ended = !peek().is(Kind::Arrow);
            if (!ended) next();
        }
        return current;
    }

    Result<Sources> branches(const Sources& from, std::size_t depth) {
        if (depth > kDeepestNotation) return error(peek(), "the branches are nested too deeply", fmt::format("at most {} levels", kDeepestNotation), {});
        const Token open = next();
        Sources ends;
        while (true) {
            const bool skips = peek().is(Kind::Word) && peek().text == "skip" && !peek().quoted && !peek().given && peek().setting.empty();
            const Token place = peek();
            if (skips) next();
            if (skips || peek().is(Kind::Bar) || peek().is(Kind::Close)) {
                if (from.empty()) return error(place, "nothing comes in here that could be skipped", "a layer, or @ and the name of one", place.shown());
                ends.push_back(from.front());
            } else {
                const Sources end = PC_TRY(chain(from, depth));
                ends.insert(ends.end(), end.begin(), end.end());
            }
            if (peek().is(Kind::Close)) break;
            if (peek().is(Kind::End)) return error(open, "this parenthesis is not closed", ")", "the end of the text");
            if (!peek().is(Kind::Bar)) return unexpected("| and another branch, or )");
            next();
        }
        next();
        return ends;
    }

    // --- one layer ---
    Result<std::size_t> layer(const Sources& inputs) {
        Read read;
        if (peek().is(Kind::Label)) {
            const Token label = next();
            if (label.text.empty()) return error(label, "a label has no name", "a name before the colon", ":");
            PC_TRY(takeLabel(label, label.text, read.called));
        }
        const Token word = peek();
        if (!word.is(Kind::Word) || !word.setting.empty() || word.given) return unexpected("a layer, such as conv 8 3x3");
        if (const auto meaning = meaningOf(word.text, known_, kind_.inside)) {
            read.node.layer = meaning->layer;
            read.called.word = meaning->word;
            if (!meaning->name.empty() && read.called.label.empty()) PC_TRY(takeLabel(word, meaning->name, read.called));
            next();
        } else if (isShapeWord(word.text)) {
            read.node.layer = read.called.word = dataLayer()->id;
        } else {
            return error(word, "there is no such layer", expectedLayer(word.text), word.text);
        }
        if (++soFar_.layers > kMostNotationNodes) return error(word, "too many layers", fmt::format("at most {}", kMostNotationNodes), {});
        const SpecPtr spec = specOf(withBlocks_, read.node.layer);
        PC_TRY(checkCount(*spec, word, inputs.size()));
        read.node.version = spec->version;
        read.inputs = inputs;
        PC_TRY(readSettings(*spec, read));
        if ((soFar_.edges += inputs.size()) > kMostEdges) return error(word, "too many edges", fmt::format("at most {}", kMostEdges), {});
        layers_.push_back(std::move(read));
        return layers_.size() - 1;
    }

    Status takeLabel(const Token& place, const std::string& name, Called& called) {
        if (!labels_.insert(name).second) return error(place, "two layers have this name", "each name once", name);
        called.label = name;
        return {};
    }

    std::string expectedLayer(const std::string& word) const {
        std::vector<std::string> words;
        for (const auto& [name, block] : known_) words.push_back(name);
        for (const auto* spec : layers::allLayers())
            for (const std::string& one : layers::wordsOf(*spec)) words.push_back(one);
        const std::string close = closestWord(word, words);
        return close.empty() ? "a layer, such as conv, relu, maxpool, flatten or dense" : "did you mean " + close + "?";
    }

    Status checkCount(const layers::LayerSpec& spec, const Token& word, std::size_t count) const {
        if (count <= static_cast<std::size_t>(spec.maximumInputs)) return {};
        if (spec.maximumInputs == 0)
            return error(word, spec.title + " takes no input", "it at the beginning of a chain", "something before it");
        return error(word, fmt::format("{} takes {} input, but {} branches lead to it", spec.title, spec.maximumInputs, count),
                     "a layer that joins: add, concatenate", word.text);
    }

    // --- what is set of it ---
    Status readSettings(const layers::LayerSpec& spec, Read& read) {
        Settings& settings = read.node.settings;
        const auto placed = placedSettings(spec);
        std::size_t place = 0;
        while (peek().is(Kind::Word)) {
            const Token word = next();
            if (takeFlag(word, read.node)) continue;
            const SettingSpec* setting = nullptr;
            if (!word.setting.empty()) {
                setting = findSetting(spec.settings, word.setting);
            } else if (!placed.empty() && (word.given || (!word.quoted && isNumbers(word.text)))) {
                if (place == placed.size())
                    return error(word, fmt::format("{} has no further setting for a number", spec.title), namedSettings(spec), word.text);
                setting = placed[place++];
            } else if (const auto* choice = settingOfChoice(spec, word.text)) {
                setting = choice;
            } else {
                setting = textSetting(spec);
            }
            if (!setting) return error(word, fmt::format("{} has no such setting", spec.title), expectedSetting(spec, word), word.shown());
            if (settings.contains(setting->name) || read.given.contains(setting->name)) return error(word, fmt::format("{} is set twice", setting->name), "each setting once", word.shown());
            if (word.given && !kind_.given) return error(word, "only inside a block a value can come from the block's settings", "a value", word.shown());
            if (word.given) read.given.emplace(setting->name, word);
            else settings[setting->name] = PC_TRY(valueOf(*setting, word, cursor_));
        }
        return {};
    }

    /// "frozen", "bypassed": what a node is besides its settings.
    static bool takeFlag(const Token& word, Node& node) {
        if (!word.setting.empty() || word.quoted || word.given) return false;
        for (const NodeFlag& flag : nodeFlags())
            if (word.text == flag.name) return node.*flag.member = true;
        return false;
    }

    static std::string namedSettings(const layers::LayerSpec& spec) {
        std::vector<std::string> names;
        for (const SettingSpec& setting : spec.settings) names.push_back(setting.name + "=…");
        return names.empty() ? "no settings" : fmt::format("{}", fmt::join(names, ", "));
    }
    static std::string expectedSetting(const layers::LayerSpec& spec, const Token& word) {
        std::vector<std::string> words;
        for (const SettingSpec& setting : spec.settings) {
            if (!word.setting.empty()) words.push_back(setting.name);
            else words.insert(words.end(), setting.choices.begin(), setting.choices.end());
        }
        const std::string close = closestWord(word.setting.empty() ? word.text : word.setting, words);
        return close.empty() ? namedSettings(spec) : "did you mean " + close + "?";
    }

    // --- the drawing ---
    Result<ReadDrawing> assemble() const {
        std::vector<Called> called;
        for (const Read& read : layers_) called.push_back(read.called);
        const auto names = namesOf(called);
        std::map<std::string, NodeId> byName;
        std::map<NodeId, Node> nodes;
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            Node node = layers_[i].node;
            node.id = static_cast<NodeId>(i) + 1;
            node.name = names[i];
            byName[node.name] = node.id;
            nodes.emplace(node.id, std::move(node));
        }
        std::set<Edge> edges;
        std::vector<std::pair<Edge, Token>> referred;
        for (std::size_t i = 0; i < layers_.size(); ++i)
            for (std::size_t port = 0; port < layers_[i].inputs.size(); ++port) {
                const Source& source = layers_[i].inputs[port];
                Edge edge{static_cast<NodeId>(source.layer) + 1, static_cast<NodeId>(i) + 1, static_cast<int>(port)};
                if (source.reference) {
                    const auto found = byName.find(source.reference->text);
                    if (found == byName.end())
                        return error(*source.reference, "no layer has this name", expectedOneOf(source.reference->text, {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(names.size(), 40))}),
                                     source.reference->shown());
                    edge.from = found->second;
                    referred.push_back({edge, *source.reference});
                }
                edges.insert(edge);
            }
        ReadDrawing drawing;
        Graph& graph = drawing.graph;
        graph.setBlocks(known_);
        graph.assign(std::move(nodes), std::move(edges));
        if (graph.topologicalOrder().size() != graph.nodes().size())
            for (const auto& [edge, token] : referred)
                if (graph.reaches(edge.to, edge.from))
                    return error(token, "the data would run in a circle", "a way from the beginning to the end, never back", token.shown());
        arrange(graph);
        for (std::size_t i = 0; i < layers_.size(); ++i)
            for (const auto& [setting, place] : layers_[i].given) drawing.given.push_back({static_cast<NodeId>(i) + 1, setting, place});
        std::stable_sort(drawing.given.begin(), drawing.given.end(), [](const ReadDrawing::Given& a, const ReadDrawing::Given& b) {
            return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
        return drawing;
    }

    Cursor& cursor_;
    const Blocks& known_;
    const DrawingKind kind_;
    ReadSoFar& soFar_;
    Graph withBlocks_;  ///< no nodes: for the declarations of blocks
    std::vector<Read> layers_;
    std::set<std::string> labels_;
};

}  // namespace

Result<ReadDrawing> readDrawing(Cursor& cursor, const Blocks& known, const DrawingKind& kind, ReadSoFar& soFar) {
    return Reader(cursor, known, kind, soFar).drawing();
}

Result<SettingValue> valueOf(const SettingSpec& setting, const Token& word, const Cursor& cursor) {
    std::string text = word.text;
    const bool number = setting.kind == SettingKind::Integer || setting.kind == SettingKind::Real;
    if (const auto sides = number ? sidesOf(text) : std::nullopt) {
        if (sides->first != sides->second) return cursor.error(word, setting.title + " is one number", "such as 3", text);
        text = sides->first;
    }
    auto value = parseSetting(setting, text);
    if (value) return value;
    return cursor.error(word, value.error().what, value.error().expected, word.text);
}

}  // namespace perceptarium::network
