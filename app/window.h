// The way into the program with a window.
#pragma once

#include <string>

namespace perceptarium::app {

/// Opens the window on `project` (a file or the name of a ready project; empty: the first ready project) and runs until it
/// is closed. With `screenshot` it trains for some seconds instead, writes a picture of itself there (PNG), and ends; that
/// needs no display. Returns the exit code.
int runWindow(int argc, char** argv, const std::string& project, const std::string& screenshot = {});

}  // namespace perceptarium::app
