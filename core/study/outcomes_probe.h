// How the network judges the examples of a part, one by one: for the confusion matrix and the view of predictions.
#pragma once

#include "study/asked_probe.h"

namespace perceptarium::study {

struct OutcomesQuestion {
    data::Part part = data::Part::Dev;
    std::int64_t limit = 1000;  ///< examples, evenly spaced over the part
    bool operator==(const OutcomesQuestion&) const = default;
};

struct Outcomes {
    OutcomesQuestion asked;
    std::int64_t step = 0;
    std::vector<std::int64_t> examples;  ///< of the data set
    Tensor answers;                      ///< [N, classes] probabilities, or [N, K] numbers
    Tensor targets;                      ///< [N] i32, or [N, K] f32
    std::int64_t classes = 0;            ///< 0: numbers are asked for
    // Only with classes:
    std::vector<std::int32_t> guesses;  ///< the most probable class
    std::vector<std::int64_t> counts;   ///< [truth · classes + guess]

    std::int64_t right() const;
};

class OutcomesProbe : public AskedProbe<OutcomesQuestion, Outcomes> {
public:
    std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(1000); }

protected:
    Result<Outcomes> see(const train::ProbeContext& context, const OutcomesQuestion& question) override;
};

}  // namespace perceptarium::study
