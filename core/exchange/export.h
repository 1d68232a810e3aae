// Taking trained weights and the model away: ONNX, safetensors, NumPy npz; and safetensors back in.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/prepare.h"
#include "base/registry.h"
#include "network/model.h"
#include "project/project.h"

namespace perceptarium::exchange {

/// What a file format needs of a trained network.
struct ExportInput {
    const network::Model& model;
    const data::Normalization& normalization;
    const data::TargetScaling& targetScaling;  ///< of the numbers that the network ends in
    std::string name;
    std::vector<std::string> classes;
    std::vector<std::string> vocabulary;
    std::vector<std::string> features;
    std::vector<std::string> targets;  ///< names of the numbers, where it predicts numbers
};

/// A format, declared once in its own file.
struct ExportFormat {
    std::string id;  ///< "onnx"; also the ending
    int order = 0;
    std::string title, meaning;
    std::function<Result<std::string>(const ExportInput&)> bytes;
};
const std::vector<const ExportFormat*>& exportFormats();
/// By the ending of `path`; atomic. Error: names the path and the endings there are.
Status exportTo(const ExportInput& input, const std::string& path);
/// Does the ending name a format, and is the folder there? Asked before a long training, not after it.
Status checkExportPath(const std::string& path);
/// What exportTo needs, from a trained project (CHECK); `model` is trainedModel(project). Refers to both.
ExportInput exportInput(const project::Project& project, const network::Model& model);

/// The network of a project with its trained weights (the starting weights when it was never trained), compiled for the
/// data it was trained on. `types`: what the data say when it was never trained.
Result<network::Model> trainedModel(const project::Project& project, const network::DataTypes& types = {});

/// Reads tensors by name. Errors name the file and the byte.
Result<std::map<std::string, Tensor>> readSafetensors(const std::string& path);
std::string safetensorsBytes(const std::map<std::string, Tensor>& tensors,
                             const std::map<std::string, std::string>& metadata = {});
Result<std::map<std::string, Tensor>> parseSafetensors(std::string_view bytes, const std::string& where);

/// What of a file went into the model, by name and shape; the rest stays as it was.
struct MatchReport {
    std::vector<std::string> matched;     ///< names
    std::vector<std::string> wrongShape;  ///< "conv1.W: file 3×3×1×8, network 5×5×1×6"
    std::vector<std::string> missing;     ///< in the network, not in the file
    std::vector<std::string> unused;      ///< in the file, not in the network
};
Result<MatchReport> importSafetensors(network::Model& model, const std::string& path);

}  // namespace perceptarium::exchange
