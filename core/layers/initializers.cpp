#include "layers/initializers.h"

#include <cmath>

namespace perceptarium::layers {
namespace {

template <class T>
void fillWith(Tensor& tensor, Initializer initializer, double fanIn, double fanOut, Random& random) {
    const auto values = tensor.values<T>();
    const auto normal = [&](double deviation) {
        for (T& value : values) value = static_cast<T>(deviation * random.normal());
    };
    switch (initializer) {
        case Initializer::Zeros: std::fill(values.begin(), values.end(), T(0)); return;
        case Initializer::Ones: std::fill(values.begin(), values.end(), T(1)); return;
        case Initializer::Normal: normal(0.05); return;
        case Initializer::HeNormal: normal(std::sqrt(2 / fanIn)); return;
        case Initializer::GlorotUniform: {
            const double limit = std::sqrt(6 / (fanIn + fanOut));
            for (T& value : values) value = static_cast<T>(random.uniform(-limit, limit));
            return;
        }
    }
    CHECK(false, "an initializer without a rule");
}

}  // namespace

void initialize(Tensor& tensor, Initializer initializer, std::int64_t fanIn, std::int64_t fanOut, Random& random) {
    CHECK(fanIn >= 1 && fanOut >= 1, "a fan must be at least 1");
    CHECK(tensor.dtype() != DType::I32, "only numbers have a random start");
    const auto in = static_cast<double>(fanIn), out = static_cast<double>(fanOut);
    if (tensor.dtype() == DType::F64)
        fillWith<double>(tensor, initializer, in, out, random);
    else
        fillWith<float>(tensor, initializer, in, out, random);
}

}  // namespace perceptarium::layers
