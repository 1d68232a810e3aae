// Picture folders: a folder for each class. Small sets are kept in memory, larger ones are decoded whenever they are
// read.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "data/dataset.h"
#include "data/hash.h"
#include "data/limits.h"
#include "data/parallel.h"
#include "data/readers/class_folders.h"
#include "data/readers/picture.h"
#include "data/tensor_reuse.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;

struct FolderSettings {
    std::string path;
    std::int64_t width = 0, height = 0;
    std::string colour = "auto", fit = "crop";
    std::int64_t memory = 1024;
};

const std::vector<SettingOf<FolderSettings>>& members() {
    using S = FolderSettings;
    static const std::vector<SettingOf<S>> list = {
        setting("path", "Folder", &S::path,
                "A folder with one folder of pictures for each class, with or without train, val and test above them.",
                {}, SettingKind::Path),
        setting("width", "Width", &S::width,
                "All pictures become this wide; 0 keeps the size of small pictures that are all alike, else 64.",
                {0, static_cast<double>(limits::kLoadedSide)}, "pixels"),
        setting("height", "Height", &S::height, "All pictures become this high; 0 as for the width.",
                {0, static_cast<double>(limits::kLoadedSide)}, "pixels"),
        setting("colour", "Colour", &S::colour,
                "Red, green and blue, or one channel of grey; auto: grey when the files are.",
                {"auto", "colour", "grey"}),
        setting("fit", "Fit", &S::fit,
                "How other shapes are brought to this one: cut out the middle, stretch, or add black beside.",
                {"crop", "stretch", "pad"}),
        setting("memory", "Memory", &S::memory, "Sets that take more than this are read from disk again and again.",
                {1, 1048576}, "MiB"),
    };
    return list;
}

constexpr std::int64_t kKeptSide = 96;  ///< pictures up to here keep their size by default
constexpr std::size_t kListed = 5;      ///< unreadable files that are named one by one

/// What all pictures become, from the settings and a sample of the files.
PictureShape chooseShape(const FolderSettings& settings, const std::vector<ClassFile>& files) {
    std::map<std::pair<std::int64_t, std::int64_t>, int> sizes;
    bool allGrey = true;
    std::vector<std::uint8_t> buffer;
    const std::size_t step = std::max<std::size_t>(files.size() / 50, 1);
    for (std::size_t i = 0; i < files.size(); i += step) {
        if (!readPictureFile(files[i].path, buffer)) continue;
        const auto header = readPictureHeader(buffer, files[i].path);
        if (!header) continue;
        ++sizes[{header->width, header->height}];
        allGrey = allGrey && header->grey;
    }
    PictureShape shape;
    shape.fit = settings.fit;
    shape.colour = settings.colour == "colour" || (settings.colour == "auto" && !allGrey);
    if (sizes.size() == 1 && sizes.begin()->first.first <= kKeptSide && sizes.begin()->first.second <= kKeptSide)
        std::tie(shape.width, shape.height) = sizes.begin()->first;
    if (settings.width > 0) shape.width = settings.width;
    if (settings.height > 0) shape.height = settings.height;
    if (settings.width > 0 && settings.height == 0) shape.height = settings.width;
    if (settings.height > 0 && settings.width == 0) shape.width = settings.height;
    return shape;
}

/// "train/cat/cat 7.jpg": the path below the set's folder.
std::string shownName(const ClassFile& file, const std::string& root) {
    return file.path.starts_with(root) ? fs::path(file.path.substr(root.size())).relative_path().string() : file.path;
}

