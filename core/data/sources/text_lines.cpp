// Text lines: one text a line, with the class in the file's name or as the first word of the line.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/counted.h"
#include "data/limits.h"
#include "data/readers/byte_stream.h"
#include "data/readers/class_folders.h"
#include "data/readers/column_kinds.h"
#include "data/readers/text_columns.h"
#include "data/readers/words.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;

struct LinesSettings : TextSettings {
    std::string path;
};

const std::vector<SettingOf<LinesSettings>>& members() {
    using S = LinesSettings;
    static const auto list = withTextSettings<S>({
        setting("path", "Folder or file", &S::path,
                "A folder with one file of lines for each class, or a file whose lines begin with their class.", {},
                SettingKind::Path),
    });
    return list;
}

constexpr std::size_t kMostLabels = 100;  ///< different first words of lines that still are classes
constexpr std::size_t kMostFiles = 1000;

/// "__label__x" as fastText writes it, a short number, or a short word.
bool splitLabel(std::string_view line, std::string_view& label, std::string_view& text) {
    const auto space = line.find_first_of(" \t");
    if (space == std::string_view::npos || space == 0) return false;
    label = line.substr(0, space);
    text = trimmed(line.substr(space));
    if (label.starts_with("__label__")) label.remove_prefix(9);
    return !text.empty() && !label.empty() && label.size() <= 40;
}

/// Do the lines begin with classes? Few different first words, each several times, all numbers or all with a mark.
bool beginsWithLabels(std::string_view text) {
    std::map<std::string_view, int> counts;
    int lines = 0;
    bool numbers = true, marked = true;
    for (const std::string_view line : splitLines(text)) {
        if (trimmed(line).empty()) continue;
        std::string_view label, rest;
        if (!splitLabel(line, label, rest)) return false;
        double value = 0;
        numbers = numbers && parseNumber(label, ' ', value);
        marked = marked && line.starts_with("__label__");
        ++counts[label];
        if (++lines == 500) break;
    }
    return lines >= 2 && (numbers || marked) && counts.size() <= kMostLabels &&
           counts.size() * 2 <= static_cast<std::size_t>(lines);
}

/// Without a last line that the end of the look has cut.
std::string_view wholeLines(const std::string& beginning) {
    const auto end = beginning.rfind('\n');
    return std::string_view(beginning).substr(0, end == std::string::npos ? beginning.size() : end + 1);
}

bool isNoText(const std::string& head) { return head.empty() || head.find('\0') != std::string::npos; }

/// The files of a folder that may hold lines.
std::vector<fs::path> textFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end && files.size() < kMostFiles;
         at.increment(failure)) {
        const std::string name = at->path().filename().string(), lower = lowerCase(name);
        if (std::error_code ignored; !at->is_regular_file(ignored) || name.starts_with('.')) continue;
        if (lower.starts_with("readme") || lower.starts_with("license") || lower.starts_with("licence")) continue;
        if (!isNoText(firstBytes(at->path().string(), 4096))) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return naturalLess(a.string(), b.string()); });
    return files;
}

struct LineFile {
    fs::path path;
    std::string className;     ///< empty: the class is in each line
    std::optional<Part> part;  ///< where the name says it
};

/// x.train, x.dev, x.test, or train.txt, dev.txt, test.txt: the parts of one set, seen from any of them.
std::vector<LineFile> partsBeside(const fs::path& file) {
    const auto partOf = [](const fs::path& path) {
        const std::string ending = path.extension().string();
        if (!ending.empty())
            if (const auto part = partNamed(ending.substr(1))) return std::pair(path.stem().string(), part);
        return std::pair(ending, partNamed(path.stem().string()));
    };
    const auto [set, part] = partOf(file);
    if (!part) return {{file, {}, std::nullopt}};
    std::vector<LineFile> parts;
    std::error_code failure;
    for (fs::directory_iterator at(file.parent_path().empty() ? "." : file.parent_path(), failure), end;
         !failure && at != end; at.increment(failure))
        if (const auto [other, otherPart] = partOf(at->path()); otherPart && other == set)
            if (std::error_code ignored; at->is_regular_file(ignored)) parts.push_back({at->path(), {}, otherPart});
    std::sort(parts.begin(), parts.end(), [](const LineFile& a, const LineFile& b) { return *a.part < *b.part; });
    const bool hasTrain = !parts.empty() && parts.front().part == Part::Train;
    return hasTrain ? parts : std::vector<LineFile>{{file, {}, std::nullopt}};
}

/// Class names from file names: what differs between them, the ending (x.pos, x.neg) or the stem (pos.txt, neg.txt).
std::vector<LineFile> classFiles(const std::vector<fs::path>& files) {
    std::set<std::string> endings, stems;
    for (const auto& file : files) {
        endings.insert(file.extension().string());
        stems.insert(file.stem().string());
    }
    const bool byEnding = endings.size() == files.size() && stems.size() == 1;
    std::vector<LineFile> found;
    for (const auto& file : files) {
        const std::string ending = file.extension().string();
        found.push_back({file, byEnding && ending.size() > 1 ? ending.substr(1) : file.stem().string(), std::nullopt});
    }
    return found;
}

/// reviews.pos when reviews.neg lies beside it: the files of one stem.
std::vector<fs::path> siblings(const fs::path& file) {
    std::vector<fs::path> found;
    for (const auto& other : textFiles(file.parent_path().empty() ? "." : file.parent_path()))
        if (other.stem() == file.stem()) found.push_back(other);
    return found;
}

