// Which fixes are offered: the rule's candidates, each tried on a copy of the drawing.
#include "network/fixes.h"

#include <algorithm>

#include "layers/layer_spec.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

/// Is it still there? A merge asks for several changes when several branches do not fit: then another branch is named.
bool remains(const Finding& finding, const Inference& after, bool inSteps) {
    return std::any_of(after.findings.begin(), after.findings.end(), [&](const Finding& other) {
        return other.rule == finding.rule && other.node == finding.node && (!inSteps || other.what == finding.what);
    });
}

}  // namespace

std::vector<Fix> fixesFor(const Graph& graph, const DataTypes& data, const Inference& inference, const Finding& finding) {
    const FixRule* rule = Registry<FixRule>::instance().find(finding.rule);
    if (!rule) return {};
    const Wiring wiring(graph);
    Site site{graph, data, inference, wiring, finding, graph.find(finding.node), nullptr};
    if (finding.node != kNoNode && !site.node) return {};
    if (site.node) site.spec = layers::findLayer(site.node->layer);
    Fixes candidates, fixes;
    rule->offer(site, candidates);
    const bool inSteps = site.spec && site.spec->maximumInputs > 1;
    for (Fix& candidate : candidates) {
        if (fixes.size() == kMostFixes) break;
        if (std::any_of(fixes.begin(), fixes.end(), [&](const Fix& fix) { return fix.title == candidate.title; })) continue;
        Graph tried = graph;
        if (!candidate.apply(tried) || remains(finding, infer(tried, data), inSteps)) continue;
        fixes.push_back(std::move(candidate));
    }
    return fixes;
}

}  // namespace perceptarium::network
