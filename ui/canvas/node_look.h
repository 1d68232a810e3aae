// NodeLook: everything that is to be seen of a node, as a plain value, so that an item repaints only when it changes.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "layers/layer_spec.h"
#include "network/infer_shapes.h"

namespace perceptarium::ui {

struct NodeLook {
    QString name, title;  ///< "conv1", "Conv2d"
    QString summary;      ///< key settings in one line, or the formula where there is nothing to set
    QString parameters;   ///< "156 params"; empty when there are none
    QString shape;        ///< of the output; empty when it is not known
    bool isBlock = false;
    int repeat = 1;       ///< of a block
    bool known = true;    ///< false: a layer that this program does not have
    layers::Category category = layers::Category::Layer;
    struct Input {
        bool connected = false;
        std::optional<TensorType> type;
        bool operator==(const Input&) const = default;
    };
    std::vector<Input> inputs;  ///< merges: those connected, and one free
    std::optional<TensorType> output;
    bool outputUsed = false;
    bool bypassed = false;   ///< what comes in goes on as it is
    bool leftOut = false;    ///< not computed, because it only led into a bypassed node
    bool frozen = false, collapsed = false;
    bool isResult = false;  ///< the network's one output
    std::optional<network::Severity> severity;
    QString badge;    ///< what is wrong or worth knowing, plainly; empty when all is well
    QString tooltip;  ///< all of it
    QString accessibleName, accessibleDescription;

    bool operator==(const NodeLook&) const = default;
};

NodeLook lookOf(const network::Graph& graph, const network::Inference& inference, const network::Node& node);

}  // namespace perceptarium::ui
