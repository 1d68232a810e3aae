// ExampleReader: examples of the set for looking at, read on a thread of its own so that no scrolling ever waits for a disk.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "data/prepare.h"

namespace perceptarium::ui {

/// One example as people look at it: raw, before normalization.
struct Example {
    QImage picture;             ///< for pictures
    std::vector<float> values;  ///< for rows and points: the features
    std::vector<float> target;  ///< numbers to predict; empty for classes
    int label = -1;             ///< class, −1 for numbers
    QString caption;            ///< file name, sentence, row
};

class ExampleReader : public QObject {
    Q_OBJECT
public:
    explicit ExampleReader(QObject* parent = nullptr);
    ~ExampleReader() override;

    void setDataset(data::DatasetPtr dataset);
    const data::DatasetPtr& dataset() const { return dataset_; }
    /// nullptr until it was wanted and has arrived.
    const Example* find(std::int64_t example) const { return cache_.object(example); }
    /// These are looked at now: those not there yet are read, what was wanted before and is not read yet is forgotten.
    void want(const std::vector<std::int64_t>& examples);

signals:
    void arrived();
    void failed(const QString& why);

private:
    struct Request {
        data::DatasetPtr dataset;
        std::vector<std::int64_t> examples;
        quint64 generation = 0;
    };
    void run(std::stop_token stop);
    void take(quint64 generation, std::vector<std::pair<std::int64_t, Example>> examples);

    data::DatasetPtr dataset_;
    quint64 generation_ = 0;
    QCache<qint64, Example> cache_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Request> wanted_;
    std::jthread thread_;  // last: joined before what it uses goes
};

/// Grey or colour, from raw pixels [H, W, C] 0…255. Null for other shapes.
QImage pictureOf(std::span<const float> pixels, const Shape& shape);

}  // namespace perceptarium::ui
