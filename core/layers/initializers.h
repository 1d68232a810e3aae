// How parameters get their first values (course §5.3): a registry of its own, and the setting with which a layer lets its
// user choose.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

/// What an initializer works with: fill `values`, which lie as in a tensor of `shape`.
struct Filling {
    std::span<double> values;
    Shape shape;
    double fanIn = 1, fanOut = 1;  ///< how many numbers a sum has, forwards and backwards
    double number = 0;             ///< the initializer's own, if it has one
    Random& random;
};

struct InitializerSpec {
    std::string id;  ///< for ever; what files hold
    int order = 0;
    std::string title;    ///< "He normal"
    std::string meaning;  ///< one line
    std::string formula;
    std::string number;  ///< what its number is ("the standard deviation"); empty: it has none
    std::function<void(Filling&)> fill;
};
/// nullptr if there is none with that id.
const InitializerSpec* findInitializer(std::string_view id);
const std::vector<const InitializerSpec*>& allInitializers();

/// One choice of an initializer, with its number.
struct Initializer {
    std::string_view id = "zeros";  ///< outlives everybody: a literal, or from the registry
    double number = 0;

    static const Initializer Zeros, Ones;
    static const Initializer Normal;  ///< N(0, 0.05²)
    static const Initializer HeNormal, GlorotUniform;

    bool operator==(const Initializer&) const = default;
};

inline constexpr Initializer Initializer::Zeros{"zeros"};
inline constexpr Initializer Initializer::Ones{"constant", 1};
inline constexpr Initializer Initializer::Normal{"normal", 0.05};
inline constexpr Initializer Initializer::HeNormal{"he-normal"};
inline constexpr Initializer Initializer::GlorotUniform{"glorot-uniform"};

/// Fills `tensor` (f32 or f64; the same values up to rounding in both). Requires a known initializer, fans ≥ 1 (CHECK).
void initialize(Tensor& tensor, const Initializer& initializer, std::int64_t fanIn, std::int64_t fanOut, Random& random);

}  // namespace perceptarium::layers
