#include "process_meter.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <fstream>

namespace perceptarium::bench {
namespace {

double secondsOf(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

double wallSeconds() { return secondsOf(CLOCK_MONOTONIC); }
double threadSeconds() { return secondsOf(CLOCK_THREAD_CPUTIME_ID); }
double processSeconds() { return secondsOf(CLOCK_PROCESS_CPUTIME_ID); }

double processSeconds(int pid) {
    clockid_t clock{};
    return pid > 0 && ::clock_getcpuclockid(pid, &clock) == 0 ? secondsOf(clock) : 0;
}

int serverOfDisplay() {
    const char* display = std::getenv("DISPLAY");
    if (!display || *display != ':') return 0;
    std::ifstream lock("/tmp/.X" + std::to_string(std::atoi(display + 1)) + "-lock");
    int pid = 0;
    lock >> pid;
    return pid;
}

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    double total = 0, resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

}  // namespace perceptarium::bench
