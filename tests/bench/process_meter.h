// Time and memory as the kernel counts them, for this thread, this process and the X server that draws for it.
#pragma once

#include <string>

namespace perceptarium::bench {

double wallSeconds();
/// CPU seconds of the calling thread, of the whole process, of another process (0 when it cannot be read).
double threadSeconds();
double processSeconds();
double processSeconds(int pid);
/// The server of the display that we draw on, 0 when it is not on this machine.
int serverOfDisplay();
double residentMegabytes();

}  // namespace perceptarium::bench