/// Decodes when asked. Files that change or vanish meanwhile are errors of read().
class StreamedPictures : public Dataset {
public:
    StreamedPictures(DatasetInfo info, std::string root, PictureShape shape, std::vector<ClassFile> files,
                     std::vector<std::int32_t> labels, std::uint64_t hash)
        : root_(std::move(root)),
          shape_(std::move(shape)),
          files_(std::move(files)),
          labels_(std::move(labels)),
          hash_(hash) {
        info_ = std::move(info);
    }
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override {
        const auto batch = static_cast<std::int64_t>(examples.size());
        reuse(x, batch, info_.input.shape, DType::F32);
        reuse(y, batch, {}, DType::I32);
        float* pictures = x.data<float>();
        std::int32_t* labels = y.data<std::int32_t>();
        std::mutex mutex;
        Status status;
        inParallel(batch, 4, {}, "", [&](std::int64_t begin, std::int64_t end) {
            std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape_.bytes()));
            for (std::int64_t i = begin; i < end; ++i) {
                const std::int64_t example = examples[static_cast<std::size_t>(i)];
                CHECK(example >= 0 && example < info_.size, "no such example");
                const ClassFile& file = files_[static_cast<std::size_t>(example)];
                if (auto loaded = loadPicture(file.path, shape_, pixels); !loaded) {
                    const std::lock_guard lock(mutex);
                    status = loaded.error();
                    return;
                }
                std::copy(pixels.begin(), pixels.end(), pictures + i * shape_.bytes());
                labels[i] = file.label;
            }
        });
        return status;
    }
    std::span<const std::int32_t> labels() const override { return labels_; }
    std::string caption(std::int64_t example) const override {
        CHECK(example >= 0 && example < info_.size, "no such example");
        return shownName(files_[static_cast<std::size_t>(example)], root_);
    }
    std::uint64_t contentHash() const override { return hash_; }
    bool streams() const override { return true; }

private:
    std::string root_;
    PictureShape shape_;
    std::vector<ClassFile> files_;
    std::vector<std::int32_t> labels_;
    std::uint64_t hash_;
};

/// What was found wrong with files, gathered from several threads.
struct Failures {
    explicit Failures(std::size_t count) : failed(count) {}
    std::vector<char> failed;
    std::map<std::size_t, Error> errors;  ///< the first few, by file number
    std::mutex mutex;

    void add(std::size_t file, const Error& error) {
        failed[file] = 1;
        const std::lock_guard lock(mutex);
        errors.emplace(file, error);
        if (errors.size() > kListed) errors.erase(std::prev(errors.end()));
    }
    std::int64_t count() const { return std::count(failed.begin(), failed.end(), 1); }
    void note(std::vector<std::string>& notes) const {
        if (errors.empty()) return;
        notes.push_back(fmt::format("{} pictures could not be read and were left out:", count()));
        for (const auto& [file, error] : errors) notes.push_back(error.message());
        if (count() > static_cast<std::int64_t>(errors.size()))
            notes.push_back(fmt::format("and {} more", count() - static_cast<std::int64_t>(errors.size())));
    }
};

/// Keeps what did not fail; pixels, when there are any, move up with their files.
void dropFailed(const Failures& failures, std::vector<ClassFile>& files, std::vector<std::uint8_t>& pixels,
                std::size_t each) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (failures.failed[i]) continue;
        if (kept != i) {
            files[kept] = std::move(files[i]);
            if (!pixels.empty())
                std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(i * each), each,
                            pixels.begin() + static_cast<std::ptrdiff_t>(kept * each));
        }
        ++kept;
    }
    files.resize(kept);
    if (!pixels.empty()) pixels.resize(kept * each);
}

