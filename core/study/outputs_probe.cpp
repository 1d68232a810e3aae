#include "study/outputs_probe.h"

#include <algorithm>
#include <numeric>

#include "study/forward.h"

namespace perceptarium::study {
namespace {

constexpr std::int64_t kMostNumbers = 8'000'000;  ///< 32 MB a snapshot; wide layers show fewer examples

Outputs wordsOf(const network::Model& model, const OutputsQuestion& question) {
    Outputs outputs;
    for (const network::Parameter& parameter : model.parameters()) {
        if (parameter.node != question.node || parameter.variable.shape().rank() != 2) continue;
        const Shape& shape = parameter.variable.shape();
        // Words 0 and 1 stand for padding and unknown words; the vocabulary is sorted by frequency.
        const std::int64_t first = std::min<std::int64_t>(2, shape[0] - 1);
        const std::int64_t count = std::min({shape[0] - first, question.limit, kMostNumbers / shape[1]});
        outputs.ids.resize(static_cast<std::size_t>(count));
        std::iota(outputs.ids.begin(), outputs.ids.end(), first);
        outputs.rows = Tensor::empty({count, shape[1]});
        const Tensor table = parameter.variable.value().cast(DType::F32);
        std::copy_n(table.data<float>() + first * shape[1], count * shape[1], outputs.rows.data<float>());
        return outputs;
    }
    outputs.note = "This layer has no embedding matrix";
    return outputs;
}

}  // namespace

Result<Outputs> OutputsProbe::see(const train::ProbeContext& context, const OutputsQuestion& question) {
    Outputs outputs;
    const network::Inference& inference = context.model().inference();
    const auto type = inference.outputs.find(question.node);
    if (type == inference.outputs.end()) return outputs;
    if (question.words) return wordsOf(context.model(), question);
    const std::int64_t width = std::max<std::int64_t>(type->second.shape.elements(), 1);
    outputs.ids = evenly(context.data().part(question.part), std::min(question.limit, kMostNumbers / width));
    if (outputs.ids.empty()) {
        outputs.note = "This part of the data has no examples";
        return outputs;
    }
    Result<Tensor> values = outputsOf(context, question.node, outputs.ids);
    if (!values) return values.error();
    outputs.rows = values->cast(DType::F32).reshaped({static_cast<std::int64_t>(outputs.ids.size()), width});
    return outputs;
}

}  // namespace perceptarium::study
