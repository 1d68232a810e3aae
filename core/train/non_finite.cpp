#include "train/non_finite.h"

#include <cmath>
#include <cstdio>

namespace perceptarium::train {
namespace {

/// The first element that is not finite; −1 if there is none.
std::int64_t firstNonFinite(const Tensor& tensor) {
    if (!tensor.defined() || tensor.dtype() == DType::I32) return -1;
    const Tensor values = tensor.cast(DType::F32);
    std::int64_t i = 0;
    for (const float value : values.values<float>()) {
        if (!std::isfinite(value)) return i;
        ++i;
    }
    return -1;
}

std::string kindOf(double value) { return std::isnan(value) ? "not a number (NaN)" : "infinite"; }

std::string numberText(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

/// "example 17 (“7.png”)" for element `i` of a tensor with the batch's examples along its first axis.
std::string exampleText(const data::Prepared& data, const data::Batch& batch, const Tensor& tensor, std::int64_t i) {
    const auto rows = static_cast<std::int64_t>(batch.examples.size());
    if (tensor.shape().rank() == 0 || tensor.shape()[0] != rows) return {};
    const std::int64_t example = batch.examples[static_cast<std::size_t>(i / (tensor.elements() / rows))];
    const std::string caption = data.dataset->caption(example);
    return "example " + std::to_string(example) + (caption.empty() ? "" : " (“" + caption + "”)");
}

}  // namespace

std::string nonFiniteParameter(const network::Model& model) {
    for (const network::Parameter& parameter : model.parameters())
        if (firstNonFinite(parameter.variable.value()) >= 0) return parameter.name;
    return {};
}

Error explainNonFinite(network::Model& model, const Loss& loss, const data::Prepared& data,
                       const data::Batch& batch, const network::Pass& pass, std::int64_t epoch,
                       const StepKnobs& knobs) {
    const std::string when = "in step " + std::to_string(pass.step) + " (epoch " + std::to_string(epoch + 1) + ")";
    const std::string calm = "try a smaller learning rate (it is " + numberText(knobs.learningRate) +
                             ") or a normalized input, then go on or reset";
    Error error;
    error.expected = "finite numbers";

    for (const auto& [tensor, name] : {std::pair{&batch.x, "input"}, std::pair{&batch.y, "target"}}) {
        const std::int64_t at = firstNonFinite(*tensor);
        if (at < 0) continue;
        error.what = "the data held a value that is " + kindOf(tensor->at(at)) + " " + when + ": the " + name + " of " +
                     exampleText(data, batch, *tensor, at) + "; mend or remove that example";
        error.where = "data";
        error.found = numberText(tensor->at(at));
        return error;
    }
    if (const std::string parameter = nonFiniteParameter(model); !parameter.empty()) {
        error.what = "the weights grew beyond what numbers can hold before " + when.substr(3) + "; " + calm;
        error.where = parameter;
        return error;
    }

    const autograd::NoGrad off;
    network::Activations values;
    const autograd::Variable output = model.forward(batch.x, pass, nodeOf(loss.spec(), model), &values);
    for (const network::NodeId id : model.graph().topologicalOrder()) {
        const auto found = values.find(id);
        if (found == values.end()) continue;
        const Tensor& value = found->second.value();
        const std::int64_t at = firstNonFinite(value);
        if (at < 0) continue;
        const std::string example = exampleText(data, batch, value, at);
        error.what = "a value became " + kindOf(value.at(at)) + " " + when + ", first in this node" +
                     (example.empty() ? "" : " for " + example) + "; " + calm;
        error.where = model.graph().find(id)->name;
        error.found = numberText(value.at(at));
        return error;
    }

    const double lossValue = loss.mean(output, batch.y).value().at(0);
    if (!std::isfinite(lossValue)) {
        error.what = "the loss became " + kindOf(lossValue) + " " + when +
                     " although all values of the network are finite; " + calm;
        error.where = "loss";
        error.found = numberText(lossValue);
        return error;
    }
    for (const network::Parameter& parameter : model.parameters()) {
        const std::int64_t at = firstNonFinite(parameter.variable.grad());
        if (at < 0) continue;
        error.what = "a gradient became " + kindOf(parameter.variable.grad().at(at)) + " " + when +
                     "; it exploded on its way back; " + calm;
        error.where = parameter.name;
        error.found = numberText(parameter.variable.grad().at(at));
        return error;
    }
    error.what = "the gradient grew beyond what numbers can hold " + when + "; " + calm;
    error.where = "gradient";
    return error;
}

}  // namespace perceptarium::train
