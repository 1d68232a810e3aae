#include "exchange/percept_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/work_scope.h"
#include "exchange/export.h"
#include "exchange/npy.h"
#include "exchange/project_file.h"
#include "exchange/state_json.h"
#include "exchange/steps_json.h"
#include "exchange/zip_archive.h"
#include "project/history.h"

namespace perceptarium::exchange {
namespace {

using Parts = std::map<std::string, std::string>;
using train::BatchRecord;

constexpr const char* kProject = "project.json";
constexpr const char* kSteps = "steps.json";
constexpr const char* kState = "state.json";
constexpr const char* kWeights = "weights.safetensors";
constexpr const char* kOptimizer = "optimizer.safetensors";
constexpr const char* kOtherWeights = "other-weights.safetensors";  ///< train::State::other
constexpr const char* kNormalization = "normalization.safetensors";

/// The history of batches by columns: 48 bytes a batch before packing, whatever their number.
struct WholeColumn {
    const char* name;
    std::int64_t BatchRecord::*member;
};
struct RealColumn {
    const char* name;
    double BatchRecord::*member;
};
constexpr std::array kWhole{WholeColumn{"history/step.npy", &BatchRecord::step},
                            WholeColumn{"history/epoch.npy", &BatchRecord::epoch}};
constexpr std::array kReal{RealColumn{"history/loss.npy", &BatchRecord::loss},
                           RealColumn{"history/accuracy.npy", &BatchRecord::accuracy},
                           RealColumn{"history/gradientNorm.npy", &BatchRecord::gradientNorm},
                           RealColumn{"history/seconds.npy", &BatchRecord::seconds}};

template <class T>
std::string columnBytes(const std::vector<BatchRecord>& batches, T BatchRecord::*member) {
    std::vector<T> values;
    values.reserve(batches.size());
    for (const auto& record : batches) values.push_back(record.*member);
    return npyBytes(values);
}

Result<std::string_view> part(const Parts& parts, const std::string& name, const std::string& where) {
    const auto found = parts.find(name);
    if (found == parts.end()) return Error{"a part of the project is missing", where, name, {}};
    return std::string_view(found->second);
}

template <class T>
Status fill(std::vector<BatchRecord>& batches, const std::vector<T>& column, T BatchRecord::*member, bool first,
            const std::string& where) {
    if (first) batches.resize(column.size());
    if (column.size() != batches.size())
        return Error{"the columns of the history differ in length", where, std::to_string(batches.size()),
                     std::to_string(column.size())};
    for (std::size_t i = 0; i < column.size(); ++i) batches[i].*member = column[i];
    return {};
}

Result<std::vector<BatchRecord>> readBatches(const Parts& parts, const std::string& where) {
    std::vector<BatchRecord> batches;
    bool first = true;
    for (const auto& column : kWhole) {
        const std::string place = where + ": " + column.name;
        const auto bytes = PC_TRY(part(parts, column.name, where));
        const auto values = PC_TRY(npyIntegers(bytes, place));
        PC_TRY(fill(batches, values, column.member, first, place));
        first = false;
    }
    for (const auto& column : kReal) {
        const std::string place = where + ": " + column.name;
        const auto bytes = PC_TRY(part(parts, column.name, where));
        const auto values = PC_TRY(npyDoubles(bytes, place));
        PC_TRY(fill(batches, values, column.member, false, place));
    }
    return batches;
}

Result<std::map<std::string, Tensor>> tensors(const Parts& parts, const std::string& name, const std::string& where) {
    const auto bytes = PC_TRY(part(parts, name, where));
    return parseSafetensors(bytes, where + ": " + name);
}

Result<data::Normalization> readNormalization(const Parts& parts, const std::string& where) {
    data::Normalization normalization;
    if (!parts.contains(kNormalization)) return normalization;
    const auto values = PC_TRY(tensors(parts, kNormalization, where));
    const auto shift = values.find("shift"), scale = values.find("scale");
    const auto isColumn = [](const Tensor& t) { return t.dtype() == DType::F32 && t.shape().rank() == 1; };
    if (shift == values.end() || scale == values.end() || !isColumn(shift->second) || !isColumn(scale->second) ||
        shift->second.shape() != scale->second.shape())
        return Error{"the normalization is not whole", where + ": " + kNormalization, "shift and scale, equally long", {}};
    normalization.shift = shift->second;
    normalization.scale = scale->second;
    return normalization;
}

/// A history that cannot be read, or that belongs to another drawing (someone edited project.json), costs only undo.
void readSteps(project::Project& project, const Parts& parts, const std::string& where) {
    const auto text = parts.find(kSteps);
    if (text == parts.end()) return;
    auto steps = stepsFromText(text->second, where + ": " + kSteps);
    if (!steps)
        project.note = "The history of changes was left out: " + steps.error().message();
    else if (!project::fits(project.document, *steps))
        project.note = "The history of changes was left out: it does not fit the drawing.";
    else
        project.steps = std::move(*steps);
}

}  // namespace

Result<std::string> perceptBytes(const project::Project& project) {
    std::vector<ZipEntry> entries{{kProject, documentText(project.document), true}};
    if (!project.steps.list.empty()) entries.push_back({kSteps, stepsText(project.steps), true});
    if (project.trained) {
        const auto& trained = *project.trained;
        entries.push_back({kState, stateText(trained), true});
        // Weights hardly shrink; stored as they are, they are quickly written and read.
        entries.push_back({kWeights, safetensorsBytes(trained.state.parameters), false});
        entries.push_back({kOptimizer, safetensorsBytes(trained.state.optimizer), false});
        if (!trained.state.other.empty())
            entries.push_back({kOtherWeights, safetensorsBytes(trained.state.other), false});
        if (!trained.normalization.identity())
            entries.push_back({kNormalization,
                               safetensorsBytes({{"shift", trained.normalization.shift}, {"scale", trained.normalization.scale}}),
                               false});
        for (const auto& column : kWhole) entries.push_back({column.name, columnBytes(trained.batches, column.member), true});
        for (const auto& column : kReal) entries.push_back({column.name, columnBytes(trained.batches, column.member), true});
    }
    return zipBytes(entries);
}

Result<project::Project> perceptFromBytes(std::string_view bytes, const std::string& where) {
    ZipLimits limits;
    // Only the history shrinks, and by far less than this: what claims more is not one of ours.
    limits.totalBytes = std::min<std::uint64_t>(limits.totalBytes, (std::uint64_t{256} << 20) + 50 * bytes.size());
    const Parts parts = PC_TRY(unzip(bytes, where, limits));

    PC_TRY(WorkScope::check());
    project::Project project;
    const auto document = PC_TRY(part(parts, kProject, where));
    project.document = PC_TRY(documentFromText(std::string(document), where + ": " + kProject));
    readSteps(project, parts, where);
    if (!parts.contains(kState)) return project;
    const auto state = PC_TRY(part(parts, kState, where));
    auto trained = PC_TRY(stateFromText(state, where + ": " + kState));
    PC_TRY(WorkScope::check());
    trained.state.parameters = PC_TRY(tensors(parts, kWeights, where));
    trained.state.optimizer = PC_TRY(tensors(parts, kOptimizer, where));
    if (parts.contains(kOtherWeights)) trained.state.other = PC_TRY(tensors(parts, kOtherWeights, where));
    trained.normalization = PC_TRY(readNormalization(parts, where));
    trained.batches = PC_TRY(readBatches(parts, where));
    project.trained = std::move(trained);
    return project;
}

}  // namespace perceptarium::exchange
