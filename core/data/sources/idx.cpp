// IDX: pictures and their labels as MNIST and its descendants come, plain or gz, with the test pair if it lies beside.
#include "data/readers/idx.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "data/dataset.h"
#include "data/limits.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;

struct IdxSettings {
    std::string path;
};

const std::vector<SettingOf<IdxSettings>>& members() {
    static const std::vector<SettingOf<IdxSettings>> list = {
        setting("path", "File or folder", &IdxSettings::path,
                "The file of pictures (its labels and the test files are found beside it), or the folder they are in.",
                {}, SettingKind::Path),
    };
    return list;
}

bool replaceIn(std::string& text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    if (at == std::string::npos) return false;
    text.replace(at, what.size(), by);
    return true;
}

/// The file of this name in the folder, with or without .gz.
std::optional<fs::path> beside(const fs::path& folder, std::string name) {
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    for (const auto& candidate : {folder / name, folder / (name + ".gz")})
        if (std::error_code failure; fs::is_regular_file(candidate, failure)) return candidate;
    return std::nullopt;
}

std::string labelsNameOf(std::string name) {
    replaceIn(name, "images", "labels") || replaceIn(name, "Images", "Labels");
    replaceIn(name, "idx3", "idx1") || replaceIn(name, "idx4", "idx1");
    return name;
}
std::string picturesNameOf(std::string name) {
    replaceIn(name, "labels", "images") || replaceIn(name, "Labels", "Images");
    replaceIn(name, "idx1", "idx3");
    return name;
}

/// 3 for grey pictures, 4 for colour, 1 for labels, 0 when it is no IDX file of bytes.
int rankOf(const fs::path& path) {
    const std::string head = firstBytes(path.string(), 4);
    return head.size() == 4 && head[0] == 0 && head[1] == 0 && head[2] == 8 ? static_cast<unsigned char>(head[3]) : 0;
}
bool holdsPictures(const fs::path& path) { return rankOf(path) == 3 || rankOf(path) == 4; }

struct Files {
    fs::path pictures, labels;
};

/// Pictures with their labels; `pictures` may also be the file of labels.
Result<Files> pairOf(fs::path pictures) {
    if (rankOf(pictures) == 1)
        if (const auto found = beside(pictures.parent_path(), picturesNameOf(pictures.filename().string())))
            pictures = *found;
    const std::string wanted = labelsNameOf(pictures.filename().string());
    const auto labels = beside(pictures.parent_path(), wanted);
    if (wanted == pictures.filename().string() || !labels)
        return Error{"the file of labels is not beside the pictures", pictures.string(), wanted + " (or with .gz)", {}};
    return Files{pictures, *labels};
}

/// The other half of train and test, if it lies beside.
std::optional<Files> partnerOf(const Files& files, std::string_view from,
                               std::initializer_list<std::string_view> others) {
    for (const std::string_view other : others) {
        std::string name = files.pictures.filename().string();
        if (!replaceIn(name, from, other)) continue;
        if (const auto found = beside(files.pictures.parent_path(), name))
            if (auto pair = pairOf(*found)) return *pair;
    }
    return std::nullopt;
}

/// Training files first, test files second if there are any.
Result<std::vector<Files>> filesAt(const std::string& path) {
    fs::path first = path;
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(path, failure))
            if (entry.is_regular_file(failure) && holdsPictures(entry.path())) found.push_back(entry.path());
        if (found.empty())
            return Error{
                "there is no IDX file of pictures in this folder", path, "such as train-images-idx3-ubyte", {}};
        std::sort(found.begin(), found.end());
        const auto train = std::find_if(found.begin(), found.end(), [](const fs::path& each) {
            return each.filename().string().find("train") != std::string::npos;
        });
        first = train != found.end() ? *train : found.front();
    }
    auto pair = pairOf(first);
    if (!pair) return pair.error();
    if (auto test = partnerOf(*pair, "train", {"t10k", "test"})) return std::vector{*pair, *test};
    for (const std::string_view name : {"t10k", "test"})
        if (auto train = partnerOf(*pair, name, {"train"})) return std::vector{*train, *pair};
    return std::vector{*pair};
}

struct Part {
    IdxArray pictures, labels;
};

