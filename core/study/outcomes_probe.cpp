#include "study/outcomes_probe.h"

#include <algorithm>

#include "study/forward.h"

namespace perceptarium::study {

std::int64_t Outcomes::right() const {
    std::int64_t sum = 0;
    for (std::int64_t c = 0; c < classes; ++c) sum += counts[static_cast<std::size_t>(c * classes + c)];
    return sum;
}

Result<Outcomes> OutcomesProbe::see(const train::ProbeContext& context, const OutcomesQuestion& question) {
    Outcomes outcomes;
    outcomes.examples = evenly(context.data().part(question.part), question.limit);
    if (outcomes.examples.empty()) return outcomes;
    Result<Tensor> answers = predictions(context, outcomes.examples, &outcomes.targets);
    if (!answers) return answers.error();
    outcomes.answers = answers->cast(DType::F32);
    if (outcomes.targets.dtype() != DType::I32) return outcomes;

    outcomes.classes = outcomes.answers.shape()[1];
    const float* row = outcomes.answers.data<float>();
    outcomes.counts.assign(static_cast<std::size_t>(outcomes.classes * outcomes.classes), 0);
    for (std::size_t i = 0; i < outcomes.examples.size(); ++i, row += outcomes.classes) {
        const auto guess = static_cast<std::int32_t>(std::max_element(row, row + outcomes.classes) - row);
        const std::int32_t truth = outcomes.targets.data<std::int32_t>()[i];
        outcomes.guesses.push_back(guess);
        if (truth >= 0 && truth < outcomes.classes)
            ++outcomes.counts[static_cast<std::size_t>(truth * outcomes.classes + guess)];
    }
    return outcomes;
}

}  // namespace perceptarium::study
