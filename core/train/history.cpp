// History: see trainer_thread.h. Batches lie in chunks of fixed size; the trainer writes beyond the published count and then
// raises it, readers look only below it.
#include <algorithm>

#include "train/trainer_thread.h"

namespace perceptarium::train {

History::History() = default;

std::vector<BatchRecord> History::batches(std::size_t from) const {
    std::vector<std::shared_ptr<Chunk>> chunks;
    std::size_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        count = count_.load(std::memory_order_acquire);
        if (from >= count) return {};
        chunks.assign(chunks_.begin() + static_cast<std::ptrdiff_t>(from / kChunk),
                      chunks_.begin() + static_cast<std::ptrdiff_t>((count - 1) / kChunk + 1));
    }
    std::vector<BatchRecord> records;
    records.reserve(count - from);
    const std::size_t first = from / kChunk * kChunk;
    for (std::size_t c = 0; c < chunks.size(); ++c) {
        const std::size_t begin = first + c * kChunk;
        const auto at = [&](std::size_t i) { return chunks[c]->begin() + static_cast<std::ptrdiff_t>(i - begin); };
        records.insert(records.end(), at(std::max(begin, from)), at(std::min(begin + kChunk, count)));
    }
    return records;
}

std::vector<EpochRecord> History::epochs(std::size_t from) const {
    const std::lock_guard lock(mutex_);
    if (from >= epochs_.size()) return {};
    return {epochs_.begin() + static_cast<std::ptrdiff_t>(from), epochs_.end()};
}

std::vector<Mark> History::marks(std::size_t from) const {
    const std::lock_guard lock(mutex_);
    if (from >= marks_.size()) return {};
    return {marks_.begin() + static_cast<std::ptrdiff_t>(from), marks_.end()};
}

std::uint64_t History::generation() const {
    const std::lock_guard lock(mutex_);
    return generation_;
}

void History::append(const BatchRecord& record) {
    const std::size_t count = count_.load(std::memory_order_relaxed);
    if (count == chunks_.size() * kChunk) {
        auto chunk = std::make_shared<Chunk>(kChunk);
        const std::lock_guard lock(mutex_);
        chunks_.push_back(std::move(chunk));
    }
    (*chunks_[count / kChunk])[count % kChunk] = record;
    count_.store(count + 1, std::memory_order_release);
}

void History::append(const EpochRecord& record) {
    const std::lock_guard lock(mutex_);
    epochs_.push_back(record);
}

void History::append(const Mark& mark) {
    const std::lock_guard lock(mutex_);
    marks_.push_back(mark);
}

void History::clear() {
    const std::lock_guard lock(mutex_);
    if (count_.load(std::memory_order_relaxed) == 0 && epochs_.empty() && marks_.empty()) return;
    count_.store(0, std::memory_order_release);
    chunks_.clear();  // a reader may still hold them: new records go into new chunks
    epochs_.clear();
    marks_.clear();
    ++generation_;
}

void History::truncate(std::int64_t step) {
    const std::lock_guard lock(mutex_);
    std::size_t keep = count_.load(std::memory_order_relaxed);
    while (keep > 0 && (*chunks_[(keep - 1) / kChunk])[(keep - 1) % kChunk].step >= step) --keep;
    const auto later = [&](const auto& record) { return record.step > step; };
    const std::size_t before = epochs_.size() + marks_.size();
    std::erase_if(epochs_, later);
    std::erase_if(marks_, later);
    if (keep == count_.load(std::memory_order_relaxed) && before == epochs_.size() + marks_.size()) return;
    count_.store(keep, std::memory_order_release);
    chunks_.resize((keep + kChunk - 1) / kChunk);
    // Readers may be copying from the last chunk; what is written next must not change under them.
    if (keep % kChunk != 0) chunks_.back() = std::make_shared<Chunk>(*chunks_.back());
    ++generation_;
}

}  // namespace perceptarium::train
