// Points in the plane: five small sets on which one can see what a network learns.
#include <cctype>
#include <cmath>
#include <numbers>

#include "base/random.h"
#include "data/dataset.h"

namespace perceptarium::data {
namespace {

struct PointsSettings {
    std::string set = "moons";
    std::int64_t examples = 500;
    double noise = 0.05;
    double turns = 1.5;
    std::int64_t seed = 1;
};

const std::vector<SettingOf<PointsSettings>>& members() {
    using S = PointsSettings;
    static const std::vector<SettingOf<S>> list = {
        setting("set", "Set", &S::set, "Which pattern the two classes make.",
                {"xor", "circles", "spirals", "moons", "gaussians"}),
        setting("examples", "Points", &S::examples, "How many points, half of each class.", {2, 1000000}, "points"),
        setting("noise", "Noise", &S::noise,
                "Standard deviation of the normal noise added to both coordinates; the pattern is 2 wide.", {0, 2}),
        setting("turns", "Turns", &S::turns, "How often each arm of the spirals goes round.", {0.25, 5}, "turns"),
        setting("seed", "Seed", &S::seed, "The same seed gives the same points.", {0, 9e15}),
    };
    return list;
}

struct Point {
    double x = 0, y = 0;
};

/// Without noise, in −1 … 1; t is uniform in [0, 1).
Point place(const PointsSettings& settings, int label, Random& random) {
    constexpr double pi = std::numbers::pi;
    if (settings.set == "xor") {  // equal signs against different signs, with a narrow gap along the axes
        const double x = random.uniform(0.05, 1), y = random.uniform(0.05, 1);
        const double sign = random.below(2) == 0 ? 1 : -1;
        return {sign * x, label == 0 ? sign * y : -sign * y};
    }
    if (settings.set == "circles") {  // a disc in a ring, uniform over their areas
        const double r = std::sqrt(label == 0 ? random.uniform(0, 0.2) : random.uniform(0.5, 1));
        const double angle = random.uniform(0, 2 * pi);
        return {r * std::cos(angle), r * std::sin(angle)};
    }
    if (settings.set == "spirals") {  // the second arm is the first turned by half a circle
        const double t = std::sqrt(random.uniform(0.01, 1));
        const double angle = 2 * pi * settings.turns * t + pi * label;
        return {t * std::cos(angle), t * std::sin(angle)};
    }
    if (settings.set == "moons") {  // two half circles that reach into each other
        const double angle = random.uniform(0, pi);
        const double side = label == 0 ? 1 : -1;
        return {side * (0.62 * std::cos(angle) - 0.31), side * (0.62 * std::sin(angle) - 0.16)};
    }
    const double side = label == 0 ? 0.5 : -0.5;  // gaussians
    return {side + 0.2 * random.normal(), side + 0.2 * random.normal()};
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    Tensor x = Tensor::empty({settings.examples, 2});
    Tensor y = Tensor::empty({settings.examples}, DType::I32);
    Random random(static_cast<std::uint64_t>(settings.seed), "points");
    float* xy = x.data<float>();
    std::int32_t* labels = y.data<std::int32_t>();
    for (std::int64_t i = 0; i < settings.examples; ++i) {
        if (i % 8192 == 0) {
            if (progress.cancelled()) return Progress::cancelledError();
            progress.report(static_cast<double>(i) / static_cast<double>(settings.examples), "Placing points");
        }
        labels[i] = static_cast<std::int32_t>(i % 2);
        const Point at = place(settings, labels[i], random);
        xy[2 * i] = static_cast<float>(at.x + settings.noise * random.normal());
        xy[2 * i + 1] = static_cast<float>(at.y + settings.noise * random.normal());
    }
    DatasetInfo info;
    info.name = settings.set == "xor" ? "XOR" : settings.set;
    info.name[0] = static_cast<char>(std::toupper(info.name[0]));
    info.form = InputForm::Point;
    info.features = {"x", "y"};
    info.classes = {"A", "B"};
    return DatasetPtr(std::make_shared<MemoryDataset>(std::move(info), std::move(x), std::move(y)));
}

const Registered<SourceSpec> points{{
    .id = "points",
    .order = 10,
    .title = "Points",
    .meaning = "Two classes of points in the plane: XOR, circles, spirals, moons or Gaussians.",
    .builtIn = true,
    .settings = specsOf(members()),
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
