// How fixes are declared: each rule of findings (Finding::rule) has one FixRule, beside others of its kind in fixes_….cpp,
// which offers candidates; fixes.cpp tries them. Private to network/.
#pragma once

#include "layers/remedy.h"
#include "network/checks.h"
#include "network/edits.h"
#include "network/fixes.h"

namespace perceptarium::network {

/// Where a fix is looked for.
struct Site {
    const Graph& graph;
    const DataTypes& data;
    const Inference& inference;
    const Wiring& wiring;
    const Finding& finding;
    /// What is known of the drawing after a change; nullopt where it may not be changed so.
    const std::function<std::optional<Inference>(const Graph& tried)>& trial;
    const Node* node = nullptr;               ///< nullptr: the whole drawing
    const layers::LayerSpec* spec = nullptr;  ///< nullptr: not known here
};
using Fixes = std::vector<Fix>;

struct FixRule {
    std::string id;  ///< of the findings' rule
    int order = 0;
    /// Candidates, best first; the node is there unless the rule is one of the whole drawing.
    std::function<void(const Site&, Fixes&)> offer;
};

/// The candidates of the finding's rule after which it is gone, as `trial` tells; best first, at most kMostFixes.
Fixes helpfulFixes(const Graph& graph, const DataTypes& data, const Inference& inference, const Finding& finding,
                   const std::function<std::optional<Inference>(const Graph& tried)>& trial);
/// Of a finding inside a block (Finding::inside): edits of that inside, or of the settings that are given to it.
Fixes fixesInside(const Graph& whole, const DataTypes& data, const Finding& finding);

// --- words ------------------------------------------------------------------------------------------------------------

std::string quoted(const Node& node);        ///< “conv1”
std::string quoted(const Graph& graph, NodeId id);
std::string titleOf(const std::string& layer);  ///< "Max pool" of "max-pool"; the id where it is not known
/// "a Flatten", "an Embedding"
std::string withArticle(const std::string& layer);
/// "a Flatten and a Dense with 10 units"
std::string inWords(const std::vector<layers::Remedy::Use>& uses);

// --- candidates that several rules offer ------------------------------------------------------------------------------

/// The node goes, and the chain closes.
Fix leaveOut(const Node& node);
Fix setSetting(const Node& node, const SettingSpec& setting, const SettingValue& value);
/// Another layer in the node's place; it keeps name, edges, and those settings that both have.
Fix replaceBy(const Node& node, const std::string& layer, const Settings& settings = {});
/// Layers on an edge, in the order of the flow.
Fix insertOn(const Graph& graph, const Edge& edge, const std::vector<layers::Remedy::Use>& uses);
/// After `after`, where the drawing ends.
Fix append(const Node& after, const std::vector<layers::Remedy::Use>& uses);
Fix connectTo(const Graph& graph, NodeId from, NodeId to, int port);

/// The same of the inside of a block, for all nodes that stand for it.
Fix inTheBlock(const std::string& block, const Fix& fix);
/// The node goes from where it is to the front of `target`'s first input.
Fix moveBefore(const Node& node, const Node& target);

/// What the layer reads, completed; nullopt while it cannot be read.
std::optional<Settings> readSettings(const Site& site);
/// Layers that make a vector of it: Flatten, a global mean over a sequence, an Embedding first for words; none for a vector.
std::vector<layers::Remedy::Use> layersToVector(const TensorType& type);
/// The types that come in, as its shape rule gets them; empty where they are not known.
layers::TensorTypes typesInto(const Site& site);

}  // namespace perceptarium::network
