// predict: what the trained network answers for single files.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "data/read_inputs.h"
#include "exchange/export.h"
#include "exchange/project_file.h"
#include "train/loss.h"

namespace perceptarium::app {
namespace {

constexpr std::int64_t kBatch = 256;

/// Probabilities [N, classes], or numbers [N, K] in the data's own units, in pieces that fit into memory.
std::vector<Tensor> answers(network::Model& model, const train::LossSpec& loss, const data::TargetScaling& scaling, const Tensor& x) {
    const autograd::NoGrad noGrad;
    const std::int64_t n = x.shape()[0];
    const auto stride = x.byteSize() / static_cast<std::size_t>(n);
    std::vector<Tensor> pieces;
    for (std::int64_t from = 0; from < n; from += kBatch) {
        const std::int64_t count = std::min(kBatch, n - from);
        Tensor piece = Tensor::empty(x.shape().withoutBatch().withBatch(count), x.dtype());
        std::copy_n(x.bytes() + static_cast<std::size_t>(from) * stride, static_cast<std::size_t>(count) * stride, piece.bytes());
        pieces.push_back(scaling.inOwnUnits(loss.prediction(model.forward(piece, {}, train::nodeOf(loss, model)).value())));
    }
    return pieces;
}

/// {"input", "output", "names", "label"}: the numbers, what each stands for, and the answer: the likeliest class, or the
/// number itself (a list where there are several).
nlohmann::ordered_json answerToJson(const std::string& caption, const float* values, std::int64_t width, const data::DatasetInfo& info) {
    nlohmann::ordered_json row{{"input", caption}, {"output", nlohmann::json::array()}};
    for (std::int64_t k = 0; k < width; ++k) row["output"].push_back(nlohmann::ordered_json(numberToJson(values[k])));
    if (info.target == data::TargetKind::Number) {
        row["names"] = info.targets;
        row["label"] = width == 1 ? row["output"][0] : row["output"];
    } else {
        const auto best = std::max_element(values, values + width) - values;
        row["names"] = info.classes;
        row["label"] = info.classes[static_cast<std::size_t>(best)];
    }
    return row;
}

Result<std::vector<nlohmann::ordered_json>> predicted(const PredictOptions& options) {
    const project::Project project = PC_TRY(loadProjectOrRun(options.project, true));
    if (!project.trained) return Error{"this project was never trained", options.project, "one saved with --save or from the window", {}};
    const project::Trained& trained = *project.trained;
    network::Model model = PC_TRY(exchange::trainedModel(project));
    const auto types = train::dataTypes(trained.info);
    const auto* loss = PC_TRY(train::chooseLoss(project.document.training.loss, model.inference().outputs.at(model.logitsNode()), *types.target));
    std::vector<nlohmann::ordered_json> rows;
    for (const std::string& path : options.inputs) {
        data::Inputs inputs = PC_TRY(data::readInputs(path, trained.info, project.document.data, trained.normalization));
        trained.normalization.apply(inputs.x);
        std::size_t at = 0;
        for (const Tensor& piece : answers(model, *loss, trained.targetScaling, inputs.x)) {
            const std::int64_t width = piece.elements() / piece.shape()[0];
            for (std::int64_t i = 0; i < piece.shape()[0]; ++i)
                rows.push_back(answerToJson(inputs.captions[at++], piece.data<float>() + i * width, width, trained.info));
        }
    }
    return rows;
}

std::string rowText(const nlohmann::ordered_json& row) {
    const auto& output = row["output"];
    if (row["label"].is_string()) {
        const auto best = std::max_element(output.begin(), output.end());
        return fmt::format("{} ({:.1f} %)", row["label"].get<std::string>(), best->is_null() ? std::nan("") : best->get<double>() * 100);
    }
    std::string text;
    for (std::size_t k = 0; k < output.size(); ++k)
        text += fmt::format("{}{} {}", k ? ", " : "", row["names"][k].get<std::string>(), output[k].dump());
    return text;
}

}  // namespace

int predict(const PredictOptions& options) {
    const auto rows = predicted(options);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) {
        if (options.json)
            fmt::print("{}\n", jsonLine(row));
        else
            fmt::print("{}: {}\n", row["input"].get<std::string>(), rowText(row));
    }
    return 0;
}

}  // namespace perceptarium::app
