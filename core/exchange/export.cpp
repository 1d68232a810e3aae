// Choosing a format by the ending of the path, and weights back into a network.
#include "exchange/export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "exchange/atomic_file.h"
#include "exchange/tensors.h"

namespace perceptarium::exchange {
namespace {

std::string listText(const std::vector<std::string>& words) {
    return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string endingOf(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending.empty() ? ending : ending.substr(1);
}

}  // namespace

const std::vector<const ExportFormat*>& exportFormats() { return Registry<ExportFormat>::instance().all(); }

namespace {

Result<const ExportFormat*> formatOf(const std::string& path) {
    if (const ExportFormat* format = Registry<ExportFormat>::instance().find(endingOf(path))) return format;
    std::vector<std::string> endings;
    for (const auto* known : exportFormats()) endings.push_back("." + known->id);
    return Error{"there is no export format with this ending", path, fmt::format("a name that ends in {}", fmt::join(endings, ", ")), {}};
}

}  // namespace

Status checkExportPath(const std::string& path) {
    PC_TRY(formatOf(path));
    return checkPlaceFor(path);
}

Status exportTo(const ExportInput& input, const std::string& path) {
    const ExportFormat* format = PC_TRY(formatOf(path));
    const auto bytes = format->bytes(input);
    if (!bytes) return bytes.error().at(path);
    return writeFileAtomically(path, *bytes);
}

ExportInput exportInput(const project::Project& project, const network::Model& model) {
    CHECK(project.trained.has_value(), "only a project with weights is exported");
    const auto& trained = *project.trained;
    return {model, trained.normalization, trained.targetScaling, project.document.name, trained.info.classes,
            trained.info.vocabulary, trained.info.features, trained.info.targets};
}

Result<network::Model> trainedModel(const project::Project& project, const network::DataTypes& types) {
    const auto& trained = project.trained;
    auto model = PC_TRY(network::Model::compile(project.document.graph, trained ? train::dataTypes(trained->info) : types,
                                                trained ? trained->state.seed : project.document.training.seed));
    if (trained) PC_TRY(model.setParameters(trained->state.parameters));
    return model;
}

std::map<std::string, Tensor> tensorsOf(const network::Model& model) {
    std::map<std::string, Tensor> tensors;
    for (const auto& parameter : model.parameters()) tensors[parameter.name] = parameter.variable.value();
    return tensors;
}

std::map<std::string, Tensor> exportedTensors(const ExportInput& input) {
    std::map<std::string, Tensor> tensors = tensorsOf(input.model);
    if (!input.normalization.identity()) {
        tensors.emplace(kShiftName, input.normalization.shift);
        tensors.emplace(kScaleName, input.normalization.scale);
    }
    if (!input.targetScaling.identity()) {
        const auto count = static_cast<std::int64_t>(input.targetScaling.mean.size());
        tensors.emplace(kTargetMeanName, Tensor::of<double>({count}, input.targetScaling.mean));
        tensors.emplace(kTargetDeviationName, Tensor::of<double>({count}, input.targetScaling.deviation));
    }
    return tensors;
}

std::map<std::string, std::string> exportMetadata(const ExportInput& input) {
    std::map<std::string, std::string> metadata{
        {"format", "perceptarium"},
        {"name", input.name},
        {"layout", "channels-last: Dense W [inputs, units]; Conv2d W [height, width, channels, filters]; Embedding E [words, "
                   "dimension]"}};
    if (!input.classes.empty()) metadata["classes"] = listText(input.classes);
    if (!input.features.empty()) metadata["features"] = listText(input.features);
    if (!input.targets.empty()) metadata["targets"] = listText(input.targets);
    if (!input.vocabulary.empty()) metadata["vocabulary"] = listText(input.vocabulary);
    if (!input.normalization.identity())
        metadata["normalization"] = fmt::format("normalized = (input - {}) * {}, by the last axis", kShiftName, kScaleName);
    if (!input.targetScaling.identity())
        metadata["target.standardization"] = fmt::format("answer = output * {} + {}", kTargetDeviationName, kTargetMeanName);
    return metadata;
}

namespace {

/// Not a weight, but one of the numbers that an export puts beside them.
bool isScaling(const std::string& name) {
    return name == kShiftName || name == kScaleName || name == kTargetMeanName || name == kTargetDeviationName;
}

}  // namespace

Result<MatchReport> importSafetensors(network::Model& model, const std::string& path) {
    const auto tensors = PC_TRY(readSafetensors(path));
    MatchReport report;
    std::map<std::string, Tensor> values = tensorsOf(model);
    for (auto& [name, value] : values) {
        const auto found = tensors.find(name);
        if (found == tensors.end()) {
            report.missing.push_back(name);
        } else if (found->second.shape() != value.shape()) {
            report.wrongShape.push_back(
                fmt::format("{}: file {}, network {}", name, found->second.shape().text(), value.shape().text()));
        } else {
            value = found->second.cast(value.dtype());
            report.matched.push_back(name);
        }
    }
    for (const auto& [name, tensor] : tensors)
        if (!values.contains(name) && !isScaling(name)) report.unused.push_back(name);
    PC_TRY(model.setParameters(values));
    return report;
}

}  // namespace perceptarium::exchange
