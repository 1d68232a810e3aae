// The way into the program with a window.
#pragma once

#include <string>

namespace perceptarium::app {

/// Opens the window on `project` (a file or the name of a ready project; empty: the first ready project) and runs until it
/// is closed. Returns the exit code.
int runWindow(int argc, char** argv, const std::string& project);

}  // namespace perceptarium::app
