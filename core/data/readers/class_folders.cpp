#include "data/readers/class_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/counted.h"
#include "data/limits.h"
#include "data/readers/words.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;

struct ClassFolder {
    fs::path path;
    std::string name;
    std::optional<Part> part;
};

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<fs::path> subfolders(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure))
        if (std::error_code ignored; at->is_directory(ignored) && !isHidden(at->path())) found.push_back(at->path());
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
        return naturalLess(a.filename().string(), b.filename().string());
    });
    return found;
}

/// With a level of parts when one of them is called train and holds folders.
std::vector<ClassFolder> classFolders(const fs::path& root) {
    const auto folders = subfolders(root);
    const bool hasParts = std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) {
        return partNamed(folder.filename().string()) == Part::Train && !subfolders(folder).empty();
    });
    std::vector<ClassFolder> found;
    for (const auto& folder : folders) {
        if (!hasParts) {
            found.push_back({folder, folder.filename().string(), std::nullopt});
        } else if (const auto part = partNamed(folder.filename().string())) {
            for (const auto& inner : subfolders(folder)) found.push_back({inner, inner.filename().string(), part});
        }
    }
    return found;
}

}  // namespace

std::optional<Part> partNamed(std::string_view name) {
    const std::string lower = lowerCase(name);
    if (lower == "train" || lower == "training") return Part::Train;
    if (lower == "val" || lower == "valid" || lower == "validation" || lower == "dev") return Part::Dev;
    if (lower == "test" || lower == "testing") return Part::Test;
    return std::nullopt;
}

bool naturalLess(std::string_view a, std::string_view b) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            std::size_t endA = i, endB = j;
            while (endA < a.size() && isDigit(a[endA])) ++endA;
            while (endB < b.size() && isDigit(b[endB])) ++endB;
            auto x = a.substr(i, endA - i), y = b.substr(j, endB - j);
            x.remove_prefix(std::min(x.find_first_not_of('0'), x.size()));
            y.remove_prefix(std::min(y.find_first_not_of('0'), y.size()));
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            i = endA;
            j = endB;
        } else if (a[i] != b[j]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    const bool aEnds = i == a.size(), bEnds = j == b.size();
    return aEnds != bEnds ? aEnds : a < b;
}

Result<ClassFolders> listClassFolders(const std::string& root, const std::function<bool(const std::string&)>& wanted,
                                      const std::string& what, const Progress& progress) {
    std::error_code failure;
    if (!fs::is_directory(root, failure))
        return Error{"this is no folder", root, "a folder with one folder for each class", {}};
    fs::directory_iterator(root, failure);
    if (failure) return Error{"the folder cannot be read", root, {}, failure.message()};

    ClassFolders found;
    const auto folders = classFolders(root);
    for (const auto& folder : folders) found.classes.push_back(folder.name);
    std::sort(found.classes.begin(), found.classes.end(), naturalLess);
    found.classes.erase(std::unique(found.classes.begin(), found.classes.end()), found.classes.end());
    if (found.classes.size() > static_cast<std::size_t>(limits::kClasses))
        return Error{"there are more class folders than are read", root, fmt::format("at most {}", limits::kClasses),
                     std::to_string(found.classes.size())};

    std::vector<std::int64_t> sizes(found.classes.size());
    std::int64_t others = 0;
    std::string firstOther;
    for (std::size_t f = 0; f < folders.size(); ++f) {
        const auto label = static_cast<std::int32_t>(
            std::lower_bound(found.classes.begin(), found.classes.end(), folders[f].name, naturalLess) -
            found.classes.begin());
        std::vector<std::string> paths;
        std::int64_t seen = 0;
        fs::recursive_directory_iterator at(folders[f].path, failure), end;
        if (failure)
            found.notes.push_back(
                fmt::format("The folder {} cannot be read: {}", folders[f].path.string(), failure.message()));
        for (; !failure && at != end; at.increment(failure)) {
            if (++seen % 256 == 0) {
                if (progress.cancelled()) return Progress::cancelledError();
                progress.report(static_cast<double>(f) / static_cast<double>(folders.size()),
                                "Listing " + folders[f].path.string());
            }
            if (std::error_code ignored; !at->is_regular_file(ignored)) continue;
            const std::string path = at->path().string();
            if (wanted(path)) {
                paths.push_back(path);
            } else if (!isHidden(at->path())) {
                if (others++ == 0) firstOther = path;
            }
            if (found.files.size() + paths.size() > static_cast<std::size_t>(limits::kFiles))
                return Error{"there are more files than are read", root, fmt::format("at most {}", limits::kFiles), {}};
        }
        std::sort(paths.begin(), paths.end(), naturalLess);
        sizes[static_cast<std::size_t>(label)] += static_cast<std::int64_t>(paths.size());
        for (auto& path : paths) found.files.push_back({std::move(path), label, folders[f].part});
    }
    // Empty classes would be outputs that no example ever asks for.
    std::vector<std::int32_t> newLabel(sizes.size(), -1);
    std::vector<std::string> kept;
    for (std::size_t c = 0; c < sizes.size(); ++c) {
        if (sizes[c] == 0) {
            found.notes.push_back(fmt::format("The folder {} holds no {} and is no class", found.classes[c], what));
            continue;
        }
        newLabel[c] = static_cast<std::int32_t>(kept.size());
        kept.push_back(found.classes[c]);
    }
    found.classes = std::move(kept);
    for (auto& file : found.files) file.label = newLabel[static_cast<std::size_t>(file.label)];
    if (others > 0)
        found.notes.push_back(
            fmt::format("{} left out, not being {}; the first is {}", counted(others, "file was", "files were"), what, firstOther));
    if (found.files.empty())
        return Error{fmt::format("there are no {} in folders of this folder", what), root,
                     "a folder for each class, with its " + what,
                     folders.empty() ? "no folders" : fmt::format("{} folders without any", folders.size())};
    if (found.classes.size() < 2)
        return Error{"there is only one class, so there is nothing to tell apart", root,
                     "two folders of " + what + " or more", found.classes[0]};
    std::stable_sort(found.files.begin(), found.files.end(), [](const ClassFile& a, const ClassFile& b) {
        const auto part = [](const ClassFile& file) { return file.part ? static_cast<int>(*file.part) : 0; };
        return std::tuple(part(a), a.label) < std::tuple(part(b), b.label);
    });
    return found;
}

double shareInClassFolders(const std::string& root, const std::function<bool(const std::string&)>& wanted) {
    std::int64_t looked = 0, right = 0;
    std::size_t number = 0, withAny = 0;
    for (const auto& folder : classFolders(root)) {
        if (++number > 8) break;
        const std::int64_t before = right;
        std::error_code failure;
        int here = 0;
        for (fs::recursive_directory_iterator at(folder.path, failure), end; !failure && at != end && here < 32;
             at.increment(failure)) {
            if (std::error_code ignored; !at->is_regular_file(ignored) || isHidden(at->path())) continue;
            ++here;
            ++looked;
            right += wanted(at->path().string());
        }
        withAny += right > before;
    }
    return withAny < 2 ? 0 : static_cast<double>(right) / static_cast<double>(looked);
}

GivenSplit splitOf(const std::vector<ClassFile>& files) {
    GivenSplit split;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i].part) return {};
        (*files[i].part == Part::Train ? split.train
         : *files[i].part == Part::Dev ? split.dev
                                       : split.test)
            .push_back(static_cast<std::int64_t>(i));
    }
    return split.train.empty() ? GivenSplit{} : split;
}

}  // namespace perceptarium::data
