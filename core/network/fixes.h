// Fixes: what can be done about a finding with one click, as named edits of the drawing. Each is a function, so that the
// same fix is offered by panel, canvas and command line, and undone as one step.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

struct Fix {
    std::string title;  ///< a command without a full stop: "Insert a Flatten before “dense1”"
    /// Error: the drawing is not the one it was offered for.
    std::function<Status(Graph&)> apply;
};

/// What can be done about a finding of `inference`, best first; at most kMostFixes. Each was tried on a copy: the finding is
/// gone afterwards (others may then be seen that it had hidden). What is done about which finding is declared in
/// fixes_….cpp, and by a layer in its own file (LayerSpec::remedies).
std::vector<Fix> fixesFor(const Graph& graph, const DataTypes& data, const Inference& inference, const Finding& finding);
inline constexpr std::size_t kMostFixes = 4;

}  // namespace perceptarium::network
