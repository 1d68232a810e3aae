#include "tensor/storage_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <thread>
#include <vector>

#include "tensor/tensor.h"

namespace perceptarium {
namespace {

TEST(StoragePool, handsFreedBlocksOutAgain) {
    trimStoragePool();
    EXPECT_EQ(storagePoolCounts().bytesKept, 0u);
    const std::byte* place = nullptr;
    {
        const Tensor a = Tensor::empty({100'000});
        place = a.bytes();
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(place) % 64, 0u);
    }
    EXPECT_GT(storagePoolCounts().bytesKept, 0u);
    const auto before = storagePoolCounts().fromSystem;
    const Tensor b = Tensor::empty({100'000});
    EXPECT_EQ(b.bytes(), place);
    EXPECT_EQ(storagePoolCounts().fromSystem, before);
}

TEST(StoragePool, everySizeHasRoom) {
    for (std::size_t bytes = 0; bytes < 5000; ++bytes) {
        const auto storage = takeStorage(bytes);
        ASSERT_NE(storage.get(), nullptr);
        std::fill_n(storage.get(), bytes, std::byte{1});  // the sanitizer would tell
        ASSERT_EQ(std::count(storage.get(), storage.get() + bytes, std::byte{1}), static_cast<std::ptrdiff_t>(bytes));
    }
    EXPECT_THROW((void)takeStorage(~std::size_t{0}), std::bad_alloc);
}

TEST(StoragePool, threadsMayTakeAndFreeEachOthersBlocks) {
    const auto before = storagePoolCounts().bytesInUse;
    std::vector<Tensor> kept(200);
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&kept, t] {
            for (int i = 0; i < 2000; ++i) {
                const Tensor tensor = Tensor::full({i % 50 + 1}, t);
                ASSERT_EQ(tensor.at(i % 50), t);
                if (i % 40 == 0) kept[static_cast<std::size_t>(t * 50 + i / 40)] = tensor;
            }
        });
    threads.clear();
    EXPECT_GT(storagePoolCounts().bytesInUse, before);
    for (int t = 0; t < 4; ++t) EXPECT_EQ(kept[static_cast<std::size_t>(t * 50)].at(0), t);
    kept.clear();
    EXPECT_EQ(storagePoolCounts().bytesInUse, before);
}

}  // namespace
}  // namespace perceptarium
