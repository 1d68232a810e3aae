// The rim of the program: with a subcommand the command line, otherwise the window. What nobody caught ends here, in words.
#include <cstdio>
#include <exception>

#include "app/command_line/command_line.h"
#include "app/window.h"

int main(int argc, char** argv) {
    try {
        const auto asked = perceptarium::app::runCommandLine(argc, argv);
        if (asked.exitCode) return *asked.exitCode;
        return perceptarium::app::runWindow(argc, argv, asked.project, asked.screenshot);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "perceptarium: an error in the program itself, please report it: %s\n", exception.what());
        return 1;
    }
}
