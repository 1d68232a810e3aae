// Notation: a network as a line of text, to type, to paste and to send.
//
//   28x28x1 > conv 8 5x5 same > relu > maxpool 2 > flatten > dense 10 > softmax
//   input > conv 16 3x3 > relu > ( conv 16 3x3 same > batchnorm | skip ) > add > relu
//   28x28x1 > stem: conv 8 3x3 > relu > flatten > dense 10; @stem > maxpool 2
//   block Residual(filters=16) = in > ( conv $filters 3x3 same > relu | skip ) > add; 8x8x16 > Residual repeat=3 > flatten
//
// A chain is layers with > (or →) between them. A layer is a word for it (its id, with or without hyphens, or an alias) and
// what is set of it: numbers go to its first settings that are numbers, in the order of its declaration (5x3: rows and columns);
// a word that is one of its choices goes there; anything else is written name=value. A shape alone is the Input. A layer may be
// frozen, bypassed or collapsed: those words stand behind it.
// ( … | … ) are branches from the same point, joined by the layer behind them; skip is the branch that does nothing. A label
// (stem:) gives a layer its name; so does a number behind its word (conv2 8 3x3 is called conv2); @stem begins a chain or
// branch at it. Chains are separated by ; or a new line. Layers without either are called by their word, with a number where
// several have it.
// A block is defined before the network that uses it: block, its name, in parentheses its settings with their standards, =, and
// what is in it: one chain, or several in braces. There "in" is the block's input (with several: in1, in2, … in their order;
// with none the first chain begins at it), and $filters behind a layer is what the block's setting gives. It is used by its name like a layer; how
// often it repeats is repeat=3. Where its name means something else, it is written block/name. Frames and notes of a drawing,
// and what a block says of itself in the palette, are not part of the network and not written.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "network/graph.h"

namespace perceptarium::network {

/// Those nodes (none given: all) with the edges among them, and the blocks that they stand for. Read again it is the same
/// network, up to ids and positions; where the drawing cannot be read so (unknown layers, circles), reading says what is wrong.
std::string toNotation(const Graph& graph, const std::vector<NodeId>& nodes = {});

/// What there is already where the text is read.
struct NotationContext {
    Blocks blocks = {};   ///< may be used without being defined; one that the text defines in the same words is this one
    bool inside = false;  ///< the drawing is what is in a block: "in" is its input
};

/// Arranged, from (0, 0) on, with the blocks that it uses. Errors say the column (and the line, where there are several), what
/// was expected and what was found.
Result<Graph> graphFromNotation(const std::string& text, const NotationContext& context = {});

/// Does it look like a network in this notation rather than any other text? For deciding what was pasted.
bool looksLikeNotation(const std::string& text, const NotationContext& context = {});

/// Limits of what is read, as of a project file.
inline constexpr std::size_t kMostNotationBytes = 1 << 18, kMostNotationNodes = 2000, kDeepestNotation = 64;

}  // namespace perceptarium::network
