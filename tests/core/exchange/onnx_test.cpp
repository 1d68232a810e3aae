// Exported ONNX is judged from outside: by libonnx's checker with strict shape inference, and by OpenCV's dnn, which must
// give the numbers of our own forward pass. (tests/exchange_judges.py asks ONNX Runtime and NumPy too.)
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <onnx/checker.h>
#include <onnx/onnx_pb.h>
#include <onnx/shape_inference/implementation.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn.hpp>

#include "core/exchange/export_cases.h"
#include "core/network/drawing.h"
#include "core/places.h"
#include "exchange/atomic_file.h"
#include "exchange/npy.h"
#include "exchange/onnx_writer.h"
#include "exchange/tensors.h"
#include "network/edits.h"

namespace perceptarium::exchange {
namespace {

using tests::ExportCase;

std::string bytesOf(const ExportCase& c) {
    const auto bytes = onnxBytes(c.input());
    EXPECT_TRUE(bytes) << c.name << ": " << (bytes ? "" : bytes.error().message());
    return bytes.value_or("");
}

void check(const ExportCase& c) {
    onnx::ModelProto model;
    ASSERT_TRUE(model.ParseFromString(bytesOf(c))) << c.name;
    try {
        onnx::checker::check_model(model);
        onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(),
                                           onnx::ShapeInferenceOptions(true, 1, true));
    } catch (const std::exception& error) {
        ADD_FAILURE() << c.name << ": " << error.what();
    }
}

/// The largest difference, as a share of 1 + |expected|; NaN when the shapes differ or a number is not finite.
double difference(const cv::Mat& got, const Tensor& expected) {
    const Tensor wanted = tests::channelsFirst(expected);
    if (got.total() != static_cast<std::size_t>(wanted.elements()) || got.depth() != CV_32F) return std::nan("");
    const cv::Mat whole = got.isContinuous() ? got : got.clone();
    double worst = 0;
    for (std::int64_t i = 0; i < wanted.elements(); ++i) {
        const double d = std::abs(whole.ptr<float>()[i] - wanted.data<float>()[i]) / (1 + std::abs(wanted.data<float>()[i]));
        if (!(d <= worst)) worst = d;
    }
    return worst;
}

void runInOpenCv(const ExportCase& c) {
    const std::string bytes = bytesOf(c);
    try {
        cv::dnn::Net net = cv::dnn::readNetFromONNX(bytes.data(), bytes.size());
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        const Tensor x = tests::channelsFirst(c.raw);
        std::vector<int> sizes;
        for (const auto extent : x.shape().extents()) sizes.push_back(static_cast<int>(extent));
        net.setInput(cv::Mat(sizes, CV_32F, const_cast<float*>(x.data<float>())).clone());
        EXPECT_LE(difference(net.forward(), c.expected), 1e-5) << c.name;
    } catch (const cv::Exception& error) {
        ADD_FAILURE() << c.name << ": " << error.what();
    }
}

void judge(const std::vector<std::shared_ptr<ExportCase>>& cases) {
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::setNumThreads(1);  // its pool is not built for the thread sanitizer, which then takes it for a race
    ASSERT_FALSE(cases.empty());
    for (const auto& c : cases) {
        ASSERT_NE(c, nullptr);
        check(*c);
        if (c->openCvReads) runInOpenCv(*c);
    }
}

TEST(OnnxExport, everySampleOfEveryLayerPassesTheCheckerAndGivesTheSameNumbersInOpenCv) { judge(tests::layerCases()); }

TEST(OnnxExport, branchesMergesAndFlattenedPicturesKeepTheirOrder) { judge(tests::wiringCases()); }

TEST(OnnxExport, trainedReadyProjectsPassTheCheckerAndGiveTheSameNumbersInOpenCv) { judge(tests::trainedCases()); }

TEST(OnnxExport, housePricesComeOutInDollars) {
    SKIP_WITHOUT_DATA("tabular/california_housing.csv");
    const auto c = tests::housePrices(tests::sharedData("tabular/california_housing.csv"));
    ASSERT_NE(c, nullptr);
    ASSERT_EQ(c->targetScaling.mean.size(), 1u);
    EXPECT_NEAR(c->targetScaling.mean[0], 207000, 3000);
    EXPECT_NEAR(c->targetScaling.deviation[0], 115400, 2000);
    for (const float price : c->expected.values<float>()) EXPECT_GT(std::abs(price), 1000) << "not in deviations";
    judge({c});
    const std::map<std::string, Tensor> weights = exportedTensors(c->input());
    EXPECT_EQ(weights.at("target.mean").at(0), c->targetScaling.mean[0]) << "weights are as they are; this turns back";
}

TEST(OnnxExport, namesOfInputOutputAndOperatorsAreTheNodes) {
    for (const auto& c : tests::wiringCases()) {
        if (c->name != "inception_and_residual") continue;
        onnx::ModelProto model;
        ASSERT_TRUE(model.ParseFromString(bytesOf(*c)));
        ASSERT_EQ(model.graph().input_size(), 1);
        EXPECT_EQ(model.graph().input(0).name(), "picture");
        ASSERT_EQ(model.graph().output_size(), 1);
        EXPECT_EQ(model.graph().output(0).name(), "out");
        std::set<std::string> names;
        for (const auto& node : model.graph().node()) names.insert(node.name());
        for (const char* name : {"a", "b", "channels", "norm", "c", "residual", "mean", "out"}) EXPECT_TRUE(names.contains(name)) << name;
        EXPECT_EQ(model.ir_version(), 7);
        EXPECT_EQ(model.opset_import(0).version(), 13);
        ASSERT_GE(model.metadata_props_size(), 1);
        EXPECT_EQ(model.metadata_props(0).key(), "classes");
        EXPECT_EQ(model.metadata_props(0).value(), "[\"yes\",\"no\"]");
    }
}

/// For tests/exchange_judges.py: each case as a folder with the exported files, the raw input and the expected output.
TEST(OnnxExport, casesAreWrittenForJudgesOutside) {
    const char* folder = std::getenv("PERCEPTARIUM_EXPORT_TO");
    if (folder == nullptr) GTEST_SKIP() << "PERCEPTARIUM_EXPORT_TO names no folder";
    int number = 0;
    std::vector<std::shared_ptr<ExportCase>> houses;
    if (const std::string table = tests::sharedData("tabular/california_housing.csv"); std::filesystem::exists(table))
        houses.push_back(tests::housePrices(table));
    for (const auto& cases : {tests::layerCases(), tests::wiringCases(), tests::trainedCases(), houses})
        for (const auto& c : cases) {
            ASSERT_NE(c, nullptr);
            const auto place = std::filesystem::path(folder) / (std::to_string(++number) + "_" + c->name);
            std::filesystem::create_directories(place);
            for (const char* name : {"model.onnx", "weights.safetensors", "weights.npz"}) {
                const auto done = exportTo(c->input(), (place / name).string());
                ASSERT_TRUE(done) << done.error().message();
            }
            ASSERT_TRUE(writeFileAtomically((place / "in.npy").string(), npyBytes(tests::channelsFirst(c->raw))));
            ASSERT_TRUE(writeFileAtomically((place / "out.npy").string(), npyBytes(tests::channelsFirst(c->expected))));
        }
    EXPECT_GT(number, 40);
}

TEST(Onnx, aBypassedNodeIsNotWritten) {
    const network::Graph whole = network::lenet().graph;
    network::Graph marked = whole, gone = whole;
    ASSERT_TRUE(network::bypass(marked, {6}, true));  // the second ReLU
    network::removeHealing(gone, {6});
    const auto bytes = [](const network::Graph& graph) {
        const auto model = network::Model::compile(graph, {}, 3);
        EXPECT_TRUE(model) << (model ? "" : model.error().message());
        const auto written = onnxBytes({*model, {}, {}, "n", {}, {}, {}, {}});
        EXPECT_TRUE(written) << (written ? "" : written.error().message());
        return written.value_or("");
    };
    EXPECT_EQ(bytes(marked), bytes(gone));
    EXPECT_NE(bytes(marked), bytes(whole));
}

}  // namespace
}  // namespace perceptarium::exchange
