// Storage for tensors: freed blocks are kept by size and handed out again, so that a training step asks the operating
// system for nothing (a fresh page costs about 2 µs, which can be more than the arithmetic done on it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace perceptarium {

/// At least `bytes` bytes, uninitialized, aligned to 64 and readable 64 bytes beyond the end, so that kernels may load
/// whole vectors. Any thread may take and free. Zero bytes give a valid, non-null pointer.
std::shared_ptr<std::byte[]> takeStorage(std::size_t bytes);

/// What the pool holds, for tests and the status line.
struct StoragePoolCounts {
    std::uint64_t fromSystem = 0;  ///< blocks asked from the operating system so far
    std::uint64_t reused = 0;      ///< blocks handed out again so far
    std::size_t bytesInUse = 0;
    std::size_t bytesKept = 0;  ///< free, waiting to be used again
};
StoragePoolCounts storagePoolCounts();

/// Gives all kept blocks back to the operating system (between runs).
void trimStoragePool();

}  // namespace perceptarium
