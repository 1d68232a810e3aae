// Short film reviews from a grammar: opinions, negations, strong and weak words, concessions, and talk beside the
// point.
#pragma once

#include <string>

#include "base/random.h"

namespace perceptarium::data {

/// One to four sentences whose verdict is `positive`, lower case, with spaces around punctuation.
std::string writeReview(bool positive, Random& random);

}  // namespace perceptarium::data
