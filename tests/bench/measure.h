// Timing in windows: the median says what one gets, the best what the machine can do when nothing else runs.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace perceptarium::bench {

inline double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double fromEnvironment(const char* name, double standard) {
    const char* text = std::getenv(name);
    return text ? std::atof(text) : standard;
}

/// Processor time of all threads so far.
inline double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Rates {
    double median = 0, best = 0;       ///< calls a second
    double bestOfProcessor = 0;        ///< calls a second of processor time (all threads'), in the best window
    double processorMicroseconds = 0;  ///< for one call; suffers least when others use the machine
};

/// Calls `step` for WINDOWS (5) windows of SECONDS (0.5) each, after `warmup` calls. Looks at the clock every `between`
/// calls, so that looking costs nothing.
template <class Step>
Rates measure(Step step, int warmup, int between) {
    for (int i = 0; i < warmup; ++i) step();
    const double length = fromEnvironment("SECONDS", 0.5);
    std::vector<double> rates;
    double bestOfProcessor = 0;
    long allCalls = 0;
    const double processorBefore = processorSeconds();
    for (int window = 0; window < static_cast<int>(fromEnvironment("WINDOWS", 5)); ++window) {
        long calls = 0;
        const double start = seconds(), processorStart = processorSeconds();
        double elapsed = 0;
        do {
            for (int i = 0; i < between; ++i) step();
            calls += between;
            elapsed = seconds() - start;
        } while (elapsed < length);
        rates.push_back(static_cast<double>(calls) / elapsed);
        bestOfProcessor = std::max(bestOfProcessor, static_cast<double>(calls) / (processorSeconds() - processorStart));
        allCalls += calls;
    }
    std::sort(rates.begin(), rates.end());
    const double processor = (processorSeconds() - processorBefore) / static_cast<double>(allCalls);
    return {rates[rates.size() / 2], rates.back(), bestOfProcessor, processor * 1e6};
}

}  // namespace perceptarium::bench
