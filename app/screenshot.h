// Screenshot: the program takes its own picture, in the middle of its work.
#pragma once

#include <QString>

#include "base/result.h"

namespace perceptarium::app {

class MainWindow;

/// Trains what is open for some seconds, pauses, and writes the window as PNG at twice the size. Error: names the file, or
/// why nothing can be trained.
Status takeScreenshot(MainWindow& window, const QString& path);

}  // namespace perceptarium::app
