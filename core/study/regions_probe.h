// What the network would answer everywhere in the plane: the decision regions of data with two features.
#pragma once

#include "study/asked_probe.h"

namespace perceptarium::study {

struct RegionsQuestion {
    double left = -1, right = 1, bottom = -1, top = 1;  ///< in the units of the data, before normalization
    std::int64_t width = 96, height = 96;               ///< samples, at the centres of equal cells
    bool operator==(const RegionsQuestion&) const = default;
};

struct Regions {
    RegionsQuestion asked;
    std::int64_t step = 0;
    Tensor
        answers;  ///< [height, width, classes or K], row 0 at the bottom; undefined when the input is not two numbers
};

class RegionsProbe : public AskedProbe<RegionsQuestion, Regions> {
protected:
    Result<Regions> see(const train::ProbeContext& context, const RegionsQuestion& question) override;
};

}  // namespace perceptarium::study
