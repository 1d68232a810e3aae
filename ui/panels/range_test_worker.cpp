#include "ui/panels/range_test_worker.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/progress.h"

namespace perceptarium::ui {

void RangeTestWorker::start(Job job) {
    cancel();
    progress_ = {};
    progress_.running = true;
    thread_ = std::jthread([this, job = std::move(job)](std::stop_token stop) { run(stop, job); });
}

void RangeTestWorker::cancel() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();  // a test looks at its stop before each batch
}

void RangeTestWorker::run(const std::stop_token& stop, const Job& job) {
    // As training: the window comes first. Where it is refused, the test runs at normal priority.
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10));
    std::string failure;
    std::optional<train::RangeTest> result;
    try {
        const std::optional<train::State> state = job.state ? job.state() : std::nullopt;
        auto test = train::testLearningRates(job.graph, job.data, job.settings, state ? &*state : nullptr, job.range,
                                             stop, [this](const train::RangePoint& point) {
                                                 const std::lock_guard lock(mutex_);
                                                 progress_.points.push_back(point);
                                             });
        if (test)
            result = std::move(*test);
        else if (!perceptarium::Progress::isCancelled(test.error()))
            failure = test.error().message();
    } catch (const std::exception& error) {
        failure = std::string("a fault of the program, please report it: ") + error.what();
    }
    const std::lock_guard lock(mutex_);
    progress_.running = false;
    progress_.result = std::move(result);
    progress_.failure = std::move(failure);
}

RangeTestWorker::Progress RangeTestWorker::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

}  // namespace perceptarium::ui
