// Every differentiable operation against two-sided differences, in f64, and f32 against f64.
#include "core/autograd/gradient_cases.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "autograd/gradient_check.h"
#include "autograd/ops.h"
#include "core/places.h"
#include "core/support/random_tensor.h"

namespace perceptarium::tests {
namespace {

// Filled before main() by the files' own statics, in whatever order.
std::vector<GradientCase>& allCases() {
    static std::vector<GradientCase> cases;
    return cases;
}
std::vector<RandomCases>& allMakers() {
    static std::vector<RandomCases> makers;
    return makers;
}

}  // namespace

AddGradientCases::AddGradientCases(std::vector<GradientCase> cases) {
    allCases().insert(allCases().end(), cases.begin(), cases.end());
}
AddRandomCases::AddRandomCases(std::vector<RandomCases> makers) {
    allMakers().insert(allMakers().end(), makers.begin(), makers.end());
}

void PrintTo(const GradientCase& oneCase, std::ostream* out) { *out << oneCase.name; }
void PrintTo(const RandomCases& maker, std::ostream* out) { *out << maker.operation; }

namespace {

using autograd::checkGradients;
using autograd::GradientCheck;
using autograd::Variable;
using autograd::Variables;

constexpr double kBar = 1e-7;
constexpr std::uint64_t kDraws = 20;

/// A number that weighs each output differently, so that no two errors cancel.
Variable weigh(const Variable& y) {
    return autograd::sum(autograd::multiply(y, Variable(randomTensor(y.shape(), 99, y.dtype()))));
}

void expectGradients(const GradientCase& oneCase) {
    Variables inputs;
    std::vector<std::pair<std::string, Variable>> named;
    for (const Tensor& tensor : oneCase.inputs) {
        inputs.emplace_back(tensor.clone(), true);
        named.emplace_back("input " + std::to_string(named.size()), inputs.back());
    }
    const auto results = checkGradients([&] { return weigh(oneCase.operation(inputs)); }, named, 1000);
    ASSERT_EQ(results.size(), inputs.size());
    for (const GradientCheck& result : results)
        EXPECT_LE(result.relativeError, kBar)
            << oneCase.name << ", " << result.name << " at " << result.worstIndex << ": tape " << result.worstTape
            << ", difference " << result.worstDifference;
}

void expectBothKindsAgree(const GradientCase& oneCase) {
    const auto run = [&](DType dtype) {
        Variables inputs;
        for (const Tensor& tensor : oneCase.inputs) inputs.emplace_back(tensor.clone().cast(dtype), true);
        const Variable y = oneCase.operation(inputs);
        autograd::backward(weigh(y));
        std::vector<Tensor> results{y.value()};
        for (const Variable& input : inputs) results.push_back(input.grad());
        return results;
    };
    const auto narrow = run(DType::F32), wide = run(DType::F64);
    for (std::size_t i = 0; i < wide.size(); ++i) {
        ASSERT_EQ(narrow[i].defined(), wide[i].defined());
        if (!wide[i].defined()) continue;
        ASSERT_EQ(narrow[i].dtype(), DType::F32);
        ASSERT_EQ(narrow[i].shape(), wide[i].shape());
        for (std::int64_t k = 0; k < wide[i].elements(); ++k)
            ASSERT_NEAR(narrow[i].at(k), wide[i].at(k), 2e-5 * (1 + std::abs(wide[i].at(k))))
                << oneCase.name << ", result " << i << " at " << k;
    }
}

class OpGradient : public testing::TestWithParam<GradientCase> {};
TEST_P(OpGradient, agreesWithTwoSidedDifferences) {
    for (const Tensor& input : GetParam().inputs) EXPECT_GT(input.elements(), 0);
    expectGradients(GetParam());
}
TEST_P(OpGradient, f32AgreesWithF64) { expectBothKindsAgree(GetParam()); }
INSTANTIATE_TEST_SUITE_P(All, OpGradient, testing::ValuesIn(allCases()),
                         [](const auto& testCase) { return testCase.param.name; });

class RandomOpGradient : public testing::TestWithParam<RandomCases> {};
TEST_P(RandomOpGradient, agreesWithTwoSidedDifferencesAndInBothKinds) {
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
        Random random(draw, GetParam().operation);
        const GradientCase oneCase = GetParam().make(random);
        const testing::ScopedTrace trace(__FILE__, __LINE__, oneCase.name);
        expectGradients(oneCase);
        expectBothKindsAgree(oneCase);
    }
}
INSTANTIATE_TEST_SUITE_P(All, RandomOpGradient, testing::ValuesIn(allMakers()),
                         [](const auto& testCase) { return testCase.param.operation; });

/// Names of the functions of core/autograd's headers whose result has a derivative: all but those that give tensors.
std::set<std::string> operationsOfHeaders() {
    const std::regex declaration(R"(^(?:inline )?(\w[\w:<>]*) (\w+)\(.*)");
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(repository("core/autograd"))) {
        const std::string file = entry.path().filename().string();
        if (!file.starts_with("ops") || entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        std::smatch match;
        for (std::string line; std::getline(in, line);)
            if (std::regex_match(line, match, declaration) && match[1] != "Tensor" && match[1] != "Shape")
                names.insert(match[2]);
    }
    return names;
}

TEST(GradientCases, everyOperationIsChecked) {
    const std::set<std::string> operations = operationsOfHeaders();
    EXPECT_GT(operations.size(), 20u);
    EXPECT_TRUE(operations.contains("conv2d") && operations.contains("matmul") && operations.contains("split"));
    std::set<std::string> checked;
    for (const GradientCase& oneCase : allCases()) checked.insert(oneCase.name.substr(0, oneCase.name.find('_')));
    for (const RandomCases& maker : allMakers()) checked.insert(maker.operation);
    for (const std::string& operation : operations)
        EXPECT_TRUE(checked.contains(operation))
            << operation << " is declared in core/autograd but no gradient case is named " << operation << " or "
            << operation << "_…";
}

}  // namespace
}  // namespace perceptarium::tests
