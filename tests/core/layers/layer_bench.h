// One layer on a bench: its parameters drawn, its forward pass bound, fed with whatever a test wants.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "autograd/ops.h"
#include "layers/layer_spec.h"

namespace perceptarium::layers {

class LayerBench {
public:
    /// `settings` must be right for `types`.
    LayerBench(const LayerSpec& spec, const Settings& settings, const TensorTypes& types, DType dtype) {
        const auto complete = completeSettings(spec.settings, settings);
        if (!complete) throw std::runtime_error(complete.error().message());
        settings_ = *complete;
        if (spec.bind) forward_ = spec.bind(settings_);
        if (!spec.parameters) return;
        specs_ = spec.parameters(settings_, types);
        for (const ParameterSpec& parameter : specs_) {
            Tensor value = Tensor::empty(parameter.shape, dtype);
            Random random(11, parameter.name);
            initialize(value, parameter.initializer, parameter.fanIn, parameter.fanOut, random);
            variables_.emplace_back(std::move(value), parameter.trainable);
        }
    }

    const std::vector<ParameterSpec>& specs() const { return specs_; }
    std::vector<autograd::Variable>& variables() { return variables_; }
    autograd::Variable& variable(const std::string& name) {
        const auto found = std::find_if(specs_.begin(), specs_.end(), [&](const auto& s) { return s.name == name; });
        CHECK(found != specs_.end(), "the layer has no parameter " + name);
        return variables_[static_cast<std::size_t>(found - specs_.begin())];
    }

    autograd::Variable run(const autograd::Variables& in, bool training, std::uint64_t seed = 5,
                           bool thenRelu = false) {
        Context context;
        context.in = in;
        for (std::size_t i = 0; i < specs_.size(); ++i) context.parameters.push_back({specs_[i].name, &variables_[i]});
        context.training = training;
        context.thenRelu = thenRelu;
        context.stream = "node/bench";
        context.seed = seed;
        return forward_(context);
    }

private:
    Settings settings_;
    Forward forward_;
    std::vector<ParameterSpec> specs_;
    std::vector<autograd::Variable> variables_;
};

/// A batch of distinct numbers in (−1, 1), none near 0 and no two close together, so that a small step crosses no kink
/// and no tie; word ids for word ids.
inline Tensor spreadBatch(const TensorType& type, std::int64_t n, DType dtype, std::string_view stream) {
    Random random(2, stream);
    Tensor batch = Tensor::empty(type.shape.withBatch(n), type.dtype == DType::I32 ? DType::I32 : dtype);
    const std::int64_t count = batch.elements();
    const auto order = random.permutation(count);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto rank = static_cast<double>(order[static_cast<std::size_t>(i)]);
        const double value =
            (2 * rank + 1) / static_cast<double>(count) - 1 + (count % 2 == 1 ? 0.3 / static_cast<double>(count) : 0);
        if (batch.dtype() == DType::I32)
            batch.data<std::int32_t>()[i] = static_cast<std::int32_t>(
                random.below(static_cast<std::uint64_t>(std::max<std::int64_t>(type.vocabulary, 6))));
        else if (dtype == DType::F64)
            batch.data<double>()[i] = value;
        else
            batch.data<float>()[i] = static_cast<float>(value);
    }
    return batch;
}

}  // namespace perceptarium::layers
