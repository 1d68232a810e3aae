#include "study/activations_probe.h"

namespace perceptarium::study {

Result<ExampleActivations> ActivationsProbe::see(const train::ProbeContext& context,
                                                 const ActivationsQuestion& question) {
    ExampleActivations seen;
    if (question.example < 0 || question.example >= context.data().dataset->info().size) return seen;
    Tensor x, y;
    if (Status read = context.data().read(std::span(&question.example, 1), x, y); !read) return read.error();
    const data::TargetScaling& scaling = context.data().targetScaling;
    seen.target = scaling.inOwnUnits(y);
    const network::Model& model = context.model();
    const autograd::NoGrad unrecorded;
    network::Activations all;
    context.model().forward(x, network::Pass{}, model.outputNode(), &all);
    for (const auto& [node, value] : all)
        seen.values[node] = value.value().reshaped(value.shape().withoutBatch()).clone();
    for (const network::NodeId node : model.graph().topologicalOrder())
        if (seen.values.count(node)) seen.order.push_back(node);
    const train::LossSpec& loss = context.trainer.loss();
    const auto answering = all.find(loss.onLogits ? model.logitsNode() : model.outputNode());
    if (answering != all.end()) {
        const auto logits = loss.onLogits ? context.model().logits(answering->second) : answering->second;
        const Tensor prediction = scaling.inOwnUnits(loss.prediction(logits.value()));
        seen.prediction = prediction.reshaped(prediction.shape().withoutBatch()).clone();
    }
    return seen;
}

}  // namespace perceptarium::study
