// Conv1d: the same short filters slide along a sequence (course §8.14.1, over time instead of space).
#include "layers/convolution.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

SettingValue whole(std::int64_t number) { return number; }
SettingValue text(const char* word) { return std::string(word); }

TypedLayer<Convolution> declare() {
    TypedLayer<Convolution> layer = convolutionLayer("Conv1d", 1);
    layer.id = "conv1d";
    layer.order = 4;
    layer.meaning = "Slides short learned filters along a sequence, looking for the same phrase or shape anywhere.";
    layer.section = "8.14.1";
    layer.formula = "Y[t, f] = Σ X[t·s + u·d, c] · W[u, c, f] + b[f]";
    layer.help =
        "After an Embedding each filter learns to find a phrase of a few words, wherever it stands; after a signal, a "
        "short "
        "shape. Faster than a recurrent layer; to see further, stack several or raise the dilation. Also known as "
        "nn.Conv1d "
        "(PyTorch), Conv1D (Keras), Conv (ONNX); with causal padding, temporal convolution.";
    layer.samples = {
        {{sequenceOf(6, 2)}, {{"filters", whole(3)}}},
        {{sequenceOf(7, 3)},
         {{"filters", whole(2)}, {"kernel", whole(4)}, {"padding", text("same")}, {"stride", whole(2)}}},
        {{sequenceOf(6, 2)},
         {{"filters", whole(4)}, {"padding", text("causal")}, {"dilation", whole(2)}, {"groups", whole(2)}}},
        {{sequenceOf(2, 3)}, {{"filters", whole(2)}, {"padding", text("explicit")}, {"bias", false}}},
        {{sequenceOf(5, 4)}, {{"filters", whole(4)}, {"groups", whole(4)}}}};
    layer.badSettings = {{{sequenceOf(5, 2)}, {{"filters", whole(0)}}, "filters"},
                         {{sequenceOf(5, 2)}, {{"kernel", whole(6)}}, "kernel"},
                         {{sequenceOf(5, 2)}, {{"dilation", whole(3)}}, "dilation"},
                         {{sequenceOf(5, 2)}, {{"groups", whole(3)}}, "groups"},
                         {{sequenceOf(5, 2)}, {{"filters", whole(3)}, {"groups", whole(2)}}, "groups"},
                         {{sequenceOf(5, 2)}, {{"stride", whole(0)}}, "stride"},
                         {{sequenceOf(5, 2)}, {{"padding", text("full")}}, "padding"},
                         {{vectorOf(25)}, {}, "input"},
                         {{pictureOf(5, 5, 1)}, {}, "input"},
                         {{wordsOf(5, 9)}, {}, "input"}};
    return layer;
}

const RegisteredLayer<Convolution> conv1d{declare()};

}  // namespace
}  // namespace perceptarium::layers
