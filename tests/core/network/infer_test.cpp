// What shape inference says about drawings that are right, and teaches about drawings that are not.
#include <gmock/gmock.h>

#include <chrono>

#include "core/network/drawing.h"
#include "layers/layer_spec.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {
namespace {

using layers::pictureOf;
using layers::sequenceOf;
using layers::vectorOf;
using layers::wordsOf;
using ::testing::HasSubstr;

const std::vector<std::string> kDigits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

/// The one error of a drawing that should have exactly one.
Finding onlyError(const Inference& inference) {
    std::vector<Finding> errors;
    for (const Finding& finding : inference.findings)
        if (finding.severity == Severity::Error) errors.push_back(finding);
    EXPECT_EQ(errors.size(), 1u) << allText(inference);
    EXPECT_FALSE(inference.valid());
    return errors.empty() ? Finding{} : errors.front();
}

TEST(Infer, knowsEveryShapeOfLenet) {
    const Drawing d = lenet();
    const Inference inference = infer(d.graph, data(pictureOf(28, 28, 1), kDigits));
    EXPECT_TRUE(inference.valid()) << allText(inference);
    EXPECT_TRUE(inference.findings.empty()) << allText(inference);
    EXPECT_EQ(inference.output, d.last);
    std::vector<std::string> shapes;
    for (const auto& [id, type] : inference.outputs) shapes.push_back(type.shape.text());
    EXPECT_EQ(shapes, (std::vector<std::string>{"28×28×1", "28×28×6", "28×28×6", "14×14×6", "10×10×16", "10×10×16",
                                                "5×5×16", "400", "120", "120", "84", "84", "10", "10"}));
}

TEST(Infer, countsEveryParameterOfLenet) {
    const Inference inference = infer(lenet().graph);
    std::vector<std::int64_t> counts;
    for (const auto& [id, count] : inference.parameters) counts.push_back(count);
    EXPECT_EQ(counts, (std::vector<std::int64_t>{156, 2416, 48120, 10164, 850}));
    EXPECT_EQ(inference.totalParameters(), 61706);
}

TEST(Infer, countsOnlyWhatIsTrained) {
    const Inference inference = infer(Drawing().input("4x4x3").then("batch-norm").graph);
    EXPECT_EQ(inference.totalParameters(), 6);  // gamma and beta, not the running averages
}

TEST(Infer, takesTheShapeOfTheInputFromTheDataOrTheSetting) {
    const Graph open = Drawing().then("input").dense(2).graph;
    EXPECT_EQ(infer(open, {vectorOf(7), {}}).outputs.at(1), vectorOf(7));
    EXPECT_EQ(onlyError(infer(open)).setting, "shape");
    EXPECT_EQ(infer(Drawing().input("7").dense(2).graph).outputs.at(1), vectorOf(7));
}

TEST(Infer, refusesDataThatAreNotWhatTheInputSays) {
    const Finding error = onlyError(
        infer(Drawing().input("28x28x1").then("flatten").dense(2).graph, {pictureOf(32, 32, 3), std::nullopt}));
    EXPECT_EQ(error.node, 1);
    EXPECT_EQ(error.setting, "shape");
    EXPECT_EQ(error.expected, "a 32×32×3 picture");
    EXPECT_EQ(error.found, "a 28×28×1 picture");
    EXPECT_THAT(error.tryThis, HasSubstr("Clear the shape"));
}

TEST(Infer, teachesToFlattenBeforeDense) {
    const Inference inference = infer(Drawing().input("28x28x1").dense(10).then("relu").graph);
    const Finding error = onlyError(inference);
    EXPECT_EQ(error.node, 2);
    EXPECT_EQ(error.what, "Dense needs a vector, but gets a 28×28×1 picture");
    EXPECT_EQ(error.tryThis, "Put a Flatten before it.");
    EXPECT_EQ(error.text(), "Dense needs a vector, but gets a 28×28×1 picture. Put a Flatten before it.");
    EXPECT_EQ(inference.errorAt(2)->what, error.what);
    EXPECT_EQ(inference.errorAt(3), nullptr) << "what comes after is not blamed";
    EXPECT_FALSE(inference.outputs.contains(3));
}

TEST(Infer, namesTheKernelThatDoesNotFit) {
    const Finding error = onlyError(infer(Drawing().input("4x4x1").conv(2, 5).then("flatten").graph));
    EXPECT_EQ(error.setting, "kernel");
    EXPECT_THAT(error.text(), HasSubstr("5×5 filter does not fit into a 4×4×1 picture"));
    EXPECT_THAT(error.tryThis, HasSubstr("same"));
}

TEST(Infer, namesTheSettingThatIsOutOfRange) {
    const Finding error = onlyError(infer(Drawing().input("4").then("dropout", {{"rate", 1.5}}).graph));
    EXPECT_EQ(error.setting, "rate");
    EXPECT_THAT(error.text(), HasSubstr("0.99"));
    EXPECT_THAT(error.text(), HasSubstr("1.5"));
}

TEST(Infer, saysWhatAMergeMisses) {
    Drawing d;
    d.input("4").dense(3);
    d.node("add", {d.last});
    const Finding error = onlyError(infer(d.graph));
    EXPECT_EQ(error.node, d.last);
    EXPECT_EQ(error.port, 1);
    EXPECT_THAT(error.text(), HasSubstr("Add joins 2 or more inputs, but “add1” gets 1"));
}

TEST(Infer, teachesA1x1ConvolutionWhereChannelsDiffer) {
    Drawing d;
    d.input("8x8x4");
    const NodeId start = d.last;
    d.conv(6, 3, "same");
    d.node("add", {d.last, start});
    EXPECT_THAT(onlyError(infer(d.graph)).text(), HasSubstr("kernel size 1"));
}

TEST(Infer, findsWhatIsWrongWithTheStructure) {
    EXPECT_THAT(onlyError(infer(Graph())).what, HasSubstr("empty"));

    Drawing noInput;
    noInput.node("dense", {});
    noInput.then("relu");
    const Inference without = infer(noInput.graph);
    EXPECT_THAT(allText(without), HasSubstr("There is no Input"));
    EXPECT_THAT(without.errorAt(1)->text(), HasSubstr("“dense1” gets no input"));

    EXPECT_THAT(onlyError(infer(Drawing().input("4").graph)).what, HasSubstr("Nothing comes after the Input"));

    Drawing stray;
    stray.input("4").dense(2);
    const NodeId answer = stray.last;
    const NodeId alone = stray.node("relu", {});
    const Inference withStray = infer(stray.graph);
    EXPECT_EQ(onlyError(withStray).node, alone);
    EXPECT_THAT(onlyError(withStray).text(), HasSubstr("“relu1” is not connected"));
    EXPECT_EQ(withStray.output, answer) << "a node that lies about does not hide the end";

    Drawing fork;
    fork.input("4").dense(2);
    fork.node("dense", {1});
    const Inference two = infer(fork.graph);
    EXPECT_EQ(two.output, kNoNode);
    ASSERT_NE(two.errorAt(2), nullptr);
    ASSERT_NE(two.errorAt(3), nullptr);
    EXPECT_THAT(two.errorAt(2)->text(), HasSubstr("“dense1”, “dense2”"));

    Drawing twoInputs;
    const NodeId a = twoInputs.node("input", {}, {{"shape", text("4")}});
    const NodeId b = twoInputs.node("input", {}, {{"shape", text("4")}});
    twoInputs.node("add", {a, b});
    EXPECT_NE(infer(twoInputs.graph).errorAt(a), nullptr);
    EXPECT_NE(infer(twoInputs.graph).errorAt(b), nullptr);
}

TEST(Infer, survivesCirclesInBadFiles) {
    Drawing d;
    d.input("4").dense(4);
    const NodeId first = d.last;
    const NodeId add = d.node("add", {first, first});
    const NodeId relu = d.node("relu", {add});
    const NodeId behind = d.node("dense", {relu});
    d.graph.connect({relu, add, 1});
    const Inference inference = infer(d.graph);
    EXPECT_NE(inference.errorAt(add), nullptr);
    EXPECT_NE(inference.errorAt(relu), nullptr);
    EXPECT_EQ(inference.errorAt(behind), nullptr);
    EXPECT_EQ(inference.errorAt(first), nullptr);
    EXPECT_THAT(inference.errorAt(add)->text(), HasSubstr("circle"));
    Graph self = Drawing().input("4").dense(4).graph;
    self.connect({2, 2, 0});
    EXPECT_NE(infer(self).errorAt(2), nullptr);
}

TEST(Infer, survivesPortsThatDoNotExist) {
    Graph far = Drawing().input("4").dense(4).then("relu").graph;
    far.connect({1, 3, 7});
    EXPECT_THAT(onlyError(infer(far)).text(), HasSubstr("ReLU has 1 input, but an edge leads to input 8"));
    Graph negative = Drawing().input("4").dense(4).graph;
    negative.connect({1, 2, -3});
    EXPECT_FALSE(infer(negative).valid());
    Graph intoInput = Drawing().input("4").dense(4).then("relu").graph;
    const NodeId second = intoInput.insert({.layer = "input", .name = "again"});
    intoInput.connect({3, second, 0});
    EXPECT_NE(infer(intoInput).errorAt(second), nullptr);
    Drawing gap;
    gap.input("4");
    gap.node("add", {1, 1});
    gap.graph.connect({1, gap.last, 5});
    EXPECT_THAT(onlyError(infer(gap.graph)).text(), HasSubstr("Input 3 is not connected"));
}

TEST(Infer, keepsUnknownLayersVisible) {
    Drawing d;
    d.input("4").then("quantum-dense", {{"qubits", whole(3)}}).dense(2);
    const Inference inference = infer(d.graph);
    EXPECT_EQ(onlyError(inference).node, 2);
    EXPECT_THAT(onlyError(inference).text(), HasSubstr("no layer “quantum-dense”"));

    Graph newer = Drawing().input("4").dense(2).graph;
    Node node = *newer.find(2);
    node.version = 99;
    newer.replace(node);
    EXPECT_THAT(onlyError(infer(newer)).text(), HasSubstr("newer version"));
}

// A layer whose setting was called "width" in its first version.
struct Renamed {
    std::int64_t units = 1;
};
const layers::RegisteredLayer<Renamed>& renamed() {
    static const layers::RegisteredLayer<Renamed> layer{{
        .id = "test-renamed",
        .version = 2,
        .settings = {setting("units", "Units", &Renamed::units, "How many.", {1, 100})},
        .shape = [](const Renamed& s, const layers::TensorTypes&) -> Result<TensorType> { return vectorOf(s.units); },
        .upgrade =
            [](int from, Settings settings) {
                if (from < 2 && settings.contains("width")) {
                    settings["units"] = settings["width"];
                    settings.erase("width");
                }
                return settings;
            },
    }};
    return layer;
}

TEST(Infer, readsSettingsOfAnOlderVersion) {
    renamed();
    Graph graph = Drawing().input("4").then("test-renamed", {{"width", whole(7)}}).graph;
    EXPECT_EQ(infer(graph).outputs.at(2), vectorOf(7));
    Node node = *graph.find(2);
    node.version = 2;
    graph.replace(node);
    EXPECT_EQ(onlyError(infer(graph)).what, "there is no such setting");
}

TEST(Infer, findsNamesUsedTwice) {
    Graph graph = Drawing().input("4").dense(2).then("relu").graph;
    Node node = *graph.find(3);
    node.name = "dense1";
    graph.replace(node);
    const Inference inference = infer(graph);
    EXPECT_NE(inference.errorAt(2), nullptr);
    EXPECT_NE(inference.errorAt(3), nullptr);
    EXPECT_EQ(inference.errorAt(1), nullptr);
}

TEST(Infer, comparesWhatComesOutWithWhatIsAskedFor) {
    const Graph five = Drawing().input("28x28x1").then("flatten").dense(16).then("relu").dense(5).then("softmax").graph;
    const Finding units = onlyError(infer(five, data(pictureOf(28, 28, 1), kDigits)));
    EXPECT_EQ(units.node, 5);
    EXPECT_EQ(units.setting, "units");
    EXPECT_EQ(units.what, "The network gives 5 numbers, but the data ask for 10 numbers for 10 classes");
    EXPECT_EQ(units.tryThis, "Set the units of “dense2” to 10.");

    const Graph picture = Drawing().input("28x28x1").conv(4, 3).graph;
    const Finding flat = onlyError(infer(picture, data(pictureOf(28, 28, 1), kDigits)));
    EXPECT_THAT(flat.text(), HasSubstr("ends in a 26×26×4 picture"));
    EXPECT_THAT(flat.tryThis, HasSubstr("Flatten and a Dense with 10 units"));

    const Graph words = Drawing().input("words:20:100").then("embedding").graph;
    EXPECT_THAT(onlyError(infer(words, data(wordsOf(20, 100), {"bad", "good"}))).tryThis,
                HasSubstr("Global average pool"));
}

TEST(Infer, acceptsOneOrTwoNumbersForTwoClasses) {
    const auto two = data(vectorOf(2), {"no", "yes"});
    EXPECT_TRUE(infer(Drawing().input("2").dense(1).then("sigmoid").graph, two).valid());
    EXPECT_TRUE(infer(Drawing().input("2").dense(2).then("softmax").graph, two).valid());
    EXPECT_TRUE(infer(Drawing().input("2").dense(1).graph, two).valid());
    EXPECT_FALSE(infer(Drawing().input("2").dense(3).graph, two).valid());
    EXPECT_THAT(onlyError(infer(Drawing().input("2").dense(1).then("softmax").graph, two)).text(),
                HasSubstr("always 1"));
    EXPECT_FALSE(infer(Drawing().input("2").dense(1).graph, data(vectorOf(2), {"a", "b", "c"})).valid());
}

TEST(Infer, comparesTheWidthOfNumbers) {
    EXPECT_TRUE(infer(Drawing().input("3").dense(1).graph, numbers(vectorOf(3), 1)).valid());
    EXPECT_THAT(onlyError(infer(Drawing().input("3").dense(2).graph, numbers(vectorOf(3), 3))).text(),
                HasSubstr("gives 2 numbers, but the data ask for 3 numbers"));
}

TEST(Infer, refusesASoftmaxWhereANumberIsAsked) {
    const Drawing drawing = Drawing().input("3").dense(1).then("softmax");
    EXPECT_THAT(onlyError(infer(drawing.graph, numbers(vectorOf(3), 1))).text(), HasSubstr("Softmax gives shares"));
}

TEST(Infer, hintsAtWhatIsUnusualButAllowed) {
    const auto hintOf = [](const Graph& graph) {
        const Inference inference = infer(graph);
        EXPECT_TRUE(inference.valid()) << allText(inference);
        EXPECT_EQ(inference.findings.size(), 1u) << allText(inference);
        return inference.findings.empty() ? std::string() : inference.findings.front().text();
    };
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("softmax").dense(2).graph),
                HasSubstr("followed by more layers"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("relu").then("tanh").dense(2).graph),
                HasSubstr("two activations"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).dense(2).graph), HasSubstr("without an activation"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("hardmax").graph),
                HasSubstr("No gradient passes through Hardmax: “dense1” before it cannot learn"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("relu").then("dropout").then("hardmax").dense(2).graph),
                HasSubstr("“dense1” before it cannot learn"));
    EXPECT_TRUE(infer(Drawing().input("4").then("hardmax").dense(2).graph).findings.empty());  // nothing to learn before it
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("dropout").graph), HasSubstr("switches off answers"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("relu").graph), HasSubstr("negative number"));
    EXPECT_THAT(hintOf(Drawing().input("4").then("flatten").dense(2).graph), HasSubstr("nothing to flatten"));
    EXPECT_THAT(hintOf(Drawing().input("4").dense(3).then("sigmoid").graph), HasSubstr("do not sum to 1"));
}

