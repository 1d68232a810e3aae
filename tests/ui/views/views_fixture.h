// A workbench with a trained network, shared by the tests of one suite, and views made on it.
#pragma once

#include <gtest/gtest.h>

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/views/view.h"

namespace perceptarium::ui {

struct TrainedBench {
    explicit TrainedBench(const char* project) {
        qputenv("XDG_DATA_HOME", folder.path().toLocal8Bit());
        workbench = std::make_unique<Workbench>();
        const Status opened = workbench->open(QString::fromLatin1(project));
        EXPECT_TRUE(opened.has_value());
        EXPECT_TRUE(QTest::qWaitFor([&] { return workbench->trainer() != nullptr; }, 20000));
    }
    void train(int steps) {
        for (int i = 0; i < steps; ++i) {
            const std::int64_t before = workbench->standing().step;
            workbench->stepBatch();
            EXPECT_TRUE(QTest::qWaitFor([&] { return workbench->standing().step > before; }, 5000));
        }
    }
    std::unique_ptr<View> make(const std::string& id) {
        const ViewSpec* spec = Registry<ViewSpec>::instance().find(id);
        EXPECT_NE(spec, nullptr) << id;
        return std::unique_ptr<View>(spec ? spec->make(*workbench, nullptr) : nullptr);
    }
    QTemporaryDir folder;
    std::unique_ptr<Workbench> workbench;
};

inline bool uniform(const QImage& image) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, 0)) return false;
    return true;
}

}  // namespace perceptarium::ui
