// Dropout: in training, random units are switched off (course §4.2).
#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Dropout {
    double rate = 0.5;
};

const RegisteredLayer<Dropout> dropout{{
    .id = "dropout",
    .order = 1,
    .category = Category::Dropout,
    .title = "Dropout",
    .meaning = "While training, switches random units off, so that none is relied on too much.",
    .section = "4.2",
    .formula = "a = d ∘ x / keep_prob,  d random 0 or 1,  keep_prob = 1 − rate",
    .help = "A remedy for overfitting (good on the training set, worse on the dev set). What is left is made larger to "
            "keep the mean, so nothing has to change afterwards: when the network is evaluated or used, dropout does "
            "nothing. keep_prob of the course is 1 − rate. Also known as nn.Dropout(p = rate) (PyTorch), Dropout(rate) "
            "(Keras), Dropout (ONNX).",
    .settings = {setting("rate", "Rate", &Dropout::rate,
                         "The share of units that is switched off in each step; keep_prob = 1 − rate.", {0, 0.99})},
    .shape = [](const Dropout&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers("Dropout", in[0]));
        return in[0];
    },
    .forward = [](const Dropout& s, Context& c) {
        if (!c.training || s.rate == 0) return c.in[0];
        Random random = c.random();
        return autograd::dropout(c.in[0], s.rate, random);
    },
    .write = [](const Dropout&, ExportWriter& writer) -> Status {
        // Outside training it does nothing, so nothing is written.
        const ExportValue in = writer.input();
        writer.output(in.name, in.layout, in.flattenedFrom);
        return {};
    },
    .samples = {{{vectorOf(6)}, {}}, {{pictureOf(3, 2, 2)}, {{"rate", 0.25}}}, {{vectorOf(3)}, {{"rate", 0.0}}}},
    .badSettings = {{{vectorOf(4)}, {{"rate", 1.0}}, "rate"},
                    {{vectorOf(4)}, {{"rate", -0.5}}, "rate"},
                    {{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