TEST(Infer, putsErrorsBeforeHints) {
    Drawing d;
    d.input("4").dense(3).dense(3);
    d.node("relu", {});
    const Inference inference = infer(d.graph);
    ASSERT_GE(inference.findings.size(), 2u);
    EXPECT_EQ(inference.findings.front().severity, Severity::Error);
    EXPECT_EQ(inference.findings.back().severity, Severity::Hint);
}

TEST(Infer, refusesNetworksThatNoMemoryHolds) {
    const Finding many = onlyError(infer(Drawing().input("6000000").dense(65536).graph));
    EXPECT_EQ(many.node, 2);
    EXPECT_THAT(many.text(), HasSubstr("million parameters"));
    EXPECT_THAT(onlyError(infer(Drawing().input("4000x4000x3").conv(500, 3, "same").graph)).text(),
                HasSubstr("million numbers of each example"));
    EXPECT_FALSE(infer(Drawing().input("9999999x9999999x9999999x9999999").then("flatten").graph).valid());
}

TEST(Infer, givesASequenceForWords) {
    const Inference inference =
        infer(Drawing().then("input").then("embedding").then("global-average-pool").dense(2).graph,
              data(wordsOf(40, 2000), {"bad", "good"}));
    EXPECT_TRUE(inference.valid()) << allText(inference);
    EXPECT_EQ(inference.outputs.at(2), sequenceOf(40, 16));
    EXPECT_EQ(inference.parameters.at(2), 32000);
}

