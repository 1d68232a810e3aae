// Networks that cannot be trained, one for each kind of mistake, with the data they are broken for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/network/drawing.h"
#include "project/project.h"

namespace perceptarium::tests {

/// Small sets made here: pictures 12×12×1 of three classes, rows of 6 numbers of three classes or of two, rows for one
/// number, texts of 8 words of two classes.
enum class SmallData { Pictures, Rows, TwoClasses, Number, Texts };
data::PreparedPtr smallData(SmallData kind);

struct BrokenNetwork {
    std::string name;
    SmallData data = SmallData::Pictures;
    std::string rule;  ///< of the finding that names the mistake
    std::function<void(network::Drawing&, train::TrainSettings&)> draw;
};
const std::vector<BrokenNetwork>& brokenNetworks();

/// The document of one of them.
project::Document documentOf(const BrokenNetwork& broken);

}  // namespace perceptarium::tests
