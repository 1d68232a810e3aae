#include "layers/starts.h"

namespace perceptarium::layers {

Initializer WeightStart::weights() const {
    const InitializerSpec* spec = findInitializer(initializer);
    CHECK(spec != nullptr, "there is no initializer " + initializer);
    return {spec->id, spec->number.empty() ? 0 : initializerNumber};
}

const InitializerChoices& initializerChoices() {
    static const InitializerChoices all = [] {
        InitializerChoices choices;
        for (const InitializerSpec* spec : allInitializers()) {
            choices.ids.push_back(spec->id);
            choices.meanings.push_back(spec->meaning);
            if (spec->number.empty()) continue;
            choices.withNumber.push_back(spec->id);
            choices.numbers += (choices.numbers.empty() ? "" : "; ") + spec->title + ": " + spec->number;
        }
        choices.numbers += '.';
        return choices;
    }();
    return all;
}

}  // namespace perceptarium::layers
