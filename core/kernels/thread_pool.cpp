#include "kernels/thread_pool.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "kernels/tiny_numbers.h"

namespace perceptarium::kernels {
namespace {

/// How long a thread looks for work before it sleeps. Between the operations of a training step there is less than that;
/// longer would take the core from the window.
constexpr auto kSpin = std::chrono::microseconds(30);
/// Workers give way to the window, as the trainer's thread does.
constexpr int kNice = 10;

void pause() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

/// Spins for a moment, then sleeps, until `value` is no longer `old`.
void waitWhile(std::atomic<int>& value, int old) {
    const auto giveUp = std::chrono::steady_clock::now() + kSpin;
    do {
        for (int i = 0; i < 32; ++i) {
            if (value.load(std::memory_order_acquire) != old) return;
            pause();
        }
    } while (std::chrono::steady_clock::now() < giveUp);
    value.wait(old, std::memory_order_acquire);
}

std::atomic<int> wantedCores{0};

thread_local bool inside = false;  // this thread is running a piece: nested work stays on it

class Pool {
public:
    Pool() { start(0); }

    void start(int threads) {
        const std::lock_guard lock(owner_);
        stop();
        if (threads <= 0) threads = cores();
        threads_.store(threads, std::memory_order_relaxed);
        stopping_ = false;
        for (int i = 1; i < threads; ++i) workers_.emplace_back([this, seen = turn_.load()] { serve(seen); });
    }

    int threads() const { return threads_.load(std::memory_order_relaxed); }

    /// False when the workers are not to be had.
    bool run(std::int64_t pieces, detail::Work work, void* context) {
        const std::unique_lock lock(owner_, std::try_to_lock);
        if (!lock.owns_lock() || workers_.empty()) return false;
        work_ = work;
        context_ = context;
        error_ = nullptr;
        unfinished_.store(static_cast<int>(pieces), std::memory_order_relaxed);
        tickets_.store(static_cast<std::uint64_t>(pieces) << 32, std::memory_order_release);
        turn_.fetch_add(1, std::memory_order_release);
        turn_.notify_all();
        help();
        // Only pieces that a worker has begun are waited for: one that is still asleep is not.
        for (int left; (left = unfinished_.load(std::memory_order_acquire)) != 0;) waitWhile(unfinished_, left);
        if (error_) std::rethrow_exception(error_);
        return true;
    }

private:
    void stop() {
        stopping_ = true;
        turn_.fetch_add(1, std::memory_order_release);
        turn_.notify_all();
        workers_.clear();  // joins
    }

    void serve(int seen) {
        const FlushTinyNumbers flush;
        setpriority(PRIO_PROCESS, 0, kNice);  // Linux: 0 is this thread; failing changes only smoothness
        for (;;) {
            waitWhile(turn_, seen);
            seen = turn_.load(std::memory_order_acquire);
            if (stopping_) return;
            help();
        }
    }

    /// Takes pieces until there are none. A worker that comes late finds all tickets taken, or takes one of the next
    /// call; work_ and context_ are read only with a ticket in hand, when they cannot change.
    void help() {
        inside = true;
        for (;;) {
            const std::uint64_t ticket = tickets_.fetch_add(1, std::memory_order_acq_rel);
            const std::uint64_t pieces = ticket >> 32, piece = ticket & 0xffffffffu;
            if (piece >= pieces) break;
            try {
                work_(context_, static_cast<std::int64_t>(piece));
            } catch (...) {
                const std::lock_guard lock(errorMutex_);
                if (!error_) error_ = std::current_exception();
            }
            if (unfinished_.fetch_sub(1, std::memory_order_acq_rel) == 1) unfinished_.notify_all();
        }
        inside = false;
    }

    std::mutex owner_;  // whoever holds it may use the workers
    std::vector<std::jthread> workers_;
    std::atomic<int> threads_{1};
    std::atomic<int> turn_{0};  // changes with every call: what sleeping workers wait for
    std::atomic<bool> stopping_{false};
    std::atomic<std::uint64_t> tickets_{0};  // pieces of this call << 32 | the next one to be taken
    std::atomic<int> unfinished_{0};
    detail::Work work_ = nullptr;
    void* context_ = nullptr;
    std::mutex errorMutex_;
    std::exception_ptr error_;
};

Pool& pool() {
    static Pool* const forEver = new Pool;  // never destroyed: threads must not outlive or race with other statics
    return *forEver;
}

}  // namespace

void setCores(int cores) { wantedCores.store(cores, std::memory_order_relaxed); }
int cores() {
    const int wanted = wantedCores.load(std::memory_order_relaxed);
    return wanted > 0 ? wanted : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void setThreads(int threads) { pool().start(threads); }
int threads() { return pool().threads(); }

Pieces piecesOf(std::int64_t n, std::int64_t grain, int perThread) {
    const std::int64_t most = threads() == 1 ? 1 : static_cast<std::int64_t>(threads()) * perThread;
    return {n, std::clamp<std::int64_t>(n / std::max<std::int64_t>(grain, 1), 1, most)};
}

namespace detail {

void run(std::int64_t pieces, Work work, void* context) {
    if (!inside && pool().run(pieces, work, context)) return;
    for (std::int64_t piece = 0; piece < pieces; ++piece) work(context, piece);
}

}  // namespace detail
}  // namespace perceptarium::kernels
