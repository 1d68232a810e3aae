// The same without a window: one subcommand a function, for scripts, servers and teachers.
#pragma once

#include <optional>
#include <string>

namespace perceptarium::app {

/// What the arguments ask for. Exit codes: 0 done, 2 wrong usage, 1 failed (one line on stderr names file and reason).
struct Asked {
    std::optional<int> exitCode;  ///< a subcommand ran (or the usage was wrong)
    std::string project;          ///< otherwise: the window, with this project or file (may be empty)
    std::string screenshot;       ///< where to put a picture of the window; empty: none
};
Asked runCommandLine(int argc, char** argv);

}  // namespace perceptarium::app