std::uint64_t hashOfFiles(const std::vector<ClassFile>& files, const PictureShape& shape) {
    Hash hash;
    hash.number(static_cast<std::uint64_t>(shape.width))
        .number(static_cast<std::uint64_t>(shape.height))
        .number(shape.colour)
        .text(shape.fit);
    for (const ClassFile& file : files) {
        std::error_code failure;
        hash.text(file.path).number(static_cast<std::uint64_t>(file.label)).number(fs::file_size(file.path, failure));
        hash.number(static_cast<std::uint64_t>(fs::last_write_time(file.path, failure).time_since_epoch().count()));
    }
    return hash.value();
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    auto folders = listClassFolders(settings.path, namedLikePicture, "pictures", progress);
    if (!folders) return folders.error();
    auto& files = folders->files;
    const PictureShape shape = chooseShape(settings, files);
    const auto each = static_cast<std::size_t>(shape.bytes());
    const bool streams = each * files.size() > static_cast<std::uint64_t>(settings.memory) * limits::kMiB;

    // All are looked at once: decoded into memory, or, when they will be streamed, checked from head to end mark.
    std::vector<std::uint8_t> pixels(streams ? 0 : each * files.size());
    Failures failures(files.size());
    const bool done = inParallel(
        static_cast<std::int64_t>(files.size()), 4, progress, streams ? "Checking pictures" : "Reading pictures",
        [&](std::int64_t begin, std::int64_t end) {
            std::vector<std::uint8_t> buffer;
            for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
                auto status = readPictureFile(files[i].path, buffer);
                if (status && streams) {
                    if (const auto header = readPictureHeader(buffer, files[i].path); !header) status = header.error();
                } else if (status) {
                    status = decodePicture(buffer, files[i].path, shape, std::span(pixels).subspan(i * each, each));
                }
                if (!status) failures.add(i, status.error());
            }
        });
    if (!done) return Progress::cancelledError();
    if (failures.count() == static_cast<std::int64_t>(files.size()))
        return Error{fmt::format("none of the {} pictures can be read", files.size()),
                     settings.path,
                     {},
                     failures.errors.begin()->second.message()};
    dropFailed(failures, files, pixels, each);

    DatasetInfo info;
    const fs::path shown = fs::path(settings.path).lexically_normal();
    info.name = (shown.has_filename() ? shown.filename() : shown.parent_path().filename()).string();
    info.form = InputForm::Picture;
    info.classes = folders->classes;
    info.given = splitOf(files);
    info.notes = folders->notes;
    info.notes.push_back(fmt::format("Pictures are brought to {}×{} pixels, {}", shape.width, shape.height,
                                     shape.colour ? "in colour" : "grey"));
    failures.note(info.notes);
    std::vector<std::int32_t> labels;
    for (const ClassFile& file : files) labels.push_back(file.label);
    if (std::all_of(labels.begin(), labels.end(), [&](std::int32_t label) { return label == labels[0]; }))
        return Error{"only one class has pictures that can be read", settings.path, "two classes or more",
                     info.classes[static_cast<std::size_t>(labels[0])]};
    const Shape picture{shape.height, shape.width, shape.channels()};
    if (streams) {
        info.notes.push_back(fmt::format(
            "The set takes more than {} MiB, so pictures are read from disk as they are needed", settings.memory));
        info.size = static_cast<std::int64_t>(files.size());
        info.input = {picture, DType::F32, 0};
        const std::uint64_t hash = hashOfFiles(files, shape);
        return DatasetPtr(std::make_shared<StreamedPictures>(std::move(info), settings.path, shape, std::move(files),
                                                             std::move(labels), hash));
    }
    std::vector<std::string> captions;
    for (const ClassFile& file : files) captions.push_back(shownName(file, settings.path));
    Tensor y = Tensor::of<std::int32_t>({static_cast<std::int64_t>(labels.size())}, labels);
    return DatasetPtr(std::make_shared<MemoryDataset>(std::move(info), std::move(pixels), picture, std::move(y),
                                                      std::move(captions)));
}

double recognizes(const std::string& path) {
    std::error_code failure;
    return fs::is_directory(path, failure) ? 0.9 * shareInClassFolders(path, namedLikePicture) : 0;
}

const Registered<SourceSpec> imageFolder{{
    .id = "image-folder",
    .order = 90,
    .title = "Folder of pictures",
    .meaning = "Pictures (JPEG, PNG, BMP, PGM, TIFF) in one folder for each class.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
