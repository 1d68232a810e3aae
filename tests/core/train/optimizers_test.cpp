// Every optimizer against PyTorch's over 100 steps (record_optimizers.py), and its state.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "optimizer_numbers.h"
#include "train/gradient_norm.h"
#include "train/optimizer.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

constexpr int kDecaying = 5, kWeights = 8;

std::vector<network::Parameter> startParameters() {
    std::vector<network::Parameter> parameters(2);
    for (int p = 0; p < 2; ++p) {
        const int first = p == 0 ? 0 : kDecaying, count = p == 0 ? kDecaying : kWeights - kDecaying;
        Tensor value = Tensor::empty({count});
        for (int j = 0; j < count; ++j) value.data<float>()[j] = static_cast<float>(std::cos(1.3 * (first + j)));
        parameters[static_cast<std::size_t>(p)].name = p == 0 ? "dense1.W" : "dense1.b";
        parameters[static_cast<std::size_t>(p)].spec.decays = p == 0;
        parameters[static_cast<std::size_t>(p)].variable = autograd::Variable(value, true);
    }
    return parameters;
}

void stepOnce(Optimizer& optimizer, std::vector<network::Parameter>& parameters, const StepKnobs& knobs, int t) {
    int i = 0;
    for (network::Parameter& parameter : parameters) {
        parameter.variable.clearGrad();
        const Tensor& w = parameter.variable.value();
        Tensor g = Tensor::empty(w.shape());
        for (std::int64_t j = 0; j < w.elements(); ++j, ++i)
            g.data<float>()[j] = static_cast<float>((0.2 + 0.4 * i) * (w.at(j) - 0.5 * std::sin(i)) +
                                                    0.3 * std::sin(0.7 * t + i));
        parameter.variable.addGrad(g);
    }
    double norm = gradientNorm(parameters);
    for (const StepRuleSpec* rule : allStepRules())
        if (knobs.*rule->strength > 0 && rule->beforeStep) rule->beforeStep(parameters, knobs.*rule->strength, norm);
    optimizer.step(parameters, knobs);
}

StepKnobs knobsOf(const OptimizerCase& what) {
    StepKnobs knobs{what.learningRate, what.optimizer == "adamw" ? 0 : what.weightDecay};
    if (!what.clip.empty()) knobs.*findStepRule(what.clip)->strength = what.limit;
    return knobs;
}

std::unique_ptr<Optimizer> make(const OptimizerCase& what) {
    const OptimizerSpec* spec = findOptimizer(what.optimizer);
    Settings settings;
    for (const auto& [name, value] : what.settings) settings[name] = value;
    const auto complete = completeSettings(spec->settings, settings);
    EXPECT_TRUE(complete.has_value());
    return spec->make(*complete);
}

class EveryOptimizer : public testing::TestWithParam<OptimizerCase> {};

TEST_P(EveryOptimizer, equalsPyTorchAfterAHundredSteps) {
    const OptimizerCase& what = GetParam();
    auto optimizer = make(what);
    auto parameters = startParameters();
    for (int t = 0; t < 100; ++t) stepOnce(*optimizer, parameters, knobsOf(what), t);
    std::size_t i = 0;
    for (const network::Parameter& parameter : parameters)
        for (std::int64_t j = 0; j < parameter.variable.value().elements(); ++j, ++i)
            EXPECT_NEAR(parameter.variable.value().at(j), what.after[i], 1e-6) << "weight " << i;
}

TEST_P(EveryOptimizer, goesOnFromItsStateByteForByte) {
    const OptimizerCase& what = GetParam();
    const StepKnobs knobs = knobsOf(what);
    auto whole = make(what), first = make(what), second = make(what);
    auto a = startParameters(), b = startParameters();
    for (int t = 0; t < 30; ++t) stepOnce(*whole, a, knobs, t);
    for (int t = 0; t < 13; ++t) stepOnce(*first, b, knobs, t);
    ASSERT_TRUE(second->setState(first->state()).has_value());
    for (int t = 13; t < 30; ++t) stepOnce(*second, b, knobs, t);
    for (std::size_t p = 0; p < 2; ++p) EXPECT_TRUE(a[p].variable.value().identical(b[p].variable.value()));
}

TEST_P(EveryOptimizer, refusesStateThatIsNotItsOwn) {
    auto optimizer = make(GetParam());
    const Status refused = optimizer->setState({{"dense1.W/nothing", Tensor::zeros({5})}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().where, "dense1.W/nothing");
    EXPECT_FALSE(optimizer->setState({{"step", Tensor::full({1}, -1, DType::F64)}}).has_value());
    EXPECT_FALSE(optimizer->setState({{"step", Tensor::full({1}, std::nan(""), DType::F64)}}).has_value());
}

INSTANTIATE_TEST_SUITE_P(Recorded, EveryOptimizer, testing::ValuesIn(kOptimizerCases),
                         [](const auto& one) { return one.param.name; });

TEST(Optimizers, aParameterWithoutGradientStays) {
    for (const OptimizerSpec* spec : allOptimizers()) {
        auto optimizer = spec->make(*completeSettings(spec->settings, {}));
        auto parameters = startParameters();
        const Tensor before = parameters[0].variable.value().clone();
        optimizer->step(parameters, {0.1, 0.1});
        EXPECT_TRUE(parameters[0].variable.value().identical(before)) << spec->id;
    }
}

TEST(Optimizers, everyOneIsRecordedAgainstPyTorch) {
    std::set<std::string> recorded;
    for (const OptimizerCase& what : kOptimizerCases) recorded.insert(what.optimizer);
    const auto ids = Registry<OptimizerSpec>::instance().ids();
    EXPECT_EQ(recorded, std::set<std::string>(ids.begin(), ids.end()));
    for (const OptimizerSpec* spec : allOptimizers()) {
        EXPECT_FALSE(spec->meaning.empty()) << spec->id;
        EXPECT_FALSE(spec->formula.empty()) << spec->id;
        EXPECT_GT(spec->usualLearningRate, 0) << spec->id;
    }
}

}  // namespace
}  // namespace perceptarium::train