Result<std::vector<LineFile>> filesAt(const std::string& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) {
        if (beginsWithLabels(wholeLines(firstBytes(path, 65536)))) return partsBeside(path);
        const auto files = siblings(path);
        return files.size() > 1 ? classFiles(files) : partsBeside(path);
    }
    const auto files = textFiles(path);
    std::set<std::string> sets;
    std::vector<LineFile> labelled;
    for (const auto& file : files) {
        if (!beginsWithLabels(wholeLines(firstBytes(file.string(), 65536)))) continue;
        const auto parts = partsBeside(file);
        if (sets.insert(parts.front().path.string()).second) labelled = parts;
    }
    if (sets.size() == 1) return labelled;
    if (sets.size() > 1) {
        std::string names;
        for (const auto& set : sets) names += (names.empty() ? "" : ", ") + fs::path(set).filename().string();
        return Error{"there are several sets of lines in this folder", path, "one of these files: " + names, {}};
    }
    if (files.size() < 2)
        return Error{"there are not two files of lines in this folder", path, "one file for each class",
                     std::to_string(files.size())};
    return classFiles(files);
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    const auto files = filesAt(settings.path);
    if (!files) return files.error();
    Texts texts;
    const fs::path shown = fs::path(settings.path).lexically_normal();
    texts.name = (shown.has_filename() ? shown.filename() : shown.parent_path().filename()).string();
    std::map<std::string, std::int32_t> seen;
    std::vector<ClassFile> kept;
    std::vector<std::string> labels;
    for (std::size_t f = 0; f < files->size(); ++f) {
        const LineFile& file = (*files)[f];
        const double share = 1.0 / static_cast<double>(files->size());
        auto raw = readWhole(file.path.string(), limits::kTextBytes, progress, 0.5 * share * static_cast<double>(f),
                             0.5 * share * static_cast<double>(f + 1));
        if (!raw) return raw.error();
        auto text = decodeText(std::move(*raw), file.path.string());
        if (!text) return text.error();
        if (text->wasLatin1)
            texts.notes.push_back(
                fmt::format("{} is not UTF-8; it was read as Latin-1", file.path.filename().string()));
        std::int64_t number = 0, left = 0, firstLeft = 0;
        for (const std::string_view line : splitLines(text->text)) {
            if (++number % 4096 == 0 && progress.cancelled()) return Progress::cancelledError();
            if (trimmed(line).empty()) continue;
            std::string_view label = file.className, sentence = trimmed(line);
            if (file.className.empty() && !splitLabel(line, label, sentence)) {
                if (left++ == 0) firstLeft = number;
                continue;
            }
            labels.emplace_back(label);
            if (seen.emplace(label, 0).second && seen.size() > static_cast<std::size_t>(limits::kClasses))
                return Error{"there are more classes than are read",
                             fmt::format("{}:{}", file.path.string(), number),
                             fmt::format("at most {}", limits::kClasses),
                             {}};
            texts.texts.emplace_back(sentence);
            kept.push_back({{}, 0, file.part});
            if (texts.texts.size() > static_cast<std::size_t>(limits::kTexts))
                return Error{"there are more texts than are read",
                             fmt::format("{}:{}", file.path.string(), number),
                             fmt::format("at most {}", limits::kTexts),
                             {}};
        }
        if (left > 0)
            texts.notes.push_back(
                fmt::format("Of {} {} left out, without class and text; the first is line {}", file.path.filename().string(),
                            counted(left, "line was", "lines were"), firstLeft));
    }
    if (texts.texts.empty()) return Error{"there are no lines of text", settings.path, "a class and a text a line", {}};
    if (files->front().className.empty() && seen.size() * 2 > texts.texts.size())
        return Error{"the lines do not begin with classes", files->front().path.string() + ":1",
                     "few different first words",
                     fmt::format("{} different ones in {} lines", seen.size(), texts.texts.size())};
    for (const auto& [name, unused] : seen) texts.classes.push_back(name);
    std::sort(texts.classes.begin(), texts.classes.end(), naturalLess);
    for (std::size_t c = 0; c < texts.classes.size(); ++c) seen[texts.classes[c]] = static_cast<std::int32_t>(c);
    for (const auto& label : labels) texts.labels.push_back(seen.at(label));
    texts.given = splitOf(kept);
    return makeTextDataset(std::move(texts), settings, progress);
}

double recognizes(const std::string& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) {
        if (looksLikeTable(path) > 0.5) return 0.2;
        const std::string head = firstBytes(path, 65536);
        if (isNoText(head)) return 0;
        if (beginsWithLabels(wholeLines(head))) return 0.75;
        return siblings(path).size() > 1 && looksLikeTable(path) == 0 ? 0.4 : 0;
    }
    for (const auto& entry : fs::directory_iterator(path, failure))
        if (std::error_code ignored; entry.is_directory(ignored)) return 0;
    const auto files = textFiles(path);
    if (files.size() < 2 || files.size() > 200) return 0;
    return std::none_of(files.begin(), files.end(),
                        [](const fs::path& file) { return looksLikeTable(file.string()) > 0; })
               ? 0.6
               : 0;
}

const Registered<SourceSpec> textLines{{
    .id = "text-lines",
    .order = 150,
    .title = "Lines of text",
    .meaning = "One text a line: a file for each class, or lines that begin with their class.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
