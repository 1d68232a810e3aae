// The settings with which a layer lets its user choose how its weights and biases start. A layer's settings derive from
// WeightStart (and BiasStart), pass through withStart(), and its parameters say `.initializer = s.weights()`.
#pragma once

#include <concepts>

#include "base/settings.h"
#include "layers/initializers.h"

namespace perceptarium::layers {

struct WeightStart {
    std::string initializer = "glorot-uniform";
    double initializerNumber = 0.05;

    /// Requires a known initializer, as checked settings have (CHECK).
    Initializer weights() const;
};

struct BiasStart {
    double biasStart = 0;

    Initializer biases() const { return biasStart == 0 ? Initializer::Zeros : Initializer{"constant", biasStart}; }
};

/// For withStart(): what each initializer is, and which of them have a number.
struct InitializerChoices {
    std::vector<std::string> ids, meanings, withNumber;
    std::string numbers;  ///< a sentence on what the number is in each
};
const InitializerChoices& initializerChoices();

/// The layer's settings with those of the start behind them.
template <std::derived_from<WeightStart> S>
std::vector<SettingOf<S>> withStart(std::vector<SettingOf<S>> settings) {
    const InitializerChoices& choices = initializerChoices();
    auto start =
        setting<S>("initializer", "Weights start", &S::initializer,
                   "How the weights are drawn before training. Too small, and signals fade from layer to layer; "
                   "too large, and they explode.",
                   choices.ids);
    start.spec.choiceMeanings = choices.meanings;
    auto number =
        setting<S>("initializerNumber", "Start number", &S::initializerNumber, choices.numbers, {-1000, 1000});
    number.spec.onlyFor = {"initializer", choices.withNumber};
    settings.push_back(std::move(start));
    settings.push_back(std::move(number));
    if constexpr (std::derived_from<S, BiasStart>) {
        settings.push_back(setting<S>("biasStart", "Biases start at", &S::biasStart,
                                      "The number that every bias is before training; 0 favours nothing.",
                                      {-1000, 1000}));
        settings.back().spec.onlyFor = {"bias", {"true"}};
    }
    return settings;
}

}  // namespace perceptarium::layers
