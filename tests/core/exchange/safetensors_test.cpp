// safetensors: what is written is read back, weights find their place by name and shape, and lying files are refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <random>

#include "core/exchange/export_cases.h"
#include "exchange/atomic_file.h"
#include "exchange/export.h"
#include "exchange/tensors.h"

namespace perceptarium::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string file(const std::string& header, const std::string& data) {
    const std::uint64_t length = header.size();
    std::string bytes(reinterpret_cast<const char*>(&length), 8);
    return bytes + header + data;
}

std::string errorOf(const std::string& bytes) {
    const auto tensors = parseSafetensors(bytes, "w.safetensors");
    return tensors ? "no error" : tensors.error().message();
}

std::map<std::string, Tensor> threeKinds() {
    const std::vector<float> floats{1.5f, -2, 3e-40f, 4};
    const std::vector<double> doubles{1.0 / 3};
    const std::vector<std::int32_t> whole{-7, 8, 9};
    return {{"a.W", Tensor::of<float>({2, 2}, floats)},
            {"b", Tensor::of<double>({1}, doubles)},
            {"c", Tensor::of<std::int32_t>({3, 1, 1}, whole)},
            {"none", Tensor::zeros({0, 5})},
            {"scalar", Tensor::full({}, 4)}};
}

TEST(Safetensors, everyKindComesBackBitForBit) {
    const auto tensors = threeKinds();
    const std::string bytes = safetensorsBytes(tensors, {{"word", "ü \"x\""}});
    const auto back = parseSafetensors(bytes, "x");
    ASSERT_TRUE(back) << back.error().message();
    ASSERT_EQ(back->size(), tensors.size());
    for (const auto& [name, tensor] : tensors) EXPECT_TRUE(back->at(name).identical(tensor)) << name;
    std::uint64_t header = 0;
    std::memcpy(&header, bytes.data(), 8);
    EXPECT_EQ((8 + header) % 8, 0u) << "the numbers are aligned";
    EXPECT_EQ(safetensorsBytes(tensors, {{"word", "ü \"x\""}}), bytes);
}

TEST(Safetensors, halfPrecisionAndWideIntegersAreConverted) {
    const std::string half("\x00\x3c\x00\xc0\x01\x00\xff\x7b", 8);  // 1, −2, 2⁻²⁴, 65504
    const auto a = parseSafetensors(file(R"({"h":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}})", half), "x");
    ASSERT_TRUE(a) << a.error().message();
    EXPECT_THAT(a->at("h").values<float>(), ElementsAre(1, -2, 5.9604644775390625e-8f, 65504));
    const std::string brain("\x80\x3f\x00\xc0", 4);
    const auto b = parseSafetensors(file(R"({"h":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})", brain), "x");
    ASSERT_TRUE(b) << b.error().message();
    EXPECT_THAT(b->at("h").values<float>(), ElementsAre(1, -2));
    const std::string wide("\xfe\xff\xff\xff\xff\xff\xff\xff", 8);
    const auto c = parseSafetensors(file(R"({"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}})", wide), "x");
    ASSERT_TRUE(c) << c.error().message();
    EXPECT_EQ(c->at("n").at(0), -2);
    const std::string tooWide("\x00\x00\x00\x00\x01\x00\x00\x00", 8);
    EXPECT_THAT(errorOf(file(R"({"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}})", tooWide)), HasSubstr("too large"));
}

