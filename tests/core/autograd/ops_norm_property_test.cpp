// Activations and normalizations with random shapes and settings, away from kinks.
#include <gtest/gtest.h>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::GradientCase;
using tests::RandomCases;

std::int64_t whole(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

/// [N, …, C] with N ≥ `examples` and C from `channels` up.
Shape anyBatch(Random& random, std::int64_t examples, std::int64_t channels) {
    std::vector<std::int64_t> extents{whole(random, examples, 5)};
    for (auto inner = random.below(3); inner > 0; --inner) extents.push_back(whole(random, 1, 4));
    extents.push_back(whole(random, channels, 12));
    return Shape(extents);
}

Tensor separated(Random& random, const Shape& shape) { return tests::separatedTensor(shape, random.bits()); }
Tensor normals(Random& random, const Shape& shape) { return tests::randomTensor(shape, random.bits(), DType::F64); }

/// An activation of one input; `draw` chooses its number.
template <class Operation>
RandomCases activation(const std::string& name, double low, double high, Operation operation) {
    return {name, [=](Random& random) -> GradientCase {
                const Shape shape = anyBatch(random, 1, 1);
                const double a = random.uniform(low, high);
                return {name + " of " + shape.text() + " with " + std::to_string(a),
                        {separated(random, shape)},
                        [=](const Variables& in) { return operation(in[0], a); }};
            }};
}

RandomCases norm(const std::string& name, std::int64_t examples, std::function<std::function<Variable(const Variables&)>(const Shape&, Random&)> draw) {
    return {name, [=](Random& random) -> GradientCase {
                // Not a single number to a group: its gradient vanishes, and only rounding would be compared.
                const Shape shape = anyBatch(random, examples, 2), channels{shape[-1]};
                std::vector<Tensor> inputs{normals(random, shape), normals(random, channels), normals(random, channels)};
                return {name + " of " + shape.text(), std::move(inputs), draw(shape, random)};
            }};
}

/// Into how many groups of at least two c channels can be split.
std::int64_t anyGroups(std::int64_t c, Random& random) {
    std::vector<std::int64_t> all;
    for (std::int64_t groups = 1; 2 * groups <= c; ++groups)
        if (c % groups == 0) all.push_back(groups);
    return all[random.below(all.size())];
}

GradientCase anyPrelu(Random& random) {
    const Shape shape = anyBatch(random, 1, 1);
    const Shape slopes = random.below(2) == 0 ? Shape{1} : Shape{shape[-1]};
    return {"prelu of " + shape.text() + " with slopes " + slopes.text(),
            {separated(random, shape), normals(random, slopes)},
            [](const Variables& in) { return prelu(in[0], in[1]); }};
}

const tests::AddRandomCases added({
    activation("elu", 0.1, 3, [](const Variable& x, double a) { return elu(x, a); }),
    activation("selu", 0, 1, [](const Variable& x, double) { return selu(x); }),
    activation("gelu", 0, 1, [](const Variable& x, double a) { return gelu(x, a < 0.5 ? GeluForm::Exact : GeluForm::Tanh); }),
    activation("silu", 0, 1, [](const Variable& x, double) { return silu(x); }),
    activation("softplus", 0.1, 5, [](const Variable& x, double a) { return softplus(x, a); }),
    activation("leakyRelu", 0, 1, [](const Variable& x, double a) { return leakyRelu(x, a); }),
    RandomCases{"prelu", anyPrelu},
    norm("layerNorm", 1,
         [](const Shape&, Random& random) {
             const double epsilon = random.uniform(0.01, 0.2);
             return [=](const Variables& in) { return layerNorm(in[0], in[1], in[2], epsilon); };
         }),
    norm("groupNorm", 1,
         [](const Shape& shape, Random& random) {
             const double epsilon = random.uniform(0.01, 0.2);
             const std::int64_t groups = anyGroups(shape[-1], random);
             return [=](const Variables& in) { return groupNorm(in[0], groups, in[1], in[2], epsilon); };
         }),
    norm("batchNorm", 2,
         [](const Shape& shape, Random& random) {
             const double epsilon = random.uniform(0.01, 0.2), momentum = random.uniform();
             const bool training = random.below(2) == 0;
             const Shape c{shape[-1]};
             return [=](const Variables& in) {
                 Tensor mean = Tensor::full(c, 0.2, in[0].dtype()), variance = Tensor::full(c, 0.7, in[0].dtype());
                 return batchNorm(in[0], in[1], in[2], mean, variance, training, momentum, epsilon);
             };
         }),
});

}  // namespace
}  // namespace perceptarium::autograd
