// The one thread pool: work is cut into fixed pieces, so that results never depend on who computed which piece.
#pragma once

#include <cstdint>
#include <type_traits>

namespace perceptarium::kernels {

/// How many threads work at once, the calling one included. 0 or less: as many as there are cores. Waits for running work.
void setThreads(int threads);
int threads();
/// How many cores 0 stands for from the next setThreads() on; 0 or less: all of the machine's.
void setCores(int cores);
int cores();

/// A plan for cutting 0 … n−1 into `count` consecutive ranges that differ by at most one in length. It depends on n,
/// grain and threads() only.
struct Pieces {
    std::int64_t n = 0;
    std::int64_t count = 1;
    std::int64_t begin(std::int64_t piece) const { return n / count * piece + (piece < n % count ? piece : n % count); }
    std::int64_t end(std::int64_t piece) const { return begin(piece + 1); }
};
/// No piece is smaller than `grain` (but the only one), and there are at most `perThread` a thread: more than one evens
/// out a core that somebody else is using.
Pieces piecesOf(std::int64_t n, std::int64_t grain, int perThread = 2);

namespace detail {
using Work = void (*)(void* context, std::int64_t piece);
void run(std::int64_t pieces, Work work, void* context);
}  // namespace detail

/// Calls work(piece) for each piece 0 … count−1, in any order and on any thread; returns when all are done. Called inside
/// of such work, or while another thread is using the pool, everything runs on the calling thread. The first exception
/// of any piece is thrown again here.
template <class F>
void parallelPieces(std::int64_t count, F&& work) {
    if (count == 1) return work(std::int64_t{0});
    detail::run(
        count, [](void* context, std::int64_t piece) { (*static_cast<std::remove_reference_t<F>*>(context))(piece); },
        const_cast<void*>(static_cast<const void*>(&work)));
}

/// Calls work(begin, end) for consecutive ranges of 0 … n−1 with at least `grain` items each (when n allows).
/// Choose `grain` so that a range is worth about 20 µs or more: below that, waking a thread costs more than it brings.
template <class F>
void parallelFor(std::int64_t n, std::int64_t grain, F&& work) {
    if (n <= 0) return;
    const Pieces pieces = piecesOf(n, grain);
    parallelPieces(pieces.count, [&](std::int64_t piece) { work(pieces.begin(piece), pieces.end(piece)); });
}

}  // namespace perceptarium::kernels
