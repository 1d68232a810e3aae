#include "study/weights_probe.h"

#include "study/forward.h"

namespace perceptarium::study {

Result<Weights> WeightsProbe::see(const train::ProbeContext& context, const WeightsQuestion& question) {
    Weights weights;
    const network::Model& model = context.model();
    const network::Node* node = model.graph().find(question.node);
    if (!node) return weights;  // deleted meanwhile, or nothing chosen: an empty answer is an answer
    weights.node = node->name;
    weights.layer = node->layer;
    for (const network::Parameter& parameter : model.parameters())
        if (parameter.node == question.node)
            weights.parts.push_back(
                {parameter.spec.name, parameter.variable.value().clone(), parameter.spec.trainable});
    weights.picture = pictureBehind(model, question.node);
    return weights;
}

}  // namespace perceptarium::study
