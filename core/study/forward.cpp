#include "study/forward.h"

#include <algorithm>
#include <cstring>

namespace perceptarium::study {
namespace {

constexpr std::size_t kBatch = 128;  ///< as small as is still fast, so that a pass needs little memory

autograd::Variable evaluate(const train::ProbeContext& context, const Tensor& x, network::NodeId node,
                            network::Activations* all = nullptr) {
    const autograd::NoGrad unrecorded;
    return context.model().forward(x, network::Pass{}, node, all);
}

/// Calls see(x, y) for one batch after the other.
template <class See>
Status inBatches(const train::ProbeContext& context, std::span<const std::int64_t> examples, See see) {
    for (std::size_t begin = 0; begin < examples.size(); begin += kBatch) {
        Tensor x, y;
        const auto some = examples.subspan(begin, std::min(kBatch, examples.size() - begin));
        if (Status read = context.data().read(some, x, y); !read) return read.error();
        see(x, y);
    }
    return {};
}

/// Batches of the same kind, one below the other.
class Stack {
public:
    explicit Stack(std::size_t rows) : rows_(static_cast<std::int64_t>(rows)) {}
    void add(const Tensor& batch) {
        if (!whole_.defined()) whole_ = Tensor::empty(batch.shape().withoutBatch().withBatch(rows_), batch.dtype());
        std::memcpy(whole_.bytes() + filled_, batch.bytes(), batch.byteSize());
        filled_ += batch.byteSize();
    }
    Tensor take() { return std::move(whole_); }

private:
    std::int64_t rows_;
    std::size_t filled_ = 0;
    Tensor whole_;
};

}  // namespace

std::vector<std::int64_t> evenly(const std::vector<std::int64_t>& part, std::int64_t limit) {
    const auto size = static_cast<std::int64_t>(part.size());
    const std::int64_t count = std::min(size, std::max<std::int64_t>(limit, 0));
    std::vector<std::int64_t> chosen;
    chosen.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) chosen.push_back(part[static_cast<std::size_t>(i * size / count)]);
    return chosen;
}

Result<Tensor> outputsOf(const train::ProbeContext& context, network::NodeId node,
                         std::span<const std::int64_t> examples) {
    Stack stack(examples.size());
    const Status done = inBatches(
        context, examples, [&](const Tensor& x, const Tensor&) { stack.add(evaluate(context, x, node).value()); });
    if (!done) return done.error();
    return stack.take();
}

Tensor predict(const train::ProbeContext& context, const Tensor& x) {
    const train::LossSpec& loss = context.trainer.loss();
    const Tensor output = evaluate(context, x, nodeOf(loss, context.model())).value();
    return context.data().targetScaling.inOwnUnits(loss.prediction(output));
}

Result<Tensor> predictions(const train::ProbeContext& context, std::span<const std::int64_t> examples,
                           Tensor* targets) {
    Stack answers(examples.size()), asked(examples.size());
    const Status done = inBatches(context, examples, [&](const Tensor& x, const Tensor& y) {
        answers.add(predict(context, x));
        if (targets) asked.add(context.data().targetScaling.inOwnUnits(y));
    });
    if (!done) return done.error();
    if (targets) *targets = asked.take();
    return answers.take();
}

std::optional<Shape> pictureBehind(const network::Model& model, network::NodeId node) {
    const network::Inference& inference = model.inference();
    const auto inputs = inference.inputs.find(node);
    if (inputs == inference.inputs.end() || inputs->second.size() != 1) return std::nullopt;
    const std::int64_t elements = inputs->second[0].shape.elements();
    // Backwards along nodes that keep every number at its place.
    for (auto edge = model.graph().edgeInto(node, 0); edge; edge = model.graph().edgeInto(edge->from, 0)) {
        const auto output = inference.outputs.find(edge->from);
        if (output == inference.outputs.end()) return std::nullopt;
        const Shape& shape = output->second.shape;
        if (shape.elements() != elements) return std::nullopt;
        if (shape.rank() == 3) return shape;
        const network::Node* from = model.graph().find(edge->from);
        if (!from || (from->layer != "flatten" && from->layer != "dropout")) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace perceptarium::study
