#include "ui/views/example_pictures.h"

#include <algorithm>
#include <vector>

#include "ui/shared/background.h"
#include "ui/shared/tensor_image.h"

namespace perceptarium::ui {
namespace {

constexpr int kKept = 6000;
constexpr std::size_t kAtOnce = 64;

}  // namespace

ExamplePictures::ExamplePictures(Workbench& workbench, QObject* parent)
    : QObject(parent), workbench_(workbench), data_(workbench.data()), cache_(kKept) {
    connect(&workbench, &Workbench::dataChanged, this, [this] {
        data_ = workbench_.data();
        cache_.clear();
        wanted_.clear();
    });
}

bool ExamplePictures::available() const { return data_ && data_->dataset->info().form == data::InputForm::Picture; }

QImage ExamplePictures::picture(std::int64_t example) {
    if (!available() || example < 0 || example >= data_->dataset->info().size) return {};
    if (const QImage* kept = cache_.object(example)) return *kept;
    wanted_.insert(example);
    if (!reading_) readNext();
    return {};
}

void ExamplePictures::readNext() {
    if (wanted_.isEmpty() || !available()) return;
    reading_ = true;
    std::vector<std::int64_t> examples;
    for (const qint64 example : std::as_const(wanted_)) {
        examples.push_back(example);
        if (examples.size() == kAtOnce) break;
    }
    for (const std::int64_t example : examples) wanted_.remove(example);
    using Read = std::vector<std::pair<std::int64_t, QImage>>;
    inBackground(
        this,
        [prepared = data_, examples = std::move(examples)] {
            Read read;
            Tensor x, y;
            for (const std::int64_t example : examples) {
                // One by one, so that a file that is gone spoils no other picture.
                const bool good = prepared->dataset->read(std::span(&example, 1), x, y).has_value();
                read.emplace_back(example, good ? pictureImage(x.reshaped(x.shape().withoutBatch())) : QImage());
            }
            return read;
        },
        [this, asked = data_](Read read) {
            reading_ = false;
            if (data_ == asked) {
                for (const auto& [example, image] : read) cache_.insert(example, new QImage(image));
                emit arrived();
            }
            readNext();
        });
}

}  // namespace perceptarium::ui
