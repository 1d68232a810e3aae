// Mini-batches by number. Small ones are read where they are asked for: handing them over between threads would cost
// more than reading them. Only when reading turns out to be slow (pictures decoded from disk) does a thread read ahead.
#include "data/batches.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <numeric>
#include <thread>

#include "base/random.h"

namespace perceptarium::data {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTrials = 4;         ///< batches read on the spot before deciding
constexpr double kSlow = 300e-6;   ///< seconds; above, reading ahead pays (a hand-over costs some 20 µs)
constexpr std::size_t kAhead = 3;  ///< batches kept ready: bounded, a batch of large pictures is large
constexpr std::size_t kSpare = kAhead + 3;

}  // namespace

/// Owned by Batches. get() belongs to one thread at a time; the reading thread shares only what the mutex guards.
class Batches::Reader {
public:
    Reader(PreparedPtr data, std::int64_t batchSize, std::uint64_t seed)
        : data_(std::move(data)), batchSize_(batchSize), seed_(seed) {
        CHECK(batchSize_ > 0, "a batch holds at least one example");
    }

    std::int64_t examples() const { return static_cast<std::int64_t>(data_->split.train.size()); }
    std::int64_t batches() const { return (examples() + batchSize_ - 1) / batchSize_; }

    Result<std::shared_ptr<const Batch>> get(std::int64_t epoch, std::int64_t batch) {
        CHECK(epoch >= 0 && batch >= 0 && batch < batches(), "no such batch");
        if (thread_.joinable()) return await({epoch, batch});
        const auto before = Clock::now();
        auto result = read({epoch, batch}, order_);
        if (trials_ < kTrials) {
            fastest_ = std::min(fastest_, std::chrono::duration<double>(Clock::now() - before).count());
            if (++trials_ == kTrials && fastest_ > kSlow && batches() > 1) {
                wanted_ = next({epoch, batch});
                thread_ = std::jthread([this](std::stop_token stop) { readAhead(stop); });
            }
        }
        return result;
    }

private:
    struct Place {
        std::int64_t epoch = -1, batch = 0;
        bool operator==(const Place&) const = default;
    };
    /// The shuffled training part of one epoch.
    struct Order {
        std::int64_t epoch = -1;
        std::vector<std::int64_t> places;
    };
    struct Ready {
        Place place;
        Result<std::shared_ptr<const Batch>> batch;
    };

    Place next(Place place) const {
        return place.batch + 1 < batches() ? Place{place.epoch, place.batch + 1} : Place{place.epoch + 1, 0};
    }

    Result<std::shared_ptr<const Batch>> read(Place place, Order& order) {
        const auto& train = data_->split.train;
        if (order.epoch != place.epoch) {
            order.places.resize(train.size());
            std::iota(order.places.begin(), order.places.end(), std::int64_t{0});
            Random(seed_, "shuffle", {static_cast<std::uint64_t>(place.epoch)}).shuffle(order.places);
            order.epoch = place.epoch;
        }
        const std::int64_t from = place.batch * batchSize_;
        const std::int64_t count = std::min(batchSize_, examples() - from);
        auto batch = spare(count);
        batch->examples.resize(static_cast<std::size_t>(count));
        for (std::int64_t i = 0; i < count; ++i)
            batch->examples[static_cast<std::size_t>(i)] =
                train[static_cast<std::size_t>(order.places[static_cast<std::size_t>(from + i)])];
        if (auto status = data_->read(batch->examples, batch->x, batch->y); !status) return status.error();
        return std::shared_ptr<const Batch>(std::move(batch));
    }

    /// A batch that nobody holds any more, best one of the same length: its tensors are reused.
    std::shared_ptr<Batch> spare(std::int64_t count) {
        const std::lock_guard lock(spareMutex_);
        std::shared_ptr<Batch>* found = nullptr;
        for (auto& each : spares_) {
            if (each.use_count() != 1) continue;
            if (!found || each->x.shape()[0] == count) found = &each;
            if ((*found)->x.shape()[0] == count) break;
        }
        if (found && ((*found)->x.shape()[0] == count || spares_.size() >= kSpare)) {
            // The count going up and down again is an acquire: what the last holder did with the batch is behind us.
            { const std::shared_ptr<Batch> hold = *found; }
            return *found;
        }
        auto fresh = std::make_shared<Batch>();
        fresh->x =
            Tensor::empty(data_->dataset->info().input.shape.withBatch(count), data_->dataset->info().input.dtype);
        if (spares_.size() < kSpare) spares_.push_back(fresh);
        return fresh;
    }

    Result<std::shared_ptr<const Batch>> await(Place place) {
        std::unique_lock lock(mutex_);
        const auto atPlace = [&] {
            while (!ready_.empty() && ready_.front().place != place) ready_.pop_front();
            return !ready_.empty();
        };
        if (!atPlace() && reading_ != place && wanted_ != place) {  // somewhere else in the data
            wanted_ = place;
            ++jump_;
        }
        changed_.notify_all();
        changed_.wait(lock, atPlace);
        auto result = std::move(ready_.front().batch);
        ready_.pop_front();
        lock.unlock();
        changed_.notify_all();
        return result;
    }

    void readAhead(const std::stop_token& stop) {
        Order order;
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [&] { return ready_.size() < kAhead; }) && !stop.stop_requested()) {
            const Place place = wanted_;
            const std::uint64_t jump = jump_;
            reading_ = place;
            wanted_ = next(place);
            lock.unlock();
            auto result = read(place, order);
            lock.lock();
            reading_ = {};
            if (jump != jump_) continue;  // no longer asked for
            ready_.push_back({place, std::move(result)});
            changed_.notify_all();
        }
    }

    const PreparedPtr data_;
    const std::int64_t batchSize_;
    const std::uint64_t seed_;

    Order order_;  ///< of get(), while it reads itself
    int trials_ = 0;
    double fastest_ = 1e9;

    std::mutex spareMutex_;
    std::vector<std::shared_ptr<Batch>> spares_;

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable_any changed_;
    std::deque<Ready> ready_;
    Place wanted_, reading_;
    std::uint64_t jump_ = 0;

    std::jthread thread_;  ///< last, so that it ends first
};

Batches::Batches(PreparedPtr data, std::int64_t batchSize, std::uint64_t seed)
    : reader_(std::make_unique<Reader>(std::move(data), batchSize, seed)) {}
Batches::~Batches() = default;

std::int64_t Batches::batchesPerEpoch() const { return reader_->batches(); }
std::int64_t Batches::examplesPerEpoch() const { return reader_->examples(); }

Result<std::shared_ptr<const Batch>> Batches::get(std::int64_t epoch, std::int64_t batch) {
    return reader_->get(epoch, batch);
}

}  // namespace perceptarium::data
