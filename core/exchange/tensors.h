// What every format that carries weights needs: the model's tensors by name, and the words that go with them.
#pragma once

#include <map>
#include <string>

#include "exchange/export.h"

namespace perceptarium::exchange {

/// Parameters and states ("conv1.W", "norm1.runningMean"), in the engine's layout; storage is shared with the model.
std::map<std::string, Tensor> tensorsOf(const network::Model& model);

/// The same with the normalization's two columns, without which the weights are of little use elsewhere: what safetensors
/// and npz hold.
std::map<std::string, Tensor> exportedTensors(const ExportInput& input);
inline constexpr const char* kShiftName = "normalization.shift";
inline constexpr const char* kScaleName = "normalization.scale";
inline constexpr const char* kTargetMeanName = "target.mean";
inline constexpr const char* kTargetDeviationName = "target.deviation";

/// Name, class and feature names, vocabulary (as JSON lists), the layout, and what the normalization means: enough to feed
/// the network elsewhere.
std::map<std::string, std::string> exportMetadata(const ExportInput& input);

}  // namespace perceptarium::exchange
