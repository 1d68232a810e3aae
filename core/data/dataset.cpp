// The set that lies in memory, and the registry of sources.
#include "data/dataset.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "data/hash.h"
#include "data/prepare.h"
#include "data/tensor_reuse.h"

namespace perceptarium::data {
namespace {

/// Bytes to normalized floats in one pass. The channels' numbers are repeated over a block, and blocks have a fixed
/// inner count, so that the compiler makes vector code of it at -O2.
class Widening {
public:
    Widening(const Normalization& normalization, std::int64_t channels)
        : normalizes_(channels <= kChannels), block_((normalizes_ ? channels : 1) * kLanes) {
        const bool plain = !normalizes_ || normalization.identity();
        for (std::int64_t k = 0; k < block_; ++k) {
            const auto at = static_cast<std::size_t>(k);
            shifts_[at] = plain ? 0.0f : normalization.shift.data<float>()[k % channels];
            scales_[at] = plain ? 1.0f : normalization.scale.data<float>()[k % channels];
        }
    }
    /// False: more channels than fit, the bytes are only widened.
    bool normalizes() const { return normalizes_; }

    void row(const std::uint8_t* __restrict from, float* __restrict to, std::int64_t count) const {
        std::int64_t i = 0;
        for (; i + block_ <= count; i += block_)
            for (std::int64_t j = 0; j < block_; j += kLanes)
                for (std::int64_t k = 0; k < kLanes; ++k)
                    to[i + j + k] = (static_cast<float>(from[i + j + k]) - shifts_[static_cast<std::size_t>(j + k)]) *
                                    scales_[static_cast<std::size_t>(j + k)];
        for (std::int64_t k = 0; i < count; ++i, ++k)
            to[i] = (static_cast<float>(from[i]) - shifts_[static_cast<std::size_t>(k)]) *
                    scales_[static_cast<std::size_t>(k)];
    }

private:
    static constexpr std::int64_t kLanes = 16, kChannels = 4;
    bool normalizes_;
    std::int64_t block_;
    alignas(64) std::array<float, kLanes * kChannels> shifts_, scales_;
};

/// Asks for the bytes of a row before they are needed: examples lie anywhere, and waiting for memory is most of a
/// batch.
void fetch(const std::uint8_t* row, std::int64_t bytes) {
    for (std::int64_t at = 0; at < bytes; at += 64) __builtin_prefetch(row + at);
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

Status Dataset::readNormalized(std::span<const std::int64_t> examples, const Normalization& normalization, Tensor& x,
                               Tensor& y) const {
    if (auto status = read(examples, x, y); !status) return status;
    normalization.apply(x);
    return {};
}

/// Calls row(number of the example, place in the batch) for each input, and copies the targets.
template <class Row>
void MemoryDataset::gather(std::span<const std::int64_t> examples, Tensor& x, Tensor& y, const Row& row) const {
    const auto batch = static_cast<std::int64_t>(examples.size());
    reuse(x, batch, info_.input.shape, info_.input.dtype);
    if (y_.shape().rank() == 1)
        reuse(y, batch, {}, y_.dtype());
    else if (!y.defined() || y.dtype() != y_.dtype() || y.shape().rank() != 2 || y.shape()[0] != batch ||
             y.shape()[1] != y_.shape()[1])
        y = Tensor::empty(y_.shape().withoutBatch().withBatch(batch), y_.dtype());
    const std::size_t targetBytes = y_.byteSize() / static_cast<std::size_t>(std::max<std::int64_t>(info_.size, 1));
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const std::int64_t example = examples[i];
        CHECK(example >= 0 && example < info_.size, "no such example");
        row(example, static_cast<std::int64_t>(i));
        std::memcpy(y.bytes() + i * targetBytes, y_.bytes() + static_cast<std::size_t>(example) * targetBytes,
                    targetBytes);
    }
}

Status MemoryDataset::read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const {
    return readNormalized(examples, {}, x, y);
}

Status MemoryDataset::readNormalized(std::span<const std::int64_t> examples, const Normalization& normalization,
                                     Tensor& x, Tensor& y) const {
    const std::int64_t width = info_.input.shape.elements();
    if (pixels_.empty()) {
        const std::size_t bytes = static_cast<std::size_t>(width) * sizeOf(info_.input.dtype);
        gather(examples, x, y, [&](std::int64_t example, std::int64_t place) {
            std::memcpy(x.bytes() + static_cast<std::size_t>(place) * bytes,
                        x_.bytes() + static_cast<std::size_t>(example) * bytes, bytes);
        });
        normalization.apply(x);
        return {};
    }
    const Widening widening(normalization, info_.input.shape[-1]);
    gather(examples, x, y, [&](std::int64_t example, std::int64_t place) {
        constexpr std::int64_t kAhead = 3, kFetched = 4096;  // rows, and bytes of each
        if (place + kAhead < static_cast<std::int64_t>(examples.size()))
            fetch(pixels_.data() + examples[static_cast<std::size_t>(place + kAhead)] * width,
                  std::min(width, kFetched));
        widening.row(pixels_.data() + example * width, x.data<float>() + place * width, width);
    });
    if (!widening.normalizes()) normalization.apply(x);
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
