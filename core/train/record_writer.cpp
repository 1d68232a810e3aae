#include "train/record_writer.h"

#include <algorithm>
#include <chrono>

#include "base/check.h"

namespace perceptarium::train {
namespace {

using namespace std::chrono_literals;
constexpr auto kAtLeastEvery = 1s;
constexpr auto kAfterFailure = 2s;
constexpr std::size_t kMostWaiting = 4'000'000;  ///< batches; 200 MB

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
    if (to.empty())
        to.swap(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

/// `later` happened after `bundle`.
void append(RecordWriter::Bundle& bundle, RecordWriter::Bundle& later) {
    append(bundle.batches, later.batches);
    append(bundle.epochs, later.epochs);
    append(bundle.marks, later.marks);
    if (later.checkpoint) bundle.checkpoint = std::move(later.checkpoint);
    later.checkpoint.reset();
    if (later.best) {
        bundle.best = std::move(later.best);
        bundle.bestScore = later.bestScore;
    }
    later.best.reset();
}

}  // namespace

RecordWriter::RecordWriter(std::unique_ptr<RunRecord> record)
    : record_(std::move(record)), thread_([this](std::stop_token stop) { main(stop); }) {}

RecordWriter::~RecordWriter() {
    flush();
    thread_.request_stop();
}

void RecordWriter::setRun(std::int64_t run) {
    flush();
    const std::lock_guard lock(mutex_);
    run_ = run;
}

void RecordWriter::hand(Bundle& bundle) {
    if (bundle.empty()) return;
    std::unique_lock lock(mutex_);
    // Bounded memory: when the disk cannot keep up, training waits; when it has failed, the oldest batches are given up.
    if (!failure_.empty() && waiting_.batches.size() > kMostWaiting) waiting_.batches.clear();
    changed_.wait(lock, [&] { return waiting_.batches.size() <= kMostWaiting; });
    const bool hurry = bundle.checkpoint != nullptr || waiting_.batches.size() + bundle.batches.size() > kMostWaiting / 2;
    append(waiting_, bundle);
    hurry_ = hurry_ || hurry;
    lock.unlock();
    if (hurry) changed_.notify_all();
}

void RecordWriter::flush() {
    call([](RunRecord&) {});
}

void RecordWriter::call(const std::function<void(RunRecord&)>& work) {
    std::unique_lock lock(mutex_);
    CHECK(std::this_thread::get_id() != thread_.get_id(), "the writer would wait for itself");
    calls_.push_back(&work);
    changed_.notify_all();
    changed_.wait(lock, [&] { return std::find(calls_.begin(), calls_.end(), &work) == calls_.end(); });
}

std::string RecordWriter::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}
double RecordWriter::checkpointSeconds() const {
    const std::lock_guard lock(mutex_);
    return checkpointSeconds_;
}
double RecordWriter::secondsBusy() const {
    const std::lock_guard lock(mutex_);
    return busy_;
}

void RecordWriter::write(std::unique_lock<std::mutex>& lock) {
    if (waiting_.empty() || run_ == 0) return;
    Bundle bundle;
    append(bundle, waiting_);
    hurry_ = false;
    const std::int64_t run = run_;
    lock.unlock();
    const auto start = std::chrono::steady_clock::now();
    std::string failure;
    try {
        const Status written = record_->write(run, bundle.batches, bundle.epochs, bundle.marks, bundle.checkpoint.get(),
                                              bundle.best.get(), bundle.bestScore);
        if (!written) failure = written.error().message();
    } catch (const std::exception& error) {
        failure = error.what();
    }
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    lock.lock();
    busy_ += took;
    failure_ = failure;
    if (failure.empty()) {
        if (bundle.checkpoint) checkpointSeconds_ = took;
    } else {  // back in front of what came meanwhile, to be tried again
        append(bundle, waiting_);
        waiting_ = std::move(bundle);
    }
    changed_.notify_all();
}

void RecordWriter::main(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        const auto pause = failure_.empty() ? kAtLeastEvery : kAfterFailure;
        changed_.wait_for(lock, stop, pause, [&] { return !calls_.empty() || (hurry_ && failure_.empty()); });
        write(lock);
        if (calls_.empty()) continue;
        const auto* work = calls_.front();
        lock.unlock();
        std::string failure;
        try {
            (*work)(*record_);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        lock.lock();
        if (!failure.empty()) failure_ = failure;
        calls_.erase(calls_.begin());
        changed_.notify_all();
    }
}

}  // namespace perceptarium::train
