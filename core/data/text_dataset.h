// Texts as rows of word ids. The vocabulary belongs to the training part: words that only dev or test hold are unknown.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/dataset.h"

namespace perceptarium::data {

/// What all text sources share.
struct TextSettings {
    std::int64_t words = 10000;
    std::int64_t length = 64;
    bool lowercase = true;
};
/// Settings struct S of a source derives from TextSettings and declares these beside its own.
template <class S>
std::vector<SettingOf<S>> withTextSettings(std::vector<SettingOf<S>> members) {
    members.push_back(
        setting("words", "Vocabulary", static_cast<std::int64_t S::*>(&S::words),
                "How many words are told apart: the most frequent ones of the training part, with one id for "
                "padding and one for all other words.",
                {3, 1000000}, "words"));
    members.push_back(setting("length", "Length", static_cast<std::int64_t S::*>(&S::length),
                              "Texts are cut or filled up to this many words.", {1, 4096}, "words"));
    members.push_back(setting("lowercase", "Lower case", static_cast<bool S::*>(&S::lowercase),
                              "Treat capital and small letters alike."));
    return members;
}

/// Texts as they were read.
struct Texts {
    std::vector<std::string> texts;  ///< UTF-8
    std::vector<std::int32_t> labels;
    std::vector<std::string> classes;
    GivenSplit given;
    std::string name;
    std::vector<std::string> notes;
};

/// Error: no texts, one class only, too many. The vocabulary is fitted on the given training part, or on all texts
/// where none is given, until fittedOn() is called with the one that is used.
Result<DatasetPtr> makeTextDataset(Texts texts, const TextSettings& settings, const Progress& progress);

/// Texts as word ids by a vocabulary (0 padding, 1 unknown). Refers to the vocabulary.
class WordIds {
public:
    explicit WordIds(const std::vector<std::string>& vocabulary);
    /// Exactly `length` ids: longer texts are cut, shorter ones filled up.
    std::vector<std::int32_t> of(std::string_view text, std::int64_t length, bool lowercase) const;

private:
    std::unordered_map<std::string_view, std::int32_t> ids_;
};

}  // namespace perceptarium::data