TEST(Infer, isFastOnManyResidualBlocks) {
    const Drawing deep = residual(30), wide = residual(90);
    EXPECT_TRUE(infer(deep.graph).valid()) << allText(infer(deep.graph));
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(infer(wide.graph).outputs.size(), wide.graph.nodes().size());
    // 2³⁰ paths, visited one by one, would take minutes; 633 nodes each visited once take milliseconds.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(RefuseConnection, saysWhyInWords) {
    Drawing d;
    d.input("28x28x1");
    const NodeId dense = d.node("dense", {}), conv = d.node("conv2d", {}), relu = d.node("relu", {conv});
    const auto refused = refuseConnection(d.graph, {1, dense, 0});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->text(), "Dense needs a vector, but gets a 28×28×1 picture. Put a Flatten before it.");
    EXPECT_FALSE(refuseConnection(d.graph, {1, conv, 0}));
    EXPECT_THAT(refuseConnection(d.graph, {relu, conv, 0})->text(), HasSubstr("circle"));
    EXPECT_THAT(refuseConnection(d.graph, {conv, conv, 0})->text(), HasSubstr("its own input"));
    EXPECT_THAT(refuseConnection(d.graph, {relu, 1, 0})->text(), HasSubstr("the data enter there"));
    EXPECT_THAT(refuseConnection(d.graph, {1, relu, 1})->text(), HasSubstr("no input 2"));
    EXPECT_TRUE(refuseConnection(d.graph, {1, 999, 0}));
    EXPECT_FALSE(refuseConnection(d.graph, {relu, dense, 0})) << "what is not known yet is not refused";
}

