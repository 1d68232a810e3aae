// A table that needs no file: fruit on a scale, with columns of numbers and one of words, made from a seed.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/random.h"
#include "data/dataset.h"

namespace perceptarium::data {
namespace {

struct TableSampleSettings {
    std::int64_t rows = 900;
    std::int64_t seed = 1;
};

const std::vector<SettingOf<TableSampleSettings>>& members() {
    using S = TableSampleSettings;
    static const std::vector<SettingOf<S>> list = {
        setting("rows", "Rows", &S::rows, "How many pieces of fruit, a third of each kind.", {3, 1000000}, "rows"),
        setting("seed", "Seed", &S::seed, "The same seed gives the same rows.", {0, 9e15}),
    };
    return list;
}

constexpr std::array kColours{"green", "yellow", "red"};

/// What is typical of a kind; everything varies around it, so that the kinds overlap.
struct Kind {
    const char* name;
    double width, widthSpread;            // mm
    double slenderness, slenderSpread;    // height over width
    double density;                       // g per cm³
    double firmness, firmnessSpread;      // N, by a penetrometer
    std::array<double, 3> colours;        // shares, as kColours
};
constexpr std::array kKinds{Kind{"apple", 74, 7, 0.90, 0.06, 0.80, 70, 11, {0.35, 0.20, 0.45}},
                            Kind{"pear", 66, 6, 1.22, 0.14, 0.98, 55, 13, {0.55, 0.40, 0.05}},
                            Kind{"quince", 79, 9, 1.08, 0.09, 0.92, 92, 14, {0.20, 0.80, 0.00}}};

struct Fruit {
    std::size_t kind = 0, colour = 0;
    double weight = 0, height = 0, width = 0, firmness = 0;
};

Fruit pick(std::size_t kind, Random& random) {
    const Kind& k = kKinds[kind];
    Fruit fruit;
    fruit.kind = kind;
    fruit.width = std::max(30.0, k.width + k.widthSpread * random.normal());
    fruit.height = fruit.width * std::max(0.6, k.slenderness + k.slenderSpread * random.normal());
    // A ball of that size, in g: π/6 · h · w² mm³ at so much per cm³, give or take a twentieth.
    fruit.weight = 0.5236 * fruit.height * fruit.width * fruit.width / 1000 * k.density * (1 + 0.05 * random.normal());
    fruit.firmness = std::max(5.0, k.firmness + k.firmnessSpread * random.normal());
    double chance = random.uniform();
    while (fruit.colour + 1 < kColours.size() && chance >= k.colours[fruit.colour]) chance -= k.colours[fruit.colour++];
    return fruit;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    DatasetInfo info;
    info.name = "Fruit";
    info.form = InputForm::Row;
    info.features = {"weight", "height", "width", "firmness"};
    for (const char* colour : kColours) info.features.push_back(fmt::format("colour={}", colour));
    for (const Kind& kind : kKinds) info.classes.emplace_back(kind.name);

    const auto columns = static_cast<std::int64_t>(info.features.size());
    Tensor x = Tensor::zeros({settings.rows, columns});
    Tensor y = Tensor::empty({settings.rows}, DType::I32);
    std::vector<std::string> captions(static_cast<std::size_t>(settings.rows));
    Random random(static_cast<std::uint64_t>(settings.seed), "fruit");
    for (std::int64_t i = 0; i < settings.rows; ++i) {
        if (i % 8192 == 0) {
            if (progress.cancelled()) return Progress::cancelledError();
            progress.report(static_cast<double>(i) / static_cast<double>(settings.rows), "Weighing fruit");
        }
        const Fruit fruit = pick(static_cast<std::size_t>(i) % kKinds.size(), random);
        float* row = x.data<float>() + i * columns;
        // As an instrument shows them: whole grams, millimetres and newtons.
        row[0] = static_cast<float>(std::round(fruit.weight));
        row[1] = static_cast<float>(std::round(fruit.height));
        row[2] = static_cast<float>(std::round(fruit.width));
        row[3] = static_cast<float>(std::round(fruit.firmness));
        row[4 + fruit.colour] = 1;
        y.data<std::int32_t>()[i] = static_cast<std::int32_t>(fruit.kind);
        captions[static_cast<std::size_t>(i)] =
            fmt::format("{} g, {} mm high, {} mm wide, {} N, {}", row[0], row[1], row[2], row[3], kColours[fruit.colour]);
    }
    return DatasetPtr(
        std::make_shared<MemoryDataset>(std::move(info), std::move(x), std::move(y), std::move(captions)));
}

const Registered<SourceSpec> tableSample{{
    .id = "table-sample",
    .order = 30,
    .title = "Fruit table",
    .meaning = "Apples, pears and quinces: a table of weights and sizes with a column of colours.",
    .builtIn = true,
    .settings = specsOf(members()),
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
