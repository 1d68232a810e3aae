// Slot: the latest value of something, handed from one thread to another without either waiting for the other's work.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

namespace perceptarium::train {

template <class T>
class Slot {
public:
    /// Any thread. The old value is freed outside the lock.
    void publish(std::shared_ptr<const T> value) {
        {
            const std::lock_guard lock(mutex_);
            value_.swap(value);
            ++version_;
            taken_ = false;
        }
    }
    std::shared_ptr<const T> latest() const {
        const std::lock_guard lock(mutex_);
        taken_ = true;
        return value_;
    }
    /// Has anyone taken the latest value? Also true while there is none.
    bool taken() const {
        const std::lock_guard lock(mutex_);
        return taken_;
    }
    /// The latest value if it is newer than `seen` (which is updated), else nullptr.
    std::shared_ptr<const T> newer(std::uint64_t& seen) const {
        const std::lock_guard lock(mutex_);
        if (version_ == seen) return nullptr;
        seen = version_;
        taken_ = true;
        return value_;
    }

private:
    mutable std::mutex mutex_;  // std::atomic<std::shared_ptr> is not lock-free in libstdc++ 12 and TSan reports it
    std::shared_ptr<const T> value_;
    std::uint64_t version_ = 0;
    mutable bool taken_ = true;
};

}  // namespace perceptarium::train
