#include "data/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace perceptarium::data {

bool inParallel(std::int64_t count, std::int64_t piece, const Progress& progress, std::string_view what,
                const std::function<void(std::int64_t, std::int64_t)>& work, double from, double to) {
    std::atomic<std::int64_t> next{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto takeOne = [&] {
        const std::int64_t begin = next.fetch_add(piece);
        if (begin >= count || stop || progress.cancelled()) return false;
        try {
            work(begin, std::min(begin + piece, count));
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            stop = true;
        }
        return !stop;
    };
    {
        std::vector<std::jthread> helpers;
        const auto pieces = static_cast<unsigned>(std::min<std::int64_t>((count + piece - 1) / piece, 64));
        const unsigned cores = std::min(std::max(1u, std::thread::hardware_concurrency()), std::max(1u, pieces));
        for (unsigned i = 1; i < cores; ++i)
            helpers.emplace_back([&] {
                while (takeOne()) {
                }
            });
        while (takeOne()) {
            const double share = static_cast<double>(std::min(next.load(), count)) / static_cast<double>(count);
            progress.report(from + (to - from) * share, what);
        }
    }
    if (failure) std::rethrow_exception(failure);
    return !progress.cancelled();
}

}  // namespace perceptarium::data
