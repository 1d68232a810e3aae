// Every loss with its settings against what PyTorch computed (record_losses.py), and its gradient against differences.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "autograd/gradient_check.h"
#include "base/random.h"
#include "core/places.h"
#include "train/loss.h"

namespace perceptarium::train {
namespace {

nlohmann::json recorded(const char* name) {
    std::ifstream file(tests::repository(std::string("tests/core/train/") + name));
    return nlohmann::json::parse(file);
}

network::TargetInfo targetOf(const nlohmann::json& one) {
    network::TargetInfo target;
    for (int c = 0; c < one["classes"].get<int>(); ++c) target.classes.push_back("class " + std::to_string(c));
    if (target.classes.empty()) target = {network::TargetInfo::Kind::Number, {}, one["shape"][1].get<std::int64_t>()};
    return target;
}

struct Asked {
    Tensor logits, target;
    Loss loss;
};

Asked ask(const nlohmann::json& one, DType dtype) {
    Asked asked;
    const LossSpec* spec = findLoss(one["loss"].get<std::string>());
    EXPECT_NE(spec, nullptr);
    const Shape shape(one["shape"].get<std::vector<std::int64_t>>());
    asked.logits = Tensor::of<double>(shape, one["logits"].get<std::vector<double>>()).cast(dtype);
    if (one["labels"].is_null())
        asked.target = Tensor::of<double>(shape, one["numbers"].get<std::vector<double>>()).cast(dtype);
    else
        asked.target = Tensor::of<std::int32_t>({shape[0]}, one["labels"].get<std::vector<std::int32_t>>());
    const auto settings = settingsFromJson(spec->settings, one["settings"]);
    EXPECT_TRUE(settings) << (settings ? "" : settings.error().message());
    const network::TargetInfo target = targetOf(one);
    EXPECT_TRUE(spec->suits({Shape{shape[1]}, DType::F32, 0}, target)) << spec->id;
    auto loss = Loss::make(*spec, *settings, {target, {}});
    EXPECT_TRUE(loss) << (loss ? "" : loss.error().message());
    if (loss) asked.loss = *loss;
    return asked;
}

void compare(const nlohmann::json& one, DType dtype, double bar) {
    const Asked asked = ask(one, dtype);
    autograd::Variable logits(asked.logits.clone(), true);
    const autograd::Variable value = asked.loss.mean(logits, asked.target);
    const double expected = one["value"].get<double>();
    EXPECT_NEAR(value.value().at(0), expected, bar * (1 + std::abs(expected)));
    backward(value);
    const auto gradient = one["gradient"].get<std::vector<double>>();
    for (std::size_t i = 0; i < gradient.size(); ++i)
        EXPECT_NEAR(logits.grad().at(static_cast<std::int64_t>(i)), gradient[i], bar * (1 + std::abs(gradient[i])))
            << i;
}

TEST(LossesPyTorch, valuesAndGradientsAreTheSame) {
    std::set<std::string> seen;
    for (const auto& one : recorded("pytorch_losses.json")) {
        SCOPED_TRACE(one["loss"].get<std::string>() + ": " + one["name"].get<std::string>());
        seen.insert(one["loss"].get<std::string>());
        compare(one, DType::F64, 1e-12);
        compare(one, DType::F32, 2e-6);
    }
    for (const LossSpec* loss : allLosses()) EXPECT_TRUE(seen.contains(loss->id)) << loss->id << " is not compared";
}

/// Settings that are not the standard, of every kind that a loss has.
Settings randomSettings(const LossSpec& loss, std::size_t classes, Random& random) {
    Settings settings;
    for (const SettingSpec& spec : loss.settings) {
        if (spec.name == "weights") continue;
        if (spec.name == "classWeights") {
            settings[spec.name] = std::string("given");
            std::string weights;
            for (std::size_t c = 0; c < classes; ++c)
                weights += (c ? ", " : "") + std::to_string(random.uniform(0.2, 3));
            settings["weights"] = weights;
        } else if (spec.kind == SettingKind::Bool) {
            settings[spec.name] = random.below(2) == 1;
        } else {
            settings[spec.name] = random.uniform(0.1, 0.9);
        }
    }
    return settings;
}

Tensor randomTarget(const network::TargetInfo& target, std::int64_t n, bool distribution, Random& random) {
    if (target.kind == network::TargetInfo::Kind::Class) {
        Tensor labels = Tensor::empty({n}, DType::I32);
        for (auto& label : labels.values<std::int32_t>())
            label = static_cast<std::int32_t>(random.below(target.classes.size() + 1)) - 1;  // −1: missing
        labels.data<std::int32_t>()[0] = 0;
        return labels;
    }
    Tensor numbers = Tensor::empty(Shape{n, target.width}, DType::F64);
    for (double& number : numbers.values<double>())
        number = distribution ? random.uniform(0.1, 1) : random.uniform(-2, 2);
    for (std::int64_t i = 0; distribution && i < n; ++i) {
        double sum = 0;
        for (std::int64_t k = 0; k < target.width; ++k) sum += numbers.at(i * target.width + k);
        for (std::int64_t k = 0; k < target.width; ++k) numbers.data<double>()[i * target.width + k] /= sum;
    }
    return numbers;
}

TEST(LossGradients, agreeWithDifferencesForRandomShapesSettingsAndMasks) {
    int checked = 0;
    for (std::uint64_t round = 0; round < 12; ++round)
        for (const LossSpec* loss : allLosses()) {
            Random random(round, loss->id);
            const auto n = static_cast<std::int64_t>(1 + random.below(6)),
                       width = static_cast<std::int64_t>(1 + random.below(5));
            network::TargetInfo target{network::TargetInfo::Kind::Number, {}, width};
            if (!loss->suits({Shape{width}, DType::F32, 0}, target) || (loss->wantsOwnUnits && round % 2)) {
                target = {};
                target.classes.assign(static_cast<std::size_t>(width == 1 ? 2 : width), "class");
                if (!loss->suits({Shape{width}, DType::F32, 0}, target)) continue;
            }
            const Settings settings = randomSettings(*loss, target.classes.size(), random);
            const auto made = Loss::make(*loss, settings, {target, {}});
            ASSERT_TRUE(made) << made.error().message();
            Tensor start = Tensor::empty(Shape{n, width}, DType::F64);
            for (double& z : start.values<double>()) z = random.uniform(-2, 2);
            const Tensor wanted = randomTarget(target, n, loss->wantsOwnUnits, random);
            autograd::Variable logits(start, true);
            const auto results =
                autograd::checkGradients([&] { return made->mean(logits, wanted); }, {{"logits", logits}}, 100);
            EXPECT_LE(results[0].relativeError, 1e-7)
                << loss->id << " of " << start.shape().text() << ", round " << round;
            ++checked;
        }
    EXPECT_GT(checked, 40);
}

TEST(Losses, whereNoLabelIsLeftLossAndGradientAreZero) {
    for (const LossSpec* loss : allLosses()) {
        for (const std::int64_t width : {1, 2, 4}) {
            network::TargetInfo target;
            target.classes.assign(static_cast<std::size_t>(std::max<std::int64_t>(2, width)), "class");
            if (!loss->suits({Shape{width}, DType::F32, 0}, target)) continue;
            const auto made = Loss::make(*loss, {}, {target, {}});
            ASSERT_TRUE(made);
            autograd::Variable logits(Tensor::full(Shape{3, width}, 1000.0), true);
            const Tensor missing = Tensor::of<std::int32_t>({3}, std::vector<std::int32_t>{-1, -1, -1});
            const autograd::Variable value = made->mean(logits, missing);
            EXPECT_EQ(value.value().at(0), 0) << loss->id;
            EXPECT_EQ(made->weight(missing), 0) << loss->id;
            backward(value);
            for (const float slope : logits.grad().values<float>()) EXPECT_EQ(slope, 0) << loss->id;
        }
    }
}

TEST(Losses, areFiniteAtLogitsOfAThousandAndShowWhatIsNoNumber) {
    for (const LossSpec* loss : allLosses())
        for (const std::int64_t width : {1, 3}) {
            network::TargetInfo target;
            target.classes.assign(static_cast<std::size_t>(std::max<std::int64_t>(2, width)), "class");
            if (!loss->suits({Shape{width}, DType::F32, 0}, target)) continue;
            Random random(1, loss->id);
            const auto made = Loss::make(*loss, randomSettings(*loss, target.classes.size(), random), {target, {}});
            ASSERT_TRUE(made);
            Tensor far = Tensor::empty(Shape{4, width});
            for (std::int64_t i = 0; i < far.elements(); ++i) far.data<float>()[i] = i % 2 ? -1000.0f : 1000.0f;
            const Tensor labels = Tensor::of<std::int32_t>({4}, std::vector<std::int32_t>{0, 1, -1, 1});
            autograd::Variable logits(far.clone(), true);
            const autograd::Variable value = made->mean(logits, labels);
            EXPECT_TRUE(std::isfinite(value.value().at(0))) << loss->id;
            backward(value);
            for (const float slope : logits.grad().values<float>()) EXPECT_TRUE(std::isfinite(slope)) << loss->id;
            far.data<float>()[0] = std::nanf("");
            EXPECT_TRUE(std::isnan(made->mean(autograd::Variable(far), labels).value().at(0)))
                << loss->id << " must not hide a logit that is no number";
        }
}

TEST(Losses, meansOfBatchesPutTogetherByWeightAreTheMeanOfAll) {
    network::TargetInfo target;
    target.classes = {"a", "b", "c"};
    const auto made =
        Loss::make(*findLoss("categorical-cross-entropy"),
                   {{"classWeights", std::string("given")}, {"weights", std::string("1, 5, 0.25")}}, {target, {}});
    ASSERT_TRUE(made);
    Random random(3, "batches");
    Tensor all = Tensor::empty({7, 3});
    for (float& z : all.values<float>()) z = static_cast<float>(random.uniform(-2, 2));
    const std::vector<std::int32_t> labels{0, 1, -1, 2, 2, -1, 1};
    const auto part = [&](std::int64_t from, std::int64_t count) {
        const std::vector<float> rows(all.data<float>() + 3 * from, all.data<float>() + 3 * (from + count));
        const std::vector<std::int32_t> some(labels.begin() + from, labels.begin() + from + count);
        const Tensor y = Tensor::of<std::int32_t>({count}, some);
        return std::pair(made->mean(autograd::Variable(Tensor::of<float>({count, 3}, rows)), y).value().at(0),
                         made->weight(y));
    };
    const auto whole = part(0, 7), first = part(0, 3), second = part(3, 4);
    EXPECT_EQ(whole.second, 1 + 5 + 0.25 + 0.25 + 5);
    EXPECT_NEAR((first.first * first.second + second.first * second.second) / whole.second, whole.first, 1e-6);
}

TEST(Losses, balancedWeightsMakeRareClassesCountAsMuch) {
    network::TargetInfo target;
    target.classes = {"rare", "common", "never"};
    const auto made = Loss::make(*findLoss("categorical-cross-entropy"), {{"classWeights", std::string("balanced")}},
                                 {target, {10, 90, 0}});
    ASSERT_TRUE(made);
    const auto weight = [&](std::int32_t label) {
        return made->weight(Tensor::of<std::int32_t>({1}, std::vector<std::int32_t>{label}));
    };
    EXPECT_DOUBLE_EQ(weight(0), 100.0 / (2 * 10));  // as sklearn's compute_class_weight of the classes that occur
    EXPECT_DOUBLE_EQ(weight(1), 100.0 / (2 * 90));
    EXPECT_DOUBLE_EQ(weight(2), 1);
    const auto unknown =
        Loss::make(*findLoss("categorical-cross-entropy"), {{"classWeights", std::string("balanced")}}, {target, {}});
    ASSERT_TRUE(unknown) << "a gradient check without data";
}

TEST(Losses, weightsThatDoNotFitAreNamed) {
    network::TargetInfo target;
    target.classes = {"cat", "dog"};
    const auto error = [&](const std::string& weights) {
        const auto made = Loss::make(*findLoss("categorical-cross-entropy"),
                                     {{"classWeights", std::string("given")}, {"weights", weights}}, {target, {}});
        return made ? std::string() : made.error().message();
    };
    EXPECT_EQ(error("0.5, 2"), "");
    EXPECT_EQ(error(" 0.5 2e1 "), "") << "blanks do as well";
    EXPECT_NE(error("1").find("2 numbers, for “cat, dog”"), std::string::npos);
    EXPECT_NE(error("1, 2, 3").find("found 3"), std::string::npos);
    for (const char* bad : {"1, -2", "1, two", "1, nan", "1, inf", "1,, 2"})
        EXPECT_NE(error(bad).find("no list of weights"), std::string::npos) << bad;
    EXPECT_NE(error("0, 0").find("no class would count"), std::string::npos);
    EXPECT_NE(error("").find("one weight for each class"), std::string::npos);
}

}  // namespace
}  // namespace perceptarium::train
