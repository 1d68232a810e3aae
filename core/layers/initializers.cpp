#include "layers/initializers.h"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "base/registry.h"

namespace perceptarium::layers {
namespace {

void normal(Filling& f, double deviation) {
    for (double& value : f.values) value = deviation * f.random.normal();
}

void uniform(Filling& f, double limit) {
    for (double& value : f.values) value = f.random.uniform(-limit, limit);
}

/// Normal numbers beyond twice the deviation are drawn again; `deviation` is that before they are cut away.
void truncatedNormal(Filling& f, double deviation) {
    for (double& value : f.values) {
        do value = f.random.normal();
        while (std::abs(value) > 2);
        value *= deviation;
    }
}

/// The longer side's vectors stay at right angles (Saxe et al. 2014): Q of the QR decomposition of a normal matrix, with
/// the signs of R's diagonal, which makes every rotation equally likely (Mezzadri 2007). All axes but the last count as
/// rows, as they are summed over.
void orthogonal(Filling& f) {
    const std::int64_t columns = f.shape.rank() > 0 ? f.shape[-1] : 1;
    const std::int64_t rows = static_cast<std::int64_t>(f.values.size()) / std::max<std::int64_t>(columns, 1);
    if (rows == 0 || columns == 0) return;
    const std::int64_t tall = std::max(rows, columns), narrow = std::min(rows, columns);
    Eigen::MatrixXd drawn(tall, narrow);
    for (std::int64_t i = 0; i < tall; ++i)
        for (std::int64_t j = 0; j < narrow; ++j) drawn(i, j) = f.random.normal();
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(drawn);
    Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(tall, narrow);
    for (std::int64_t j = 0; j < narrow; ++j)
        if (qr.matrixQR()(j, j) < 0) q.col(j) = -q.col(j);
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t j = 0; j < columns; ++j)
            f.values[static_cast<std::size_t>(i * columns + j)] = rows >= columns ? q(i, j) : q(j, i);
}

/// The declarations. They are made on first use, because layers read them while they declare themselves.
std::vector<InitializerSpec> declared() {
    return {
        {.id = "zeros",
         .title = "Zeros",
         .meaning = "All 0. For biases; weights that start alike would stay alike.",
         .formula = "w = 0",
         .fill = [](Filling& f) { std::fill(f.values.begin(), f.values.end(), 0.0); }},
        {.id = "constant",
         .title = "Constant",
         .meaning = "All the same number. Weights that start alike stay alike: for biases, or to see just that.",
         .formula = "w = c",
         .number = "the number itself",
         .fill = [](Filling& f) { std::fill(f.values.begin(), f.values.end(), f.number); }},
        {.id = "normal",
         .title = "Normal",
         .meaning = "Random around 0, with the standard deviation that you say, whatever the layer's size.",
         .formula = "w ~ N(0, s²)",
         .number = "the standard deviation s",
         .fill = [](Filling& f) { normal(f, f.number); }},
        {.id = "truncated-normal",
         .title = "Truncated normal",
         .meaning = "As normal, but numbers beyond 2s are drawn again, so that none starts far out.",
         .formula = "w ~ N(0, s²), |w| ≤ 2s",
         .number = "the standard deviation s before they are cut away",
         .fill = [](Filling& f) { truncatedNormal(f, f.number); }},
        {.id = "uniform",
         .title = "Uniform",
         .meaning = "Anywhere between −r and r, equally likely, whatever the layer's size.",
         .formula = "w ~ U(−r, r)",
         .number = "the largest size r",
         .fill = [](Filling& f) { uniform(f, f.number); }},
        {.id = "glorot-uniform",
         .title = "Glorot uniform",
         .meaning = "Keeps the size of values and gradients through tanh and sigmoid layers; a good standard.",
         .formula = "w ~ U(−r, r), r = √(6/(fan_in + fan_out))",
         .fill = [](Filling& f) { uniform(f, std::sqrt(6 / (f.fanIn + f.fanOut))); }},
        {.id = "glorot-normal",
         .title = "Glorot normal",
         .meaning = "As Glorot uniform, drawn from a normal distribution.",
         .formula = "w ~ N(0, 2/(fan_in + fan_out))",
         .fill = [](Filling& f) { normal(f, std::sqrt(2 / (f.fanIn + f.fanOut))); }},
        {.id = "he-uniform",
         .title = "He uniform",
         .meaning = "As He normal, drawn evenly between two bounds.",
         .formula = "w ~ U(−r, r), r = √(6/fan_in)",
         .fill = [](Filling& f) { uniform(f, std::sqrt(6 / f.fanIn)); }},
        {.id = "he-normal",
         .title = "He normal",
         .meaning = "Keeps the size of values through deep stacks of ReLU, which sets half of them to 0.",
         .formula = "w ~ N(0, 2/fan_in)",
         .fill = [](Filling& f) { normal(f, std::sqrt(2 / f.fanIn)); }},
        {.id = "lecun-normal",
         .title = "LeCun normal",
         .meaning = "Keeps the size of values where nothing is cut away; the one that SELU needs.",
         .formula = "w ~ N(0, 1/fan_in)",
         .fill = [](Filling& f) { normal(f, std::sqrt(1 / f.fanIn)); }},
        {.id = "orthogonal",
         .title = "Orthogonal",
         .meaning = "A random rotation: it keeps lengths exactly, so very deep or recurrent networks start well.",
         .formula = "Wᵀ W = I",
         .fill = orthogonal},
    };
}

const Registry<InitializerSpec>& registry() {
    static const Registry<InitializerSpec>& filled = [&]() -> const Registry<InitializerSpec>& {
        auto& registry = Registry<InitializerSpec>::instance();
        int order = 0;
        for (InitializerSpec& spec : declared()) {
            spec.order = ++order;
            registry.add(std::move(spec));
        }
        return registry;
    }();
    return filled;
}

}  // namespace

const InitializerSpec* findInitializer(std::string_view id) { return registry().find(id); }
const std::vector<const InitializerSpec*>& allInitializers() { return registry().all(); }

void initialize(Tensor& tensor, const Initializer& initializer, std::int64_t fanIn, std::int64_t fanOut,
                Random& random) {
    CHECK(fanIn >= 1 && fanOut >= 1, "a fan must be at least 1");
    CHECK(tensor.dtype() != DType::I32, "only numbers have a random start");
    const InitializerSpec* spec = findInitializer(initializer.id);
    CHECK(spec != nullptr, "there is no initializer " + std::string(initializer.id));
    std::vector<double> drawn(static_cast<std::size_t>(tensor.elements()));
    Filling filling{drawn, tensor.shape(), static_cast<double>(fanIn), static_cast<double>(fanOut), initializer.number, random};
    spec->fill(filling);
    if (tensor.dtype() == DType::F64)
        std::copy(drawn.begin(), drawn.end(), tensor.data<double>());
    else
        std::transform(drawn.begin(), drawn.end(), tensor.data<float>(), [](double v) { return static_cast<float>(v); });
}

}  // namespace perceptarium::layers
