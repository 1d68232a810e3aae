#include "study/spread_probe.h"

#include "study/forward.h"

namespace perceptarium::study {

Result<Spread> SpreadProbe::see(const train::ProbeContext& context, const SpreadQuestion& question) {
    Spread spread;
    const network::Model& model = context.model();
    if (!model.inference().outputs.count(question.node)) return spread;
    for (const network::Parameter& parameter : model.parameters()) {
        if (parameter.node != question.node || !parameter.spec.trainable) continue;
        Spread::Part part{
            parameter.spec.name, histogramOf(parameter.variable.value().cast(DType::F32).values<float>()), {}};
        if (const Tensor& gradient = parameter.variable.grad(); gradient.defined())
            part.gradients = histogramOf(gradient.cast(DType::F32).values<float>());
        spread.parts.push_back(std::move(part));
    }
    const data::Prepared& data = context.data();
    const auto& part = data.part(data.part(data::Part::Dev).empty() ? data::Part::Train : data::Part::Dev);
    Result<Tensor> values = outputsOf(context, question.node, evenly(part, question.examples));
    if (!values) return values.error();
    if (values->defined()) spread.activations = histogramOf(values->cast(DType::F32).values<float>());
    return spread;
}

}  // namespace perceptarium::study
