// Text folder: a folder for each class, full of text files; a file is one text, or a text a line.
#include <fmt/format.h>

#include <filesystem>

#include "base/counted.h"
#include "data/limits.h"
#include "data/readers/byte_stream.h"
#include "data/readers/class_folders.h"
#include "data/readers/text_columns.h"
#include "data/readers/words.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

struct FolderSettings : TextSettings {
    std::string path;
    bool lines = false;
    FolderSettings() { length = 256; }
};

const std::vector<SettingOf<FolderSettings>>& members() {
    using S = FolderSettings;
    static const auto list = withTextSettings<S>({
        setting("path", "Folder", &S::path,
                "A folder with one folder for each class, with or without train, dev and test above them.", {},
                SettingKind::Path),
        setting("lines", "A text a line", &S::lines,
                "Each line of a file is a text of its own; otherwise each file is one text."),
    });
    return list;
}

bool isText(const std::string& path) {
    const std::string ending = endingOf(path);
    return ending == ".txt" || ending == ".text" || ending == ".md";
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    auto folders = listClassFolders(settings.path, isText, "text files", progress);
    if (!folders) return folders.error();
    Texts texts;
    texts.name = std::filesystem::path(settings.path).lexically_normal().filename().string();
    if (texts.name.empty()) texts.name = settings.path;
    texts.classes = folders->classes;
    texts.notes = folders->notes;
    std::vector<ClassFile> kept;
    std::int64_t latin = 0, failed = 0, empty = 0;
    std::uint64_t bytes = 0;
    Error firstFailure;
    for (std::size_t i = 0; i < folders->files.size(); ++i) {
        const ClassFile& file = folders->files[i];
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(0.9 * static_cast<double>(i) / static_cast<double>(folders->files.size()),
                        "Reading " + file.path);
        auto raw = readWhole(file.path, limits::kTextBytes, {[](double, std::string_view) {}, progress.stop});
        auto text = raw ? decodeText(std::move(*raw), file.path) : Result<DecodedText>(raw.error());
        if (!text) {
            if (Progress::isCancelled(text.error())) return text.error();
            if (failed++ == 0) firstFailure = text.error();
            continue;
        }
        latin += text->wasLatin1;
        bytes += text->text.size();
        if (bytes > limits::setBytes())
            return Error{"the texts are larger than is read",
                         settings.path,
                         fmt::format("at most {} MiB", limits::setBytes() / limits::kMiB),
                         {}};
        const auto add = [&](std::string_view one) {
            if (trimmed(one).empty()) {
                ++empty;
                return;
            }
            texts.texts.emplace_back(trimmed(one));
            texts.labels.push_back(file.label);
            kept.push_back({{}, file.label, file.part});
        };
        if (settings.lines)
            for (const std::string_view line : splitLines(text->text)) add(line);
        else
            add(text->text);
        if (texts.texts.size() > static_cast<std::size_t>(limits::kTexts))
            return Error{
                "there are more texts than are read", file.path, fmt::format("at most {}", limits::kTexts), {}};
    }
    if (texts.texts.empty() && failed > 0) return firstFailure;
    if (failed > 0)
        texts.notes.push_back(fmt::format("{} could not be read; the first: {}", counted(failed, "file", "files"), firstFailure.message()));
    if (empty > 0) texts.notes.push_back(counted(empty, "empty text was left out", "empty texts were left out"));
    if (latin > 0) texts.notes.push_back(counted(latin, "file is not UTF-8; it was read as Latin-1", "files are not UTF-8; they were read as Latin-1"));
    texts.given = splitOf(kept);
    return makeTextDataset(std::move(texts), settings, progress);
}

double recognizes(const std::string& path) {
    std::error_code failure;
    return std::filesystem::is_directory(path, failure) ? 0.85 * shareInClassFolders(path, isText) : 0;
}

const Registered<SourceSpec> textFolder{{
    .id = "text-folder",
    .order = 140,
    .title = "Folder of texts",
    .meaning = "Text files in one folder for each class.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
