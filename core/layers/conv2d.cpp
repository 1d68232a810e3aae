// Conv2d: the same small filters slide over a picture (course §8.2–8.4).
#include "layers/convolution.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

TypedLayer<Convolution> declare() {
    TypedLayer<Convolution> layer = convolutionLayer("Conv2d", 2);
    layer.id = "conv2d";
    layer.order = 2;
    layer.meaning = "Slides small learned filters over a picture, looking for the same pattern everywhere.";
    layer.section = "8.2";
    layer.formula = "Y[i, j, f] = Σ X[i·s + u·d, j·s + v·d, c] · W[u, v, c, f] + b[f]";
    layer.help =
        "Each filter learns one small pattern (an edge, a corner) and answers where in the picture it is; few weights "
        "do for "
        "a picture of any size. Stack several, with an activation after each and pooling between them. Also known as "
        "convolution layer, nn.Conv2d (PyTorch), Conv2D (Keras), Conv (ONNX).";
    layer.aliases = {"conv"};
    layer.samples = {{{pictureOf(5, 5, 1)}, {{"filters", std::int64_t{2}}}},
                     {{pictureOf(6, 5, 2)},
                      {{"filters", std::int64_t{3}}, {"kernel", std::int64_t{3}}, {"stride", std::int64_t{2}}}},
                     {{pictureOf(5, 4, 2)},
                      {{"filters", std::int64_t{2}},
                       {"kernel", std::int64_t{4}},
                       {"padding", std::string("same")},
                       {"bias", false}}},
                     {{pictureOf(7, 6, 1)},
                      {{"filters", std::int64_t{2}},
                       {"kernel", std::int64_t{5}},
                       {"stride", std::int64_t{3}},
                       {"padding", std::string("same")}}},
                     {{pictureOf(2, 3, 1)},
                      {{"filters", std::int64_t{1}},
                       {"kernel", std::int64_t{5}},
                       {"padding", std::string("explicit")},
                       {"pad", std::int64_t{2}}}},
                     {{pictureOf(3, 3, 3)}, {{"filters", std::int64_t{4}}, {"kernel", std::int64_t{1}}}},
                     {{pictureOf(7, 8, 2)},
                      {{"filters", std::int64_t{2}}, {"dilation", std::int64_t{2}}, {"stride", std::int64_t{2}}}},
                     {{pictureOf(5, 6, 4)},
                      {{"filters", std::int64_t{6}}, {"groups", std::int64_t{2}}, {"padding", std::string("same")}}},
                     {{pictureOf(6, 5, 3)},
                      {{"filters", std::int64_t{3}},
                       {"groups", std::int64_t{3}},
                       {"dilation", std::int64_t{2}},
                       {"padding", std::string("same")},
                       {"bias", false}}},
                     {{pictureOf(6, 4, 2)}, {{"filters", std::int64_t{2}}, {"kernel", Pair{5, 3}}}},
                     {{pictureOf(4, 7, 1)},
                      {{"filters", std::int64_t{3}}, {"kernel", Pair{1, 4}}, {"stride", Pair{1, 2}}, {"padding", std::string("same")}}},
                     {{pictureOf(7, 5, 2)},
                      {{"filters", std::int64_t{2}},
                       {"kernel", Pair{2, 3}},
                       {"stride", Pair{2, 1}},
                       {"dilation", Pair{3, 1}},
                       {"padding", std::string("explicit")},
                       {"pad", Pair{1, 2}}}},
                     {{pictureOf(3, 6, 4)},
                      {{"filters", std::int64_t{4}},
                       {"kernel", Pair{1, 3}},
                       {"dilation", Pair{1, 2}},
                       {"padding", std::string("explicit")},
                       {"pad", Pair{0, 1}},
                       {"groups", std::int64_t{4}},
                       {"bias", false}}}};
    layer.badSettings = {{{pictureOf(5, 5, 1)}, {{"filters", std::int64_t{0}}}, "filters"},
                         {{pictureOf(5, 5, 1)}, {{"kernel", std::int64_t{0}}}, "kernel"},
                         {{pictureOf(5, 5, 1)}, {{"kernel", std::int64_t{7}}}, "kernel"},
                         {{pictureOf(9, 2, 1)}, {{"kernel", std::int64_t{3}}}, "kernel"},
                         {{pictureOf(5, 5, 1)}, {{"stride", std::int64_t{0}}}, "stride"},
                         {{pictureOf(5, 5, 1)}, {{"padding", std::string("full")}}, "padding"},
                         {{pictureOf(5, 5, 1)}, {{"pad", std::int64_t{-1}}}, "pad"},
                         {{vectorOf(25)}, {}, "input"},
                         {{sequenceOf(5, 5)}, {}, "input"},
                         {{wordsOf(5, 9)}, {}, "input"},
                         {{pictureOf(5, 5, 1)}, {{"dilation", std::int64_t{3}}}, "dilation"},
                         {{pictureOf(5, 5, 1)}, {{"kernel", Pair{0, 3}}}, "kernel"},
                         {{pictureOf(5, 5, 1)}, {{"kernel", Pair{3, 6}}}, "kernel"},
                         {{pictureOf(5, 5, 1)}, {{"stride", Pair{1, 0}}}, "stride"},
                         {{pictureOf(5, 5, 1)}, {{"pad", Pair{256, 1}}}, "pad"},
                         {{pictureOf(5, 5, 1)}, {{"dilation", Pair{1, 3}}}, "dilation"},
                         {{pictureOf(5, 5, 3)}, {{"groups", std::int64_t{2}}}, "groups"},
                         {{pictureOf(5, 5, 3)}, {{"groups", std::int64_t{3}}}, "groups"},
                         {{pictureOf(5, 5, 3)}, {{"groups", std::int64_t{0}}}, "groups"}};
    return layer;
}

const RegisteredLayer<Convolution> conv2d{declare()};

}  // namespace
}  // namespace perceptarium::layers
