// Fixes of hints: networks that would run, but probably not as their author thinks.
#include <fmt/format.h>

#include "layers/layer_spec.h"
#include "network/checks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

const Node* before(const Site& site, NodeId id) {
    const auto& into = site.wiring.into(id);
    return into.size() == 1 ? site.graph.find(into[0].from) : nullptr;
}

const Registered<FixRule> dropoutLast{{
    .id = "dropout-last",
    .offer = [](const Site& site, Fixes& fixes) {
        if (const Node* dense = denseBefore(site.graph, site.wiring, site.node->id)) fixes.push_back(moveBefore(*site.node, *dense));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const auto leaveOutHere = [](const Site& site, Fixes& fixes) { fixes.push_back(leaveOut(*site.node)); };
const Registered<FixRule> normalizationLast{{.id = "normalization-last", .offer = leaveOutHere}};
const Registered<FixRule> reluLast{{.id = "relu-last", .offer = leaveOutHere}};
const Registered<FixRule> flattenVector{{.id = "flatten-vector", .offer = leaveOutHere}};

const auto useSoftmax = [](const Site& site, Fixes& fixes) {
    fixes.push_back(replaceBy(*site.node, "softmax"));
    fixes.push_back(leaveOut(*site.node));
};
const Registered<FixRule> sigmoidOfClasses{{.id = "sigmoid-of-classes", .offer = useSoftmax}};
const Registered<FixRule> noGradient{{.id = "no-gradient", .offer = useSoftmax}};

/// The way from here to the end, if it is a chain of layers that keep the count of numbers.
bool onlyShapesAfter(const Site& site, NodeId id) {
    while (id != site.inference.output) {
        const auto onward = site.graph.edgesOutOf(id);
        const auto* spec = onward.size() == 1 ? layers::findLayer(site.graph.find(onward[0].to)->layer) : nullptr;
        const bool keeps = spec && (spec->category == layers::Category::Activation || spec->category == layers::Category::Dropout ||
                                    spec->category == layers::Category::Normalization);
        if (!keeps) return false;
        id = onward[0].to;
    }
    return true;
}

const Registered<FixRule> softmaxInside{{
    .id = "softmax-inside",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto onward = site.graph.edgesOutOf(site.node->id);
        if (onlyShapesAfter(site, site.node->id) && before(site, site.node->id))
            fixes.push_back({fmt::format("Move {} to the end", quoted(*site.node)),
                             [id = site.node->id, end = site.inference.output](Graph& graph) -> Status {
                                 const Node* found = graph.find(id);
                                 if (!found || !graph.find(end)) return Error{"the drawing has changed", {}, {}, {}};
                                 Node moved = *found;
                                 removeHealing(graph, {id});
                                 const NodeId stand = PC_TRY(appendNode(graph, moved.layer, end));
                                 moved.position = graph.find(stand)->position;
                                 graph.erase(stand);
                                 graph.insert(moved);
                                 graph.connect({end, id, 0});
                                 return {};
                             }});
        fixes.push_back(replaceBy(*site.node, "relu"));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> twoActivations{{
    .id = "two-activations",
    .offer = [](const Site& site, Fixes& fixes) {
        const Node* first = before(site, site.node->id);
        // A closing Softmax or Sigmoid is what makes the answers: then the other one goes.
        const bool closes = site.spec->bindLogits && site.node->id == site.inference.output;
        if (first && closes) fixes.push_back(leaveOut(*first));
        fixes.push_back(leaveOut(*site.node));
        if (first && !closes) fixes.push_back(leaveOut(*first));
    },
}};

const Registered<FixRule> twoDense{{
    .id = "two-dense",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back(insertOn(site.graph, site.wiring.into(site.node->id)[0], {{"relu"}}));
        if (const Node* first = before(site, site.node->id)) fixes.push_back(leaveOut(*first));
    },
}};

const Registered<FixRule> strideSkips{{
    .id = "stride-skips",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto settings = readSettings(site);
        const auto* stride = findSetting(site.spec->settings, "stride");
        if (!settings || !stride) return;
        const Pair farthest = farthestStride(*settings);
        const auto now = settingOr<Pair>(*settings, "stride", {});
        // Half a window at a time sees everything twice; a whole window at a time sees it once.
        for (const std::int64_t parts : {2, 1}) {
            const auto less = [&](std::int64_t far, std::int64_t step) { return step <= far ? step : std::max<std::int64_t>(1, far / parts); };
            fixes.push_back(setSetting(*site.node, *stride, pairValue({less(farthest.rows, now.rows), less(farthest.columns, now.columns)})));
        }
    },
}};

}  // namespace
}  // namespace perceptarium::network
