#include "app/window.h"

// The command line takes its place in front of this.
int main(int argc, char** argv) { return perceptarium::app::runWindow(argc, argv, argc > 1 ? argv[1] : ""); }