Result<Part> readPart(const Files& files, const Progress& progress, double from, double to) {
    auto stream = openStream(files.pictures.string());
    if (!stream) return stream.error();
    auto pictures = readIdx(**stream, progress, from, to);
    if (!pictures) return pictures.error();
    const auto& extents = pictures->extents;
    if (extents.size() < 3 || (extents.size() == 4 && extents[3] != 1 && extents[3] != 3) ||
        extents[1] > limits::kLoadedSide || extents[2] > limits::kLoadedSide)
        return Error{"the numbers are no pictures", files.pictures.string(),
                     fmt::format("count × height × width (× 1 or 3), sides up to {}", limits::kLoadedSide),
                     Shape(extents).text()};
    auto labelStream = openStream(files.labels.string());
    if (!labelStream) return labelStream.error();
    auto labels = readIdx(**labelStream, progress, to, to);
    if (!labels) return labels.error();
    if (labels->extents.size() != 1 || labels->extents[0] != extents[0])
        return Error{"there are not as many labels as pictures", files.labels.string(),
                     fmt::format("{} labels", extents[0]), Shape(labels->extents).text()};
    return Part{std::move(*pictures), std::move(*labels)};
}

Result<DatasetPtr> load(const Settings& given, const Progress& progress) {
    const auto settings = typedSettings(members(), given);
    auto files = filesAt(settings.path);
    if (!files) return files.error();
    auto train = readPart((*files)[0], progress, 0, files->size() > 1 ? 0.8 : 1);
    if (!train) return train.error();
    DatasetInfo info;
    const auto trainCount = train->pictures.extents[0];
    if (files->size() > 1) {
        auto test = readPart((*files)[1], progress, 0.8, 1);
        if (!test) return test.error();
        if (!std::equal(train->pictures.extents.begin() + 1, train->pictures.extents.end(),
                        test->pictures.extents.begin() + 1, test->pictures.extents.end()))
            return Error{"the test pictures have another size than the training pictures",
                         (*files)[1].pictures.string(), Shape(train->pictures.extents).withoutBatch().text(),
                         Shape(test->pictures.extents).withoutBatch().text()};
        auto& pixels = train->pictures.values;
        pixels.insert(pixels.end(), test->pictures.values.begin(), test->pictures.values.end());
        auto& labels = train->labels.values;
        labels.insert(labels.end(), test->labels.values.begin(), test->labels.values.end());
        for (std::int64_t i = 0; i < static_cast<std::int64_t>(labels.size()); ++i)
            (i < trainCount ? info.given.train : info.given.test).push_back(i);
    }
    const auto& labels = train->labels.values;
    const int classes = *std::max_element(labels.begin(), labels.end()) + 1;
    if (classes < 2)
        return Error{"all pictures have the same label, so there is nothing to tell apart", (*files)[0].labels.string(),
                     "two classes or more", "one"};
    for (int c = 0; c < classes; ++c) info.classes.push_back(std::to_string(c));
    Tensor y = Tensor::empty({static_cast<std::int64_t>(labels.size())}, DType::I32);
    std::copy(labels.begin(), labels.end(), y.data<std::int32_t>());
    const auto& extents = train->pictures.extents;
    const fs::path shown = fs::path(settings.path).lexically_normal();
    info.name = (shown.has_filename() ? shown.filename() : shown.parent_path().filename()).string();
    info.form = InputForm::Picture;
    const Shape picture{extents[1], extents[2], extents.size() == 4 ? extents[3] : 1};
    return DatasetPtr(
        std::make_shared<MemoryDataset>(std::move(info), std::move(train->pictures.values), picture, std::move(y)));
}

double recognizes(const std::string& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure))
        return rankOf(path) == 0 ? 0 : holdsPictures(path) || rankOf(path) == 1 ? 0.98 : 0;
    int seen = 0;
    for (const auto& entry : fs::directory_iterator(path, failure)) {
        if (++seen > 200) break;  // a folder of IDX files is small
        if (entry.is_regular_file(failure) && holdsPictures(entry.path()) && pairOf(entry.path())) return 0.98;
    }
    return 0;
}

const Registered<SourceSpec> idx{{
    .id = "idx",
    .order = 100,
    .title = "IDX pictures (MNIST)",
    .meaning = "Pictures and labels in the IDX format of MNIST, plain or .gz.",
    .settings = specsOf(members()),
    .recognizes = recognizes,
    .load = load,
}};

}  // namespace
}  // namespace perceptarium::data
