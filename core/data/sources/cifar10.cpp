// CIFAR-10 as its authors give it out: data_batch_1…5.bin and test_batch.bin, or one such file alone.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "data/dataset.h"
#include "data/limits.h"
#include "data/readers/cifar.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;

struct CifarSettings {
    std::string path;
};

const std::vector<SettingOf<CifarSettings>>& members() {
    static const std::vector<SettingOf<CifarSettings>> list = {
        setting("path", "Folder or file", &CifarSettings::path,
                "The folder with data_batch_1.bin and so on, or one file of that kind.", {}, SettingKind::Path),
    };
    return list;
}

struct Files {
    std::vector<fs::path> train;
    fs::path test, names;
};

/// In the folder itself, or in the one that the authors' archive makes.
Files filesIn(fs::path folder) {
    std::error_code failure;
    if (const auto inner = folder / "cifar-10-batches-bin"; fs::is_directory(inner, failure)) folder = inner;
    Files files;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("data_batch_") && name.ends_with(".bin")) files.train.push_back(entry.path());
        if (name == "test_batch.bin") files.test = entry.path();
        if (name == "batches.meta.txt") files.names = entry.path();
    }
    std::sort(files.train.begin(), files.train.end());
    return files;
}

/// One name a line; the usual ones where the file is missing or does not hold ten.
std::vector<std::string> classNames(const fs::path& path, const Progress& progress) {
    std::vector<std::string> names;
    if (!path.empty())
        if (auto text = readWhole(path.string(), 65536, progress)) {
            std::istringstream lines(*text);
            for (std::string line; std::getline(lines, line);) {
                while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
                if (!line.empty()) names.push_back(line);
            }
        }
    if (names.size() != static_cast<std::size_t>(kCifarClasses))
        names = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};
    return names;
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    std::error_code failure;
    Files files;
    if (fs::is_directory(settings.path, failure)) {
        files = filesIn(settings.path);
        if (files.train.empty())
            return Error{"there are no CIFAR-10 files in this folder", settings.path, "data_batch_1.bin", {}};
    } else {
        files.train = {settings.path};
        files.names = fs::path(settings.path).parent_path() / "batches.meta.txt";
        if (!fs::exists(files.names, failure)) files.names.clear();
    }
    std::vector<fs::path> all = files.train;
    if (!files.test.empty()) all.push_back(files.test);

    DatasetInfo info;
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels;
    std::uintmax_t bytes = 0;
    for (const auto& path : all) {
        const auto size = fs::file_size(path, failure);
        if (!failure) bytes += size;
    }
    if (bytes <= limits::setBytes()) pixels.reserve(bytes);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto stream = openStream(all[i].string());
        if (!stream) return stream.error();
        const auto before = static_cast<std::int64_t>(labels.size());
        const double files1 = static_cast<double>(all.size());
        if (auto read = readCifar(**stream, pixels, labels, progress, static_cast<double>(i) / files1,
                                  static_cast<double>(i + 1) / files1);
            !read)
            return read.error();
        if (!files.test.empty())
            for (std::int64_t n = before; n < static_cast<std::int64_t>(labels.size()); ++n)
                (all[i] == files.test ? info.given.test : info.given.train).push_back(n);
    }
    info.name = "CIFAR-10";
    info.form = InputForm::Picture;
    info.classes = classNames(files.names, progress);
    Tensor y = Tensor::of<std::int32_t>({static_cast<std::int64_t>(labels.size())}, labels);
    return DatasetPtr(std::make_shared<MemoryDataset>(std::move(info), std::move(pixels),
                                                      Shape{kCifarSide, kCifarSide, 3}, std::move(y)));
}

double recognizes(const std::string& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return filesIn(path).train.empty() ? 0 : 0.98;
    const auto size = fs::file_size(path, failure);
    if (failure || !path.ends_with(".bin") || size == 0 || size % static_cast<std::uintmax_t>(kCifarRecord) != 0)
        return 0;
    const std::string first = firstBytes(path, 1);
    return !first.empty() && first[0] >= 0 && first[0] < kCifarClasses ? 0.95 : 0;
}

const Registered<SourceSpec> cifar10{{
    .id = "cifar10",
    .order = 110,
    .title = "CIFAR-10",
    .meaning = "Small colour pictures of ten kinds of things, in the binary files of CIFAR-10.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
