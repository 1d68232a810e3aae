// Reading the notation: tokens to layers and edges, then names, then the drawing.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/suggest.h"
#include "network/edits.h"
#include "network/node_flags.h"
#include "network/notation.h"
#include "network/notation_names.h"
#include "network/notation_tokens.h"

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
    Reader(std::vector<Token> tokens, bool severalLines) : tokens_(std::move(tokens)), severalLines_(severalLines) {}

    Result<Graph> graph() {
        while (!peek().is(Kind::End)) {
            if (peek().is(Kind::Break)) {
                next();
                continue;
            }
            PC_TRY(chain({}, 0));
            if (!peek().is(Kind::Break) && !peek().is(Kind::End)) return unexpected("> and a layer, or ; and another chain");
        }
        if (layers_.empty()) return Error{"there is no layer in this text", {}, "such as 28x28x1 > flatten > dense 10", {}};
        return assemble();
    }

private:
    const Token& peek() const { return tokens_[at_]; }
    Token next() { return tokens_[at_].is(Kind::End) ? tokens_[at_] : tokens_[at_++]; }
    Error error(const Token& token, std::string what, std::string expected, std::string found) const {
        return {std::move(what), placeOf(token, severalLines_), std::move(expected), std::move(found)};
    }
    Error unexpected(std::string expected) const { return error(peek(), "this cannot stand here", std::move(expected), peek().shown()); }

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
            const bool skips = peek().is(Kind::Word) && peek().text == "skip" && !peek().quoted && peek().setting.empty();
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
        if (!word.is(Kind::Word) || !word.setting.empty()) return unexpected("a layer, such as conv 8 3x3");
        const layers::LayerSpec* spec = layers::findLayerByWord(word.text);
        const std::string numbered = spec ? std::string() : numberedWord(word.text);
        if (!numbered.empty()) {
            spec = layers::findLayerByWord(numbered);
            read.called.word = numbered;
            if (read.called.label.empty()) PC_TRY(takeLabel(word, word.text, read.called));
            next();
        } else if (!spec && isShapeWord(word.text)) {
            spec = dataLayer();
            read.called.word = spec->id;
        } else if (spec) {
            read.called.word = word.text;
            next();
        } else {
            return error(word, "there is no such layer", expectedLayer(word.text), word.text);
        }
        if (layers_.size() >= kMostNotationNodes) return error(word, "too many layers", fmt::format("at most {}", kMostNotationNodes), {});
        PC_TRY(checkCount(*spec, word, inputs.size()));
        read.node.layer = spec->id;
        read.node.version = spec->version;
        read.inputs = inputs;
        PC_TRY(readSettings(*spec, read.node));
        if ((edges_ += inputs.size()) > kMostEdges) return error(word, "too many edges", fmt::format("at most {}", kMostEdges), {});
        layers_.push_back(std::move(read));
        return layers_.size() - 1;
    }

    Status takeLabel(const Token& place, const std::string& name, Called& called) {
        if (!labels_.insert(name).second) return error(place, "two layers have this name", "each name once", name);
        called.label = name;
        return {};
    }

    static std::string expectedLayer(const std::string& word) {
        std::vector<std::string> words;
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
    Status readSettings(const layers::LayerSpec& spec, Node& node) {
        Settings& settings = node.settings;
        const auto placed = placedSettings(spec);
        std::size_t place = 0;
        while (peek().is(Kind::Word)) {
            const Token word = next();
            if (takeFlag(word, node)) continue;
            const SettingSpec* setting = nullptr;
            if (!word.setting.empty()) {
                setting = findSetting(spec.settings, word.setting);
            } else if (!placed.empty() && !word.quoted && isNumbers(word.text)) {
                if (place == placed.size())
                    return error(word, fmt::format("{} has no further setting for a number", spec.title), namedSettings(spec), word.text);
                setting = placed[place++];
            } else if (const auto* choice = settingOfChoice(spec, word.text)) {
                setting = choice;
            } else {
                setting = textSetting(spec);
            }
            if (!setting) return error(word, fmt::format("{} has no such setting", spec.title), expectedSetting(spec, word), word.shown());
            if (settings.contains(setting->name)) return error(word, fmt::format("{} is set twice", setting->name), "each setting once", word.shown());
            settings[setting->name] = PC_TRY(valueOf(*setting, word));
        }
        return {};
    }

    /// "frozen", "bypassed": what a node is besides its settings.
    static bool takeFlag(const Token& word, Node& node) {
        if (!word.setting.empty() || word.quoted) return false;
        for (const NodeFlag& flag : nodeFlags())
            if (word.text == flag.name) return node.*flag.member = true;
        return false;
    }

    Result<SettingValue> valueOf(const SettingSpec& setting, const Token& word) const {
        std::string text = word.text;
        const bool number = setting.kind == SettingKind::Integer || setting.kind == SettingKind::Real;
        if (const auto sides = number ? sidesOf(text) : std::nullopt) {
            if (sides->first != sides->second) return error(word, setting.title + " is one number", "such as 3", text);
            text = sides->first;
        }
        auto value = parseSetting(setting, text);
        if (value) return value;
        return error(word, value.error().what, value.error().expected, word.text);
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
    Result<Graph> assemble() const {
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
        Graph graph;
        graph.assign(std::move(nodes), std::move(edges));
        if (graph.topologicalOrder().size() != graph.nodes().size())
            for (const auto& [edge, token] : referred)
                if (graph.reaches(edge.to, edge.from))
                    return error(token, "the data would run in a circle", "a way from the beginning to the end, never back", token.shown());
        arrange(graph);
        return graph;
    }

    std::vector<Token> tokens_;
    const bool severalLines_;
    std::size_t at_ = 0, edges_ = 0;
    std::vector<Read> layers_;
    std::set<std::string> labels_;
};

}  // namespace

Result<Graph> graphFromNotation(const std::string& text) {
    if (text.size() > kMostNotationBytes)
        return Error{"this text is too long for a network", {}, fmt::format("at most {} bytes", kMostNotationBytes), std::to_string(text.size())};
    const bool severalLines = text.find_first_of('\n') != std::string::npos && text.find_last_not_of(" \t\r\n") > text.find_first_of('\n');
    return Reader(PC_TRY(tokensOf(text)), severalLines).graph();
}

bool looksLikeNotation(const std::string& text) {
    if (text.empty() || text.size() > kMostNotationBytes) return false;
    const auto tokens = tokensOf(text);
    if (!tokens) return false;
    for (const Token& token : *tokens) {
        if (token.is(Kind::Label) || token.is(Kind::Open)) continue;
        if (token.is(Kind::Reference)) return true;
        return token.is(Kind::Word) && (layers::findLayerByWord(token.text) || isShapeWord(token.text) || !numberedWord(token.text).empty());
    }
    return false;
}

}  // namespace perceptarium::network
