// Working memory of one kernel call, from the tensors' pool: aligned, readable in whole vectors, not from the system.
#pragma once

#include <algorithm>

#include "kernels/isa/inner.h"
#include "tensor/storage_pool.h"

namespace perceptarium::kernels {

template <class T>
class Scratch {
public:
    /// Uninitialized.
    explicit Scratch(Index n)
        : bytes_(takeStorage(static_cast<std::size_t>(n) * sizeof(T))), data_(reinterpret_cast<T*>(bytes_.get())), n_(n) {}
    T* data() { return data_; }
    const T* data() const { return data_; }
    void clear() { std::fill_n(data_, n_, T(0)); }

private:
    std::shared_ptr<std::byte[]> bytes_;
    T* data_;
    Index n_;
};

}  // namespace perceptarium::kernels
