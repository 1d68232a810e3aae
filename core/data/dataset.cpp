// The set that lies in memory, and the registry of sources.
#include "data/dataset.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "data/hash.h"
#include "data/tensor_reuse.h"

namespace perceptarium::data {
namespace {

/// Sixteen at a time with a fixed inner count, so that the compiler makes vector code of it at -O2.
void widen(const std::uint8_t* __restrict from, float* __restrict to, std::int64_t count) {
    std::int64_t i = 0;
    for (; i + 16 <= count; i += 16)
        for (int k = 0; k < 16; ++k) to[i + k] = static_cast<float>(from[i + k]);
    for (; i < count; ++i) to[i] = static_cast<float>(from[i]);
}

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

}  // namespace

MemoryDataset::MemoryDataset(DatasetInfo info, Tensor x, Tensor y, std::vector<std::string> captions)
    : x_(std::move(x)), y_(std::move(y)), captions_(std::move(captions)) {
    info_ = std::move(info);
    info_.size = x_.shape()[0];
    info_.input.shape = x_.shape().withoutBatch();
    info_.input.dtype = x_.dtype();
    if (info_.form == InputForm::Text && info_.input.vocabulary == 0)
        info_.input.vocabulary = static_cast<std::int64_t>(info_.vocabulary.size());
    CHECK(y_.shape()[0] == info_.size, "one target an example");
    CHECK(captions_.empty() || static_cast<std::int64_t>(captions_.size()) == info_.size, "one caption an example");
}

MemoryDataset::MemoryDataset(DatasetInfo info, std::vector<std::uint8_t> pixels, Shape picture, Tensor y,
                             std::vector<std::string> captions)
    : y_(std::move(y)), pixels_(std::move(pixels)), captions_(std::move(captions)) {
    info_ = std::move(info);
    info_.size = y_.shape()[0];
    CHECK(static_cast<std::int64_t>(pixels_.size()) == info_.size * picture.elements(), "pixels do not fill the set");
    CHECK(captions_.empty() || static_cast<std::int64_t>(captions_.size()) == info_.size, "one caption an example");
    info_.input.shape = std::move(picture);
    info_.input.dtype = DType::F32;
}

Status MemoryDataset::read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const {
    const auto batch = static_cast<std::int64_t>(examples.size());
    const std::int64_t width = info_.input.shape.elements();
    reuse(x, batch, info_.input.shape, info_.input.dtype);
    if (y_.shape().rank() == 1)
        reuse(y, batch, {}, y_.dtype());
    else if (!y.defined() || y.dtype() != y_.dtype() || y.shape().rank() != 2 || y.shape()[0] != batch ||
             y.shape()[1] != y_.shape()[1])
        y = Tensor::empty(y_.shape().withoutBatch().withBatch(batch), y_.dtype());
    const std::size_t targetBytes = y_.byteSize() / static_cast<std::size_t>(std::max<std::int64_t>(info_.size, 1));
    const std::size_t inputBytes = static_cast<std::size_t>(width) * sizeOf(info_.input.dtype);
    float* pictures = pixels_.empty() ? nullptr : x.data<float>();
    for (std::int64_t i = 0; i < batch; ++i) {
        const std::int64_t example = examples[static_cast<std::size_t>(i)];
        CHECK(example >= 0 && example < info_.size, "no such example");
        const auto from = static_cast<std::size_t>(example), to = static_cast<std::size_t>(i);
        if (pictures)
            widen(pixels_.data() + example * width, pictures + i * width, width);
        else
            std::memcpy(x.bytes() + to * inputBytes, x_.bytes() + from * inputBytes, inputBytes);
        std::memcpy(y.bytes() + to * targetBytes, y_.bytes() + from * targetBytes, targetBytes);
    }
    return {};
}

std::span<const std::int32_t> MemoryDataset::labels() const {
    if (info_.target != TargetKind::Class || y_.dtype() != DType::I32) return {};
    return y_.values<std::int32_t>();
}

std::string MemoryDataset::caption(std::int64_t example) const {
    CHECK(example >= 0 && example < info_.size, "no such example");
    if (!captions_.empty()) return captions_[static_cast<std::size_t>(example)];
    if (pixels_.empty() && !info_.features.empty()) {  // the first few values say which row it is
        std::string text;
        const std::int64_t width = info_.input.shape.elements();
        const auto shown = std::min<std::size_t>(info_.features.size(), 6);
        for (std::size_t f = 0; f < shown; ++f)
            text += (f ? ", " : "") + info_.features[f] + " " +
                    shortNumber(x_.at(example * width + static_cast<std::int64_t>(f)));
        return text + (shown < info_.features.size() ? ", …" : "");
    }
    std::string text = "example " + std::to_string(example);
    if (const auto all = labels(); !all.empty()) {
        const auto label = static_cast<std::size_t>(all[static_cast<std::size_t>(example)]);
        if (label < info_.classes.size()) text += ", " + info_.classes[label];
    }
    return text;
}

std::uint64_t MemoryDataset::contentHash() const {
    Hash hash;
    for (const std::int64_t extent : info_.input.shape.extents()) hash.number(static_cast<std::uint64_t>(extent));
    if (x_.defined()) hash.bytes(x_.bytes(), x_.byteSize());
    hash.bytes(pixels_.data(), pixels_.size());
    hash.bytes(y_.bytes(), y_.byteSize());
    for (const auto& name : info_.classes) hash.text(name);
    return hash.value();
}

const SourceSpec* findSource(std::string_view id) { return Registry<SourceSpec>::instance().find(id); }

const std::vector<const SourceSpec*>& allSources() { return Registry<SourceSpec>::instance().all(); }

Result<const SourceSpec*> recognize(const std::string& path) {
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return Error{"there is no such file or folder", path, {}, failure ? failure.message() : std::string{}};
    const SourceSpec* best = nullptr;
    double most = 0;
    std::string kinds;
    for (const SourceSpec* source : allSources()) {
        if (!source->recognizes) continue;
        kinds += (kinds.empty() ? "" : "; ") + source->title;
        const double sure = source->recognizes(path);
        if (sure > most) {
            most = sure;
            best = source;
        }
    }
    if (!best) return Error{"this is no data set of a kind that can be read here", path, "one of: " + kinds, {}};
    return best;
}

}  // namespace perceptarium::data
