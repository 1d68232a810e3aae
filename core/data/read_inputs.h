// A single file as inputs of a trained network: a picture, the rows of a table without its target, the lines of a text.
#pragma once

#include <string>
#include <vector>

#include "data/prepare.h"

namespace perceptarium::data {

struct Inputs {
    Tensor x;                           ///< [N, …trained.input], raw: not normalized yet
    std::vector<std::string> captions;  ///< [N] what each one is
};

/// Reads `path` as the form of input that `trained` names. Pictures get the trained size and channels, by the fit that
/// `settings` ask for; columns are found by name (without a header by their order in training, if there are as many), and numbers
/// that are missing take what training filled in, or the mean where its set had no gaps; each line
/// of a text (or each cell of a table's column of sentences) is one input. Errors name the file, and the line or column.
Result<Inputs> readInputs(const std::string& path, const DatasetInfo& trained, const DataSettings& settings,
                          const Normalization& normalization);

}  // namespace perceptarium::data
