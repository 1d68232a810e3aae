// The widget tests need one QApplication for all of them, and a place for settings and runs that is not the user's.
#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>

#include "ui/languages.h"

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
    QApplication application(argc, argv);
    perceptarium::ui::useLanguage("en");
    return RUN_ALL_TESTS();
}
