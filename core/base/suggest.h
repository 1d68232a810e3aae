// "Did you mean …?": the nearest of the words that there are, for errors about a word that there is not.
#pragma once

#include <string>
#include <vector>

namespace perceptarium {

/// The closest word by edit distance, ignoring case; empty when none is close enough to be a slip (a third of its letters).
std::string closestWord(const std::string& word, const std::vector<std::string>& words);

/// For Error::expected: "one of a, b, c", with "did you mean b?" first when one is close.
std::string expectedOneOf(const std::string& word, const std::vector<std::string>& words);

}  // namespace perceptarium
