#include "ui/panels/example_reader.h"

#include <algorithm>
#include <cmath>

#include "ui/panels/wording.h"

namespace perceptarium::ui {
namespace {

constexpr int kCacheBytes = 48 * 1024 * 1024;
constexpr std::size_t kAtOnce = 32;  // a new wish is heard after at most so many
constexpr std::size_t kMostNumbers = 512;  // of a very wide row only the first columns are shown

int bytesOf(const Example& example) {
    return static_cast<int>(sizeof(Example) + static_cast<std::size_t>(example.picture.sizeInBytes()) +
                            example.values.size() * sizeof(float) + static_cast<std::size_t>(example.caption.size()) * 2);
}

Example exampleOf(const data::Dataset& dataset, std::int64_t number, const Tensor& x, const Tensor& y, std::int64_t row) {
    const data::DatasetInfo& info = dataset.info();
    Example example;
    example.caption = qt(dataset.caption(number));
    const std::int64_t width = info.input.shape.elements();
    if (x.dtype() == DType::F32) {
        const std::span<const float> values = x.values<float>().subspan(static_cast<std::size_t>(row * width),
                                                                        static_cast<std::size_t>(width));
        if (info.form == data::InputForm::Picture)
            example.picture = pictureOf(values, info.input.shape);
        else
            example.values.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), kMostNumbers)));
    }
    if (info.target == data::TargetKind::Class) {
        example.label = y.values<std::int32_t>()[static_cast<std::size_t>(row)];
    } else {
        const std::int64_t numbers = y.elements() / std::max<std::int64_t>(1, y.shape()[0]);
        const auto all = y.values<float>();
        for (std::int64_t k = 0; k < numbers; ++k) example.target.push_back(all[static_cast<std::size_t>(row * numbers + k)]);
    }
    return example;
}

}  // namespace

QImage pictureOf(std::span<const float> pixels, const Shape& shape) {
    if (shape.rank() != 3 || (shape[2] != 1 && shape[2] != 3)) return {};
    const int height = static_cast<int>(shape[0]), width = static_cast<int>(shape[1]), channels = static_cast<int>(shape[2]);
    QImage picture(width, height, channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    const float* from = pixels.data();
    for (int row = 0; row < height; ++row) {
        uchar* line = picture.scanLine(row);
        for (int i = 0; i < width * channels; ++i) line[i] = static_cast<uchar>(std::clamp(std::lround(*from++), 0L, 255L));
    }
    return picture;
}

ExampleReader::ExampleReader(QObject* parent) : QObject(parent), cache_(kCacheBytes) {
    thread_ = std::jthread([this](std::stop_token stop) { run(stop); });
}

ExampleReader::~ExampleReader() {
    thread_.request_stop();
    wake_.notify_all();
}

void ExampleReader::setDataset(data::DatasetPtr dataset) {
    if (dataset == dataset_) return;
    dataset_ = std::move(dataset);
    ++generation_;
    cache_.clear();
    const std::lock_guard lock(mutex_);
    wanted_.reset();
}

void ExampleReader::want(const std::vector<std::int64_t>& examples) {
    if (!dataset_) return;
    Request request{dataset_, {}, generation_};
    for (const std::int64_t example : examples)
        if (!cache_.contains(example)) request.examples.push_back(example);
    if (request.examples.empty()) return;
    {
        const std::lock_guard lock(mutex_);
        wanted_ = std::move(request);
    }
    wake_.notify_all();
}

void ExampleReader::run(std::stop_token stop) {
    Tensor x, y;
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
        // Some at a time; what is left is there again unless something else was wanted meanwhile.
        Request& request = *wanted_;
        const std::size_t count = std::min(kAtOnce, request.examples.size());
        const std::vector<std::int64_t> now(request.examples.begin(), request.examples.begin() + static_cast<std::ptrdiff_t>(count));
        request.examples.erase(request.examples.begin(), request.examples.begin() + static_cast<std::ptrdiff_t>(count));
        const data::DatasetPtr dataset = request.dataset;
        const quint64 generation = request.generation;
        if (request.examples.empty()) wanted_.reset();
        lock.unlock();

        std::vector<std::pair<std::int64_t, Example>> read;
        const Status status = dataset->read(now, x, y);
        if (status)
            for (std::size_t i = 0; i < now.size(); ++i)
                read.emplace_back(now[i], exampleOf(*dataset, now[i], x, y, static_cast<std::int64_t>(i)));
        const QString why = status ? QString() : qt(status.error().message());
        QMetaObject::invokeMethod(
            this,
            [this, generation, why, read = std::move(read)]() mutable {
                if (!why.isEmpty() && generation == generation_) emit failed(why);
                take(generation, std::move(read));
            },
            Qt::QueuedConnection);
        lock.lock();
    }
}

void ExampleReader::take(quint64 generation, std::vector<std::pair<std::int64_t, Example>> examples) {
    if (generation != generation_ || examples.empty()) return;
    for (auto& [number, example] : examples) {
        const int bytes = bytesOf(example);
        cache_.insert(number, new Example(std::move(example)), bytes);
    }
    emit arrived();
}

}  // namespace perceptarium::ui
