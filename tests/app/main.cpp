// The tests of the window as a whole need one QApplication for all of them, and settings of their own.
#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>

#include "ui/languages.h"

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
    qputenv("XDG_CACHE_HOME", home.filePath("cache").toUtf8());
    QApplication application(argc, argv);
    perceptarium::ui::useLanguage("en");
    return RUN_ALL_TESTS();
}
