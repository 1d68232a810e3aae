// Whole training steps (forward, backward, update) through the tape, as the peers' programs do them:
// bench_training [w1|w2|…]… prints one JSON line each. THREADS, SECONDS and WINDOWS come from the environment.
#include <fmt/format.h>

#include <algorithm>

#include "kernels/thread_pool.h"
#include "steps/workload.h"

int main(int count, char** names) {
    using namespace perceptarium::bench;
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 0)));
    int ran = 0;
    for (const Workload* workload : allWorkloads())
        if (count == 1 || std::count(names + 1, names + count, workload->name) > 0) workload->run(), ++ran;
    if (ran == 0) fmt::print(stderr, "there is no such workload\n");
    return ran == 0 ? 2 : 0;
}
