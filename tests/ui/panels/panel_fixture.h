// A workbench with a small project whose data load in no time, and waiting for what happens on other threads.
#pragma once

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>

#include "ui/workbench.h"

namespace perceptarium::ui {

class PanelTest : public ::testing::Test {
protected:
    /// A ready project, with its data loaded and its trainer there.
    void open(const QString& name) {
        const Status opened = workbench.open(name);
        ASSERT_TRUE(opened) << opened.error().message();
        if (workbench.document().data.source == "digits")  // 70,000 pictures are too many to wait for
            workbench.edit("few", [](project::Document& document) -> Status {
                document.data.settings = {{"train", std::int64_t{6000}}, {"test", std::int64_t{500}}};
                return {};
            });
        ASSERT_TRUE(waitFor([this] { return workbench.data() && workbench.trainer(); })) << workbench.whyNotReady().toStdString();
    }
    /// The run shall not end by itself, however fast the machine is and however late the test looks.
    void trainWithoutEnd() {
        workbench.edit("endless", [](project::Document& document) -> Status {
            document.training.epochs = 1'000'000;
            return {};
        });
        ASSERT_TRUE(waitFor([this] { return workbench.trainer() != nullptr; }));
    }
    template <class Condition>
    static bool waitFor(Condition condition, int milliseconds = 20000) {
        return QTest::qWaitFor(condition, milliseconds);
    }
    /// Data of a source, without a network.
    void load(const std::string& source, const Settings& settings) {
        workbench.edit("data", [&](project::Document& document) -> Status {
            document.data.source = source;
            document.data.settings = settings;
            return {};
        });
        ASSERT_TRUE(waitFor([this] { return workbench.data() != nullptr; })) << workbench.dataFailure().toStdString();
    }

    Workbench workbench;
};

}  // namespace perceptarium::ui
