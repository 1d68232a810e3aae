// Folders that name classes, with or without a level of train, dev and test above them: the layout of picture and text
// sets.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "data/prepare.h"

namespace perceptarium::data {

struct ClassFile {
    std::string path;
    std::int32_t label = 0;
    std::optional<Part> part;  ///< where the folders say it
};

struct ClassFolders {
    std::vector<std::string> classes;  ///< in natural order: s2 before s10
    std::vector<ClassFile> files;      ///< by part, class and name, in natural order
    std::vector<std::string> notes;    ///< what was passed over
};

/// "train", "training" → Train; "val", "valid", "validation", "dev" → Dev; "test", "testing" → Test; else nothing.
std::optional<Part> partNamed(std::string_view name);

/// Digits compare as numbers: "s2" < "s10".
bool naturalLess(std::string_view a, std::string_view b);

/// Files under `root` whose name `wanted` accepts; folders inside a class folder are searched too, links not followed.
/// `what` names such files in messages ("pictures"). Error: no class folders, no files, one class only.
Result<ClassFolders> listClassFolders(const std::string& root, const std::function<bool(const std::string&)>& wanted,
                                      const std::string& what, const Progress& progress);

/// A quick look for recognize(): the share of files that `wanted` accepts, among the first few in some class folders.
double shareInClassFolders(const std::string& root, const std::function<bool(const std::string&)>& wanted);

/// The parts as GivenSplit: empty unless a training part is named.
GivenSplit splitOf(const std::vector<ClassFile>& files);

}  // namespace perceptarium::data
