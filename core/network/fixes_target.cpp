// Fixes where what comes out of the network does not fit what the data ask for.
#include "layers/layer_spec.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

bool closes(const layers::LayerSpec* spec) { return spec && spec->bindLogits; }

/// Layers at the end of the network; before a closing Softmax or Sigmoid, which turns what they give into shares.
Fix atEnd(const Site& site, const std::vector<layers::Remedy::Use>& uses) {
    const Node& output = *site.graph.find(site.inference.output);
    const auto& into = site.wiring.into(output.id);
    if (closes(layers::findLayer(output.layer)) && into.size() == 1) return insertOn(site.graph, into[0], uses);
    return append(output, uses);
}

std::vector<std::int64_t> unitsToOffer(const Site& site) {
    const TargetInfo& target = *site.data.target;
    const Node& output = *site.graph.find(site.inference.output);
    const bool two = target.kind == TargetInfo::Kind::Class && target.classes.size() == 2;
    if (!two) return {wantedUnits(target, 0)};
    return output.layer == "sigmoid" ? std::vector<std::int64_t>{1, 2} : std::vector<std::int64_t>{2, 1};
}

layers::Remedy::Use denseWith(std::int64_t units) { return {"dense", {{"units", units}}}; }

const Registered<FixRule> notAVector{{
    .id = "not-a-vector",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto& into = site.wiring.into(site.inference.output);
        const bool before = closes(layers::findLayer(site.node->layer)) && into.size() == 1;
        const TensorType& type = site.inference.outputs.at(before ? into[0].from : site.inference.output);
        auto uses = layersToVector(type);
        if (uses.size() == 1 && uses[0].layer == "flatten") {
            fixes.push_back(atEnd(site, {uses[0], denseWith(unitsToOffer(site)[0])}));
            uses = {{"global-average-pool"}};
        }
        uses.push_back(denseWith(unitsToOffer(site)[0]));
        fixes.push_back(atEnd(site, uses));
    },
}};

const Registered<FixRule> width{{
    .id = "width",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto* units = findSetting(layers::findLayer("dense")->settings, "units");
        for (const std::int64_t wanted : unitsToOffer(site)) {
            if (site.finding.setting == "units") fixes.push_back(setSetting(*site.node, *units, wanted));
            fixes.push_back(atEnd(site, {denseWith(wanted)}));
        }
    },
}};

const auto leaveOutHere = [](const Site& site, Fixes& fixes) { fixes.push_back(leaveOut(*site.node)); };
const Registered<FixRule> sharesOfNumber{{.id = "shares-of-number", .offer = leaveOutHere}};
const Registered<FixRule> boundedNumber{{.id = "bounded-number", .offer = leaveOutHere}};

const Registered<FixRule> softmaxOfOne{{
    .id = "softmax-of-one",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back(replaceBy(*site.node, "sigmoid"));
        const auto* units = findSetting(layers::findLayer("dense")->settings, "units");
        if (const Node* dense = denseBefore(site.graph, site.wiring, site.node->id)) fixes.push_back(setSetting(*dense, *units, std::int64_t{2}));
    },
}};

}  // namespace
}  // namespace perceptarium::network
