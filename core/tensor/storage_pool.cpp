#include "tensor/storage_pool.h"

#include <sys/mman.h>

#include <array>
#include <bit>
#include <cstdlib>
#include <limits>
#include <mutex>
#include <new>

namespace perceptarium {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kHeader = 64;  // in front of the numbers: the shared_ptr's control block while the block is in use
constexpr std::size_t kSlack = 64;   // behind the numbers: whole vectors may be read
constexpr std::size_t kHugePage = std::size_t{2} << 20;
/// Free memory beyond this is given back: an edit of the network must not leave the memory of all its ancestors behind.
constexpr std::size_t kKeepAtMost = std::size_t{1} << 30;

// Four sizes to each power of two: at most 25 % is wasted, and batches of slightly different size share blocks.
constexpr std::size_t kSmallest = 128;
constexpr std::size_t kClasses = 4 * 56;

std::size_t classOf(std::size_t bytes) {
    if (bytes <= kSmallest) return 0;
    const auto power = static_cast<std::size_t>(std::bit_width(bytes - 1)) - 1;  // 2^power < bytes ≤ 2^(power+1)
    const std::size_t base = std::size_t{1} << power;
    const std::size_t quarter = (bytes - base + base / 4 - 1) / (base / 4);  // 1 … 4
    return (power - 7) * 4 + quarter;
}

std::size_t sizeOfClass(std::size_t index) {
    if (index == 0) return kSmallest;
    const std::size_t base = std::size_t{1} << ((index - 1) / 4 + 7);
    return base + ((index - 1) % 4 + 1) * (base / 4);
}

class Pool {
public:
    std::byte* take(std::size_t index) {
        {
            const std::lock_guard lock(mutex_);
            counts_.bytesInUse += sizeOfClass(index);
            if (FreeBlock* block = free_[index]) {
                free_[index] = block->next;
                counts_.bytesKept -= sizeOfClass(index);
                ++counts_.reused;
                return reinterpret_cast<std::byte*>(block);
            }
            ++counts_.fromSystem;
        }
        const std::size_t size = sizeOfClass(index);
        const std::size_t alignment = size >= kHugePage ? kHugePage : kAlignment;
        void* memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
        if (memory == nullptr) {
            const std::lock_guard lock(mutex_);
            counts_.bytesInUse -= size;
            throw std::bad_alloc();
        }
        if (size >= kHugePage) madvise(memory, size, MADV_HUGEPAGE);  // a hint: fewer page faults on first touch
        return static_cast<std::byte*>(memory);
    }

    void give(std::byte* memory, std::size_t index) {
        const std::size_t size = sizeOfClass(index);
        {
            const std::lock_guard lock(mutex_);
            counts_.bytesInUse -= size;
            if (counts_.bytesKept + size <= kKeepAtMost) {
                free_[index] = new (memory) FreeBlock{free_[index]};
                counts_.bytesKept += size;
                return;
            }
        }
        std::free(memory);
    }

    void trim() {
        std::array<FreeBlock*, kClasses> blocks{};
        {
            const std::lock_guard lock(mutex_);
            blocks.swap(free_);
            counts_.bytesKept = 0;
        }
        for (FreeBlock* block : blocks)
            while (block != nullptr) {
                FreeBlock* next = block->next;
                std::free(block);
                block = next;
            }
    }

    StoragePoolCounts counts() {
        const std::lock_guard lock(mutex_);
        return counts_;
    }

private:
    struct FreeBlock {
        FreeBlock* next;
    };
    std::mutex mutex_;
    std::array<FreeBlock*, kClasses> free_{};
    StoragePoolCounts counts_;
};

Pool& pool() {
    static Pool* const forEver = new Pool;  // tensors in statics may outlive any order of destruction
    return *forEver;
}

/// Puts the control block into the header of the same block, so that a tensor costs one trip to the pool; the block goes
/// back when the last owner, strong or weak, is gone.
template <class T>
struct HeaderAllocator {
    using value_type = T;
    std::byte* block;
    std::size_t index;

    HeaderAllocator(std::byte* ofBlock, std::size_t ofIndex) : block(ofBlock), index(ofIndex) {}
    template <class U>
    HeaderAllocator(const HeaderAllocator<U>& other) : block(other.block), index(other.index) {}

    T* allocate(std::size_t n) {
        static_assert(sizeof(T) <= kHeader && alignof(T) <= kAlignment);
        if (n != 1) throw std::bad_alloc();
        return reinterpret_cast<T*>(block);
    }
    void deallocate(T*, std::size_t) { pool().give(block, index); }
    template <class U>
    bool operator==(const HeaderAllocator<U>& other) const {
        return block == other.block;
    }
};

struct NothingToDelete {
    void operator()(std::byte*) const {}
};

}  // namespace

std::shared_ptr<std::byte[]> takeStorage(std::size_t bytes) {
    if (bytes > std::numeric_limits<std::size_t>::max() / 4) throw std::bad_alloc();
    const std::size_t index = classOf(bytes + kHeader + kSlack);
    std::byte* block = pool().take(index);
    return {block + kHeader, NothingToDelete{}, HeaderAllocator<std::byte>(block, index)};
}

StoragePoolCounts storagePoolCounts() { return pool().counts(); }

void trimStoragePool() { pool().trim(); }

}  // namespace perceptarium
