// Embedding: each word id becomes a learned vector (course §9.6).
#include <fmt/format.h>

#include <algorithm>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Embedding : WeightStart {
    Embedding() { initializer = "normal"; }
    std::int64_t words = 0;
    std::int64_t dimension = 16;
};

std::int64_t wordCount(const Embedding& s, const TensorType& in) { return s.words == 0 ? in.vocabulary : s.words; }

const RegisteredLayer<Embedding> embedding{{
    .id = "embedding",
    .order = 3,
    .category = Category::Layer,
    .title = "Embedding",
    .meaning = "Turns each word id into a learned vector.",
    .section = "9.6",
    .formula = "y⟨t⟩ = E[x⟨t⟩]",
    .help = "A table with one row of numbers for each word; words that are used alike get rows that lie close together. "
            "Id 0 stands for padding and always gives zeros. A Global average pool after it turns the whole text into "
            "one vector. Also known as nn.Embedding(padding_idx=0) (PyTorch), Embedding (Keras), Gather (ONNX).",
    .settings = withStart<Embedding>(
        {setting("words", "Words", &Embedding::words,
                 "How many rows the table has; 0: as many as the data's vocabulary.", {0, 10'000'000}),
         setting("dimension", "Dimension", &Embedding::dimension, "How many numbers describe a word.", {1, 65536})}),
    .shape = [](const Embedding& s, const TensorTypes& in) -> Result<TensorType> {
        if (!isWords(in[0]))
            return wrongInput("Embedding", "a row of word ids", in[0],
                              "Connect it to the Input of a text. Numbers need no Embedding: use a Dense for them.");
        if (wordCount(s, in[0]) == 0)
            return teach("words", "The number of words is not known", "Load a text, or say here how many words there are.",
                         "at least 2 words (padding and unknown)", "0");
        if (wordCount(s, in[0]) < in[0].vocabulary)
            return teach("words",
                         fmt::format("The table has {} rows, but the data have {} words", s.words, in[0].vocabulary),
                         "Set Words to 0, then it takes as many as there are.",
                         fmt::format("0 or at least {}", in[0].vocabulary), std::to_string(s.words));
        return sequenceOf(in[0].shape[0], s.dimension);
    },
    .remedies = [](const Embedding& s, const TensorTypes& in) -> std::vector<Remedy> {
        if (!isWords(in[0])) return {{.settings = {{"units", s.dimension}}, .replaceBy = "dense"}};
        return {{.settings = {{"words", std::int64_t{0}}}, .title = "Let the table have as many rows as the data have words"}};
    },
    .parameters = [](const Embedding& s, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const std::int64_t words = wordCount(s, in[0]);
        return {{.name = "E",
                 .shape = {words, s.dimension},
                 .initializer = s.weights(),
                 .decays = true,
                 .fanIn = words,
                 .fanOut = s.dimension,
                 .unitsFirst = true}};
    },
    .multiplyAdds = [](const Embedding&, const TensorTypes&) { return 0.0; },  // rows are looked up
    .forward = [](const Embedding&, Context& c) {
        return autograd::embedding(c.in[0].value(), c.parameter("E"), 0);
    },
    .write = [](const Embedding&, ExportWriter& writer) -> Status {
        // Id 0 is padding and gives zeros, whatever its row holds.
        Tensor table = writer.parameter("E").clone();
        std::fill_n(table.data<float>(), table.shape()[1], 0.0f);
        writer.output(writer.node("Gather", {writer.constant("table", table), writer.input().name},
                                  {{{"axis", std::int64_t{0}}}}));
        return {};
    },
    .countExplained = [](const Embedding& s, const TensorTypes& in) {
        const std::int64_t words = wordCount(s, in[0]);
        return fmt::format("{}·{} = {}", words, s.dimension, grouped(words * s.dimension));
    },
    .shapeExplained = [](const Embedding& s, const TensorTypes& in) {
        return fmt::format("{} words → {} vectors of {}", in[0].shape[0], in[0].shape[0], s.dimension);
    },
    .samples = {{{wordsOf(5, 7)}, {{"dimension", std::int64_t{3}}}},
                {{wordsOf(4, 0)}, {{"words", std::int64_t{6}}, {"dimension", std::int64_t{2}}}}},
    .badSettings = {{{wordsOf(5, 7)}, {{"dimension", std::int64_t{0}}}, "dimension"},
                    {{wordsOf(5, 7)}, {{"words", std::int64_t{-1}}}, "words"},
                    {{wordsOf(5, 7)}, {{"words", std::int64_t{6}}}, "words"},
                    {{wordsOf(5, 0)}, {}, "words"},
                    {{vectorOf(5)}, {}, "input"},
                    {{pictureOf(5, 5, 1)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