TEST(RefuseConnection, looksAtTheOtherBranchesOfAMerge) {
    Drawing d;
    d.input("8x8x4");
    const NodeId conv = d.node("conv2d", {1}, {{"filters", whole(6)}, {"padding", text("same")}});
    const NodeId add = d.node("add", {1});
    const auto refused = refuseConnection(d.graph, {conv, add, 1});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->port, 1);
    EXPECT_THAT(refused->text(), HasSubstr("8×8×4 and 8×8×6"));
    EXPECT_FALSE(refuseConnection(d.graph, {conv, add, 0})) << "it replaces the only other branch";
    EXPECT_FALSE(refuseConnection(d.graph, {1, add, 1}));
    const NodeId concatenate = d.node("concatenate", {1});
    EXPECT_FALSE(refuseConnection(d.graph, {conv, concatenate, 1}));
    EXPECT_TRUE(refuseConnection(d.graph, {conv, concatenate, 2})) << "ports have no gaps";
}

TEST(RefuseConnection, refusesWordsWhereNumbersAreNeeded) {
    Drawing d;
    d.input("words:10:50");
    for (const char* layer : {"relu", "dense", "add", "concatenate", "batch-norm", "flatten"}) {
        const NodeId node = d.node(layer, {});
        const auto refused = refuseConnection(d.graph, {1, node, 0});
        ASSERT_TRUE(refused) << layer;
        EXPECT_THAT(refused->text(), HasSubstr("Embedding")) << layer;
    }
    EXPECT_FALSE(refuseConnection(d.graph, {1, d.node("embedding", {}), 0}));
}

TEST(RefuseConnection, leavesASettingThatDoesNotFitToTheNode) {
    Drawing d;
    d.input("4x4x1");
    const NodeId conv = d.node("conv2d", {}, {{"kernel", whole(7)}});
    EXPECT_FALSE(refuseConnection(d.graph, {1, conv, 0}));
    d.graph.connect({1, conv, 0});
    EXPECT_EQ(infer(d.graph).errorAt(conv)->setting, "kernel");
}

}  // namespace
}  // namespace perceptarium::network
