// What is said about a node in the drawing, in the inspector and in the lists: its settings in a line, its parameters,
// and what is wrong with it.
#pragma once

#include <QString>
#include <vector>

#include "layers/layer_spec.h"
#include "network/infer_shapes.h"

namespace perceptarium::ui {

/// "6 filters · 5 kernel size": settings in the declared order, with what matters most of them.
QString settingsSummary(const layers::LayerSpec& spec, const Settings& settings);
/// "1 parameter", "61,706 parameters".
QString parametersText(std::int64_t count);
/// Findings at a node, errors first.
std::vector<const network::Finding*> findingsAt(const network::Inference& inference, network::NodeId node);
/// A finding as rich text: what, expected, found, what to try.
QString findingHtml(const network::Finding& finding);

}  // namespace perceptarium::ui
