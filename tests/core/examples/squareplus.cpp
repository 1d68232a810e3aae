// Squareplus: a smooth ReLU made of a square root (Barron 2021). An activation whose derivative is written by hand.
#include <cmath>

#include "autograd/real_kind.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

using autograd::Variable;

/// (x + √(x² + bend)) / 2. `record` puts the value on the tape, with the function that carries gradients back over it.
Variable squareplus(const Variable& x, double bend) {
    Tensor y = Tensor::empty(x.shape(), x.dtype());
    autograd::withReal(x.dtype(), [&](auto zero) {  // the same lines for f32 and f64
        using T = decltype(zero);
        const auto from = x.value().values<T>();
        const auto to = y.values<T>();
        for (std::size_t i = 0; i < from.size(); ++i)
            to[i] = (from[i] + std::sqrt(from[i] * from[i] + static_cast<T>(bend))) / 2;
    });
    return autograd::record("squareplus", std::move(y), {x}, [x, bend](const Tensor& dy) {
        Tensor dx = Tensor::empty(x.shape(), x.dtype());
        autograd::withReal(x.dtype(), [&](auto zero) {
            using T = decltype(zero);
            const auto from = x.value().values<T>();
            const auto given = dy.values<T>();
            const auto to = dx.values<T>();
            for (std::size_t i = 0; i < from.size(); ++i)
                to[i] = given[i] * (1 + from[i] / std::sqrt(from[i] * from[i] + static_cast<T>(bend))) / 2;
        });
        x.addGrad(std::move(dx));
    });
}

struct Squareplus {
    double bend = 4;
};

const RegisteredLayer<Squareplus> declared{{
    .id = "example-squareplus",
    .order = 100,
    .category = Category::Activation,
    .title = "Squareplus",
    .meaning = "A smooth ReLU that needs no exponential, only a square root.",
    .section = "2.2",
    .formula = "a = (z + √(z² + b)) / 2",
    .help =
        "Use it where ReLU would do but its corner disturbs. Also known as squareplus; PyTorch, Keras and ONNX have no "
        "operator of their own for it.",
    .settings = {setting("bend", "Bend b", &Squareplus::bend, "How wide the corner is rounded; near 0: a ReLU.",
                         {0.01, 100})},
    .shape = sameShape("Squareplus"),
    .forward = [](const Squareplus& s, Context& c) { return squareplus(c.in[0], s.bend); },
    .write = [](const Squareplus& s, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        const std::string square = writer.node("Mul", {in.name, in.name});
        const std::string root = writer.node("Sqrt", {withNumber(writer, "Add", square, "bend", s.bend)});
        const std::string sum = writer.node("Add", {in.name, root});
        writer.output(withNumber(writer, "Mul", sum, "half", 0.5), in.layout, in.flattenedFrom);
        return {};
    },
    .samples = samplesOfEveryKind({{"bend", 0.5}}),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"bend", 0.0}}, "bend"}},
}};

}  // namespace
}  // namespace perceptarium::layers
