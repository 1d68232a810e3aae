// Digits: 28×28 pictures of 0 … 9, drawn afresh from a seed, shaped like MNIST (60,000 for training, 10,000 for test).
#include "base/random.h"
#include "data/dataset.h"
#include "data/generators/digit_painter.h"
#include "data/parallel.h"

namespace perceptarium::data {
namespace {

struct DigitsSettings {
    std::int64_t train = 60000;
    std::int64_t test = 10000;
    std::int64_t seed = 1;
};

const std::vector<SettingOf<DigitsSettings>>& members() {
    using S = DigitsSettings;
    static const std::vector<SettingOf<S>> list = {
        setting("train", "Training digits", &S::train, "Pictures for training (and for the dev set taken from them).",
                {10, 1000000}, "pictures"),
        setting("test", "Test digits", &S::test, "Pictures kept apart for the test set.", {0, 1000000}, "pictures"),
        setting("seed", "Seed", &S::seed, "The same seed gives the same pictures.", {0, 9e15}),
    };
    return list;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    const std::int64_t count = settings.train + settings.test;
    constexpr std::int64_t kPixels = kDigitSide * kDigitSide;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count * kPixels));
    Tensor labels = Tensor::empty({count}, DType::I32);
    std::int32_t* label = labels.data<std::int32_t>();
    const bool done = inParallel(count, 128, progress, "Drawing digits", [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            Random random(static_cast<std::uint64_t>(settings.seed), "digit", {static_cast<std::uint64_t>(i)});
            label[i] = static_cast<std::int32_t>(random.below(10));
            paintDigit(
                label[i], random,
                std::span<std::uint8_t, kPixels>(pixels.data() + i * kPixels, static_cast<std::size_t>(kPixels)));
        }
    });
    if (!done) return Progress::cancelledError();

    DatasetInfo info;
    info.name = "Digits";
    info.form = InputForm::Picture;
    for (int digit = 0; digit < 10; ++digit) info.classes.push_back(std::to_string(digit));
    for (std::int64_t i = 0; i < count; ++i) (i < settings.train ? info.given.train : info.given.test).push_back(i);
    return DatasetPtr(std::make_shared<MemoryDataset>(std::move(info), std::move(pixels),
                                                      Shape{kDigitSide, kDigitSide, 1}, std::move(labels)));
}

const Registered<SourceSpec> digits{{
    .id = "digits",
    .order = 0,
    .title = "Digits",
    .meaning = "Pictures of the digits 0 to 9, 28×28 pixels, drawn in many hands and printed shapes.",
    .builtIn = true,
    .settings = specsOf(members()),
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