TEST(Safetensors, lyingFilesAreRefusedWithTheirPlace) {
    EXPECT_THAT(errorOf("short"), HasSubstr("at least 8 bytes"));
    EXPECT_THAT(errorOf(std::string(8, '\xff')), HasSubstr("header is too long"));
    EXPECT_THAT(errorOf(file("{}", "").substr(0, 9)), HasSubstr("ends within its header"));
    EXPECT_THAT(errorOf(file("[]", "")), HasSubstr("begins with {"));
    EXPECT_THAT(errorOf(file("{\"a\":1}", "")), HasSubstr("header: a: this entry is not a tensor"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"Q8","shape":[],"data_offsets":[0,0]}})", "")), HasSubstr("Q8"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}})", "1234")),
                HasSubstr("impossible"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1000000,1000000,1000000],"data_offsets":[0,4]}})", "1234")),
                HasSubstr("does not fit"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", "1234")), HasSubstr("impossible"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})", "1234")), HasSubstr("outside the file"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", "1234")), HasSubstr("outside the file"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}})", "1234")),
                HasSubstr("too many axes"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "12345678")),
                HasSubstr("bytes after the last tensor"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", "12345678")), HasSubstr("hole"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
                               "b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234")), HasSubstr("overlap"));
    EXPECT_THAT(errorOf(file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234")), testing::AllOf(HasSubstr("header:2"), HasSubstr("twice")));
    EXPECT_THAT(errorOf(file(std::string(100000, '{'), "")), HasSubstr("JSON"));
    EXPECT_THAT(errorOf(file("{\"a\":" + std::string(100000, '['), "")), HasSubstr("nested too deeply"));
}

TEST(Safetensors, changedBytesNeverCrash) {
    const std::string whole = safetensorsBytes(threeKinds());
    std::mt19937 random(1);
    for (int i = 0; i < 4000; ++i) {
        std::string bent = whole;
        for (int k = 0; k < 1 + i % 3; ++k) bent[random() % bent.size()] = static_cast<char>(random());
        if (i % 5 == 0) bent.resize(random() % bent.size());
        const auto tensors = parseSafetensors(bent, "x");
        EXPECT_TRUE(tensors || !tensors.error().what.empty());
    }
}

TEST(Safetensors, weightsFindTheirPlaceByNameAndShape) {
    const auto cases = tests::wiringCases();
    const auto& c = *cases.front();  // a Dense called "dense"
    const std::string path = (std::filesystem::temp_directory_path() / "perceptarium-import.safetensors").string();
    ASSERT_TRUE(exportTo(c.input(), path));

    auto model = network::Model::compile(c.model.graph(), {}, 99);
    ASSERT_TRUE(model);
    const auto all = importSafetensors(*model, path);
    ASSERT_TRUE(all) << all.error().message();
    EXPECT_THAT(all->matched, ElementsAre("dense.W", "dense.b"));
    EXPECT_TRUE(all->missing.empty() && all->unused.empty() && all->wrongShape.empty());
    for (const auto& [name, tensor] : tensorsOf(c.model)) EXPECT_TRUE(tensor.identical(tensorsOf(*model).at(name))) << name;

    const Tensor before = tensorsOf(*model).at("dense.b").clone();
    ASSERT_TRUE(writeFileAtomically(path, safetensorsBytes({{"dense.W", Tensor::zeros({3, 4})}, {"other", Tensor::zeros({1})}})));
    const auto some = importSafetensors(*model, path);
    ASSERT_TRUE(some);
    EXPECT_TRUE(some->matched.empty());
    EXPECT_THAT(some->wrongShape, ElementsAre("dense.W: file 3×4, network 60×4"));
    EXPECT_THAT(some->missing, ElementsAre("dense.b"));
    EXPECT_THAT(some->unused, ElementsAre("other"));
    EXPECT_TRUE(before.identical(tensorsOf(*model).at("dense.b"))) << "what does not match stays";
    std::filesystem::remove(path);
    const auto gone = importSafetensors(*model, path);
    ASSERT_FALSE(gone);
    EXPECT_THAT(gone.error().message(), HasSubstr(path));
}

TEST(Export, theEndingChoosesTheFormat) {
    const auto cases = tests::wiringCases();
    const auto wrong = exportTo(cases.front()->input(), "/tmp/model.h5");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().message(), HasSubstr(".onnx, .safetensors, .npz"));
}

}  // namespace
}  // namespace perceptarium::exchange
