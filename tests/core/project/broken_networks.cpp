#include "core/project/broken_networks.h"

namespace perceptarium::tests {
namespace {

using network::Drawing;
using network::text;
using network::whole;
using Training = train::TrainSettings;

/// A convolution, a ReLU and a pool over the pictures: [5, 5, 4].
Drawing& pictures(Drawing& d) { return d.then("input").conv(4, 3).then("relu").then("max-pool"); }

}  // namespace

const std::vector<BrokenNetwork>& brokenNetworks() {
    using D = Drawing;
    using T = Training;
    static const std::vector<BrokenNetwork> all{
        {"anEmptyDrawing", SmallData::Rows, "empty", [](D&, T&) {}},
        {"noInput", SmallData::Rows, "no-input", [](D& d, T&) { d.dense(8).then("relu").dense(3).then("softmax"); }},
        {"severalInputs", SmallData::Rows, "several-inputs",
         [](D& d, T&) {
             const auto left = d.then("input").dense(8).last;
             const auto right = d.node("dense", {d.node("input", {})}, {{"units", whole(8)}});
             d.node("add", {left, right});
             d.dense(3).then("softmax");
         }},
        {"anInputAlone", SmallData::Pictures, "input-alone", [](D& d, T&) { d.then("input"); }},
        {"aCircle", SmallData::Rows, "circle",
         [](D& d, T&) {
             const auto start = d.then("input").dense(6).last;
             const auto join = d.node("add", {start, start});
             const auto back = d.then("relu").dense(6).last;
             d.node("dense", {back}, {{"units", whole(3)}});
             d.graph.disconnect({start, join, 1});
             d.graph.connect({back, join, 1});
         }},
        {"missingFlatten", SmallData::Pictures, "input", [](D& d, T&) { pictures(d).dense(3).then("softmax"); }},
        {"flattenTooEarly", SmallData::Pictures, "input",
         [](D& d, T&) { d.then("input").then("flatten").conv(4, 3).then("relu").dense(3).then("softmax"); }},
        {"wrongUnitCount", SmallData::Pictures, "width",
         [](D& d, T&) { pictures(d).then("flatten").dense(10).then("softmax"); }},
        {"noDenseAtTheEnd", SmallData::Pictures, "not-a-vector", [](D& d, T&) { pictures(d).then("softmax"); }},
        {"unconnectedInput", SmallData::Rows, "no-source",
         [](D& d, T&) {
             d.then("input").dense(8).then("relu");
             d.node("dense", {}, {{"units", whole(3)}});
             d.then("softmax");
         }},
        {"aLayerConnectedToNothing", SmallData::Rows, "unconnected",
         [](D& d, T&) {
             d.then("input").dense(8).then("relu").dense(3).then("softmax");
             d.node("batch-norm", {});
         }},
        {"aMergeOfOneBranch", SmallData::Rows, "too-few-inputs",
         [](D& d, T&) {
             d.then("input").dense(8).then("relu").dense(8);
             d.node("add", {d.last});
             d.dense(3).then("softmax");
         }},
        {"differentShapesAtAdd", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3, "same").last;
             d.then("relu").conv(4, 3);
             d.node("add", {d.last, start});
             d.then("flatten").dense(3).then("softmax");
         }},
        {"differentChannelsAtTheSkip", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3, "same").last;
             d.then("relu").conv(8, 3, "same");
             d.node("add", {d.last, start});
             d.then("flatten").dense(3).then("softmax");
         }},
        {"aStrideBesideTheSkip", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3, "same").last;
             d.then("relu").conv(8, 3, "same", 2);
             d.node("add", {d.last, start});
             d.then("flatten").dense(3).then("softmax");
         }},
        {"aStrideDownOnlyBesideTheSkip", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3, "same").last;
             d.then("relu").then("conv2d", {{"filters", whole(8)}, {"padding", text("same")}, {"stride", Pair{2, 1}}});
             d.node("add", {d.last, start});
             d.then("flatten").dense(3).then("softmax");
         }},
        {"concatOfWrongSizes", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3, "same").last;
             const auto wide = d.conv(4, 5).last;
             const auto narrow = d.node("conv2d", {start}, {{"filters", whole(2)}, {"kernel", whole(3)}});
             d.node("concatenate", {wide, narrow});
             d.then("flatten").dense(3).then("softmax");
         }},
        {"pictureAndVectorAtAdd", SmallData::Pictures, "input",
         [](D& d, T&) {
             const auto start = d.then("input").conv(4, 3).last;
             const auto flat = d.then("flatten").dense(8).last;
             d.node("add", {flat, start});
             d.dense(3).then("softmax");
         }},
        {"kernelLargerThanThePicture", SmallData::Pictures, "setting",
         [](D& d, T&) { d.then("input").conv(4, 15).then("relu").then("flatten").dense(3).then("softmax"); }},
        {"kernelWiderThanThePicture", SmallData::Pictures, "setting",
         [](D& d, T&) {
             d.then("input").then("conv2d", {{"filters", whole(4)}, {"kernel", Pair{3, 15}}}).then("relu").then("flatten").dense(3).then("softmax");
         }},
        {"oneSideOfAKernelOutOfRange", SmallData::Pictures, "setting",
         [](D& d, T&) {
             d.then("input").then("conv2d", {{"filters", whole(4)}, {"kernel", Pair{3, 0}}}).then("flatten").dense(3).then("softmax");
         }},
        {"pooledDownToNothing", SmallData::Pictures, "setting",
         [](D& d, T&) {
             d.then("input");
             for (int i = 0; i < 5; ++i) d.then("max-pool");
             d.then("flatten").dense(3).then("softmax");
         }},
        {"settingOutOfRange", SmallData::Rows, "setting",
         [](D& d, T&) { d.then("input").dense(0).then("dropout", {{"rate", 1.5}}).dense(3).then("softmax"); }},
        {"aChoiceMisspelt", SmallData::Pictures, "setting",
         [](D& d, T&) {
             d.then("input").then("conv2d", {{"filters", whole(4)}, {"padding", text("sane")}}).then("flatten").dense(3).then("softmax");
         }},
        {"aSettingThatIsNotThere", SmallData::Rows, "unknown-setting",
         [](D& d, T&) { d.then("input").then("dense", {{"unitz", whole(4)}}).then("relu").dense(3).then("softmax"); }},
        {"anInputOfOtherShape", SmallData::Pictures, "setting",
         [](D& d, T&) { d.input("28x28x1").then("flatten").dense(3).then("softmax"); }},
        {"groupsThatDoNotDivide", SmallData::Pictures, "setting",
         [](D& d, T&) {
             d.then("input").conv(6, 3).then("conv2d", {{"filters", whole(6)}, {"groups", whole(4)}}).then("flatten").dense(3).then("softmax");
         }},
        {"softmaxInside", SmallData::Rows, "softmax-inside",
         [](D& d, T&) { d.then("input").dense(8).then("softmax").dense(3).then("softmax"); }},
        {"softmaxBeforeALossOnLogits", SmallData::Rows, "softmax-inside",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(3).then("softmax").then("identity"); }},
        {"softmaxOfOneNumber", SmallData::TwoClasses, "softmax-of-one", [](D& d, T&) { d.then("input").dense(1).then("softmax"); }},
        {"sigmoidWithManyClasses", SmallData::Rows, "sigmoid-of-classes",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(3).then("sigmoid"); }},
        {"binaryLossWithThreeClasses", SmallData::Rows, "loss",
         [](D& d, T& t) {
             d.then("input").dense(3).then("softmax");
             t.loss = "binary-cross-entropy";
         }},
        {"categoricalLossOnOneSigmoid", SmallData::TwoClasses, "loss",
         [](D& d, T& t) {
             d.then("input").dense(1).then("sigmoid");
             t.loss = "categorical-cross-entropy";
         }},
        {"squaredErrorOfClasses", SmallData::Rows, "loss",
         [](D& d, T& t) {
             d.then("input").dense(3).then("softmax");
             t.loss = "mean-squared-error";
         }},
        {"regressionWithSoftmax", SmallData::Number, "shares-of-number",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(1).then("softmax"); }},
        {"regressionWithSigmoid", SmallData::Number, "bounded-number",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(1).then("sigmoid"); }},
        {"crossEntropyOfNumbers", SmallData::Number, "loss",
         [](D& d, T& t) {
             d.then("input").dense(1);
             t.loss = "categorical-cross-entropy";
         }},
        {"twoSinks", SmallData::Rows, "several-ends",
         [](D& d, T&) {
             const auto middle = d.then("input").dense(8).last;
             d.then("relu").dense(3).then("softmax");
             d.node("dense", {middle}, {{"units", whole(3)}});
             d.then("softmax");
         }},
        {"aDeadEndBranch", SmallData::Pictures, "several-ends",
         [](D& d, T&) {
             const auto middle = pictures(d).last;
             d.then("flatten").dense(3).then("softmax");
             d.node("conv2d", {middle}, {{"filters", whole(2)}, {"kernel", whole(3)}});
             d.then("relu");
         }},
        {"embeddingOfNumbers", SmallData::Rows, "input",
         [](D& d, T&) { d.then("input").then("embedding").then("global-average-pool").dense(3).then("softmax"); }},
        {"denseOnWords", SmallData::Texts, "input", [](D& d, T&) { d.then("input").dense(8).then("relu").dense(1).then("sigmoid"); }},
        {"denseOnASequence", SmallData::Texts, "input",
         [](D& d, T&) { d.then("input").then("embedding").dense(8).then("relu").dense(1).then("sigmoid"); }},
        {"pictureLayerOnASequence", SmallData::Texts, "input",
         [](D& d, T&) { d.then("input").then("embedding").conv(4, 3).then("relu").then("flatten").dense(2).then("softmax"); }},
        {"tooFewRowsForTheWords", SmallData::Texts, "setting",
         [](D& d, T&) { d.then("input").then("embedding", {{"words", whole(5)}}).then("global-average-pool").dense(1).then("sigmoid"); }},
        {"batchNormAfterTheOutput", SmallData::Rows, "normalization-last", [](D& d, T&) { d.then("input").dense(3).then("batch-norm"); }},
        {"dropoutOnTheOutput", SmallData::Rows, "dropout-last",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(3).then("dropout"); }},
        {"dropoutBeforeTheSoftmax", SmallData::Rows, "dropout-last",
         [](D& d, T&) { d.then("input").dense(8).then("relu").dense(3).then("dropout").then("softmax"); }},
        {"reluAtTheEnd", SmallData::Number, "relu-last", [](D& d, T&) { d.then("input").dense(8).then("tanh").dense(1).then("relu"); }},
        {"strideTooLarge", SmallData::Pictures, "stride-skips",
         [](D& d, T&) { d.then("input").conv(4, 3, "same", 6).then("relu").then("flatten").dense(3).then("softmax"); }},
        {"strideTooLargeAlongTheRows", SmallData::Pictures, "stride-skips",
         [](D& d, T&) {
             d.then("input").then("conv2d", {{"filters", whole(4)}, {"kernel", Pair{5, 3}}, {"stride", Pair{2, 6}}, {"padding", text("same")}});
             d.then("relu").then("flatten").dense(3).then("softmax");
         }},
        {"twoActivationsInARow", SmallData::Rows, "two-activations",
         [](D& d, T&) { d.then("input").dense(8).then("relu").then("tanh").dense(3).then("relu").then("softmax"); }},
        {"twoDenseInARow", SmallData::Rows, "two-dense", [](D& d, T&) { d.then("input").dense(8).dense(3).then("softmax"); }},
        {"flattenOfAVector", SmallData::Rows, "flatten-vector", [](D& d, T&) { d.then("input").then("flatten").dense(3).then("softmax"); }},
        {"noGradientPasses", SmallData::Rows, "no-gradient", [](D& d, T&) { d.then("input").dense(3).then("hardmax"); }},
        {"aLayerMisspelt", SmallData::Rows, "unknown-layer", [](D& d, T&) { d.then("input").then("dence", {{"units", whole(8)}}).then("relu").dense(3).then("softmax"); }},
        {"aLayerNobodyKnows", SmallData::Rows, "unknown-layer", [](D& d, T&) { d.then("input").dense(8).then("quantum-fold").then("relu").dense(3).then("softmax"); }},
        {"aLayerOfANewerProgram", SmallData::Rows, "newer-layer",
         [](D& d, T&) {
             d.then("input").dense(8).then("relu");
             network::Node node = *d.graph.find(2);
             node.version = 99;
             node.settings["sparsity"] = 0.5;
             d.graph.replace(node);
             d.dense(3).then("softmax");
         }},
        {"moreParametersThanMemory", SmallData::Rows, "too-large",
         [](D& d, T&) { d.then("input").dense(65536).then("relu").dense(65536).then("relu").dense(3).then("softmax"); }},
        {"aBypassedInput", SmallData::Rows, "bypassed-input",
         [](D& d, T&) {
             d.then("input").dense(3).then("softmax");
             network::Node node = *d.graph.find(1);
             node.bypassed = true;
             d.graph.replace(node);
         }},
        {"everythingFrozen", SmallData::Rows, "all-frozen",
         [](D& d, T&) {
             d.then("input").dense(8).then("relu").dense(3).then("softmax");
             for (const network::NodeId id : {2, 4}) {
                 network::Node node = *d.graph.find(id);
                 node.frozen = true;
                 d.graph.replace(node);
             }
         }},
        {"edgesOutOfOrder", SmallData::Rows, "edge-order",
         [](D& d, T&) {
             const auto start = d.then("input").dense(4).last;
             const auto join = d.node("add", {start});
             d.graph.connect({start, join, 2});
             d.dense(3).then("softmax");
         }},
        {"anUnknownOptimizer", SmallData::Rows, "optimizer",
         [](D& d, T& t) {
             d.then("input").dense(3).then("softmax");
             t.optimizer = "adamax";
         }},
        {"classWeightsOfOtherData", SmallData::Rows, "lossSettings",
         [](D& d, T& t) {
             d.then("input").dense(3).then("softmax");
             t.loss = "categorical-cross-entropy";
             t.lossSettings = {{"classWeights", text("given")}, {"weights", text("1, 2, 3, 4, 5")}};
         }},
        {"aMonitorThatSaysNothingHere", SmallData::Number, "monitor",
         [](D& d, T& t) {
             d.then("input").dense(1);
             t.monitor = "accuracy";
         }},
    };
    return all;
}

project::Document documentOf(const BrokenNetwork& broken) {
    Drawing drawing;
    project::Document document;
    broken.draw(drawing, document.training);
    // In a row, as a person would have put them.
    for (const auto& [id, node] : std::map(drawing.graph.nodes())) {
        network::Node placed = node;
        placed.position = {static_cast<double>(id) * 224, 0};
        drawing.graph.replace(placed);
    }
    document.graph = drawing.graph;
    document.training.batchSize = 8;
    document.training.threads = 1;
    return document;
}

}  // namespace perceptarium::tests
