// Which fixes are offered: the rule's candidates, each tried on a copy of the drawing.
#include "network/fixes.h"

#include <algorithm>

#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

/// Is it still there? A merge asks for several changes when several branches do not fit: then another branch is named.
bool remains(const Finding& finding, const Inference& after, bool inSteps) {
    return std::any_of(after.findings.begin(), after.findings.end(), [&](const Finding& other) {
        return other.rule == finding.rule && other.node == finding.node && other.inside == finding.inside &&
               (!inSteps || other.what == finding.what);
    });
}

}  // namespace

Fixes helpfulFixes(const Graph& graph, const DataTypes& data, const Inference& inference, const Finding& finding,
                   const std::function<std::optional<Inference>(const Graph& tried)>& trial) {
    const FixRule* rule = Registry<FixRule>::instance().find(finding.rule);
    const Node* node = graph.find(finding.node);
    if (!rule || (finding.node != kNoNode && !node)) return {};
    const Wiring wiring(graph);
    const SpecPtr spec = node ? specOf(graph, node->layer) : nullptr;
    const Site site{graph, data, inference, wiring, finding, trial, node, spec.get()};
    Fixes candidates, fixes;
    rule->offer(site, candidates);
    const bool inSteps = spec && spec->maximumInputs > 1;
    for (Fix& candidate : candidates) {
        if (fixes.size() == kMostFixes) break;
        if (std::any_of(fixes.begin(), fixes.end(), [&](const Fix& fix) { return fix.title == candidate.title; })) continue;
        Graph tried = graph;
        if (!candidate.apply(tried)) continue;
        if (const auto after = trial(tried); after && !remains(finding, *after, inSteps)) fixes.push_back(std::move(candidate));
    }
    return fixes;
}

std::vector<Fix> fixesFor(const Graph& graph, const DataTypes& data, const Inference& inference, const Finding& finding) {
    if (!finding.inside.empty()) return fixesInside(graph, data, finding);
    return helpfulFixes(graph, data, inference, finding, [&](const Graph& tried) { return std::optional(infer(tried, data)); });
}

}  // namespace perceptarium::network
