#include "ui/live_pictures.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

namespace perceptarium::ui {
namespace {

constexpr double kNew = 0.25;      ///< weight of the newest cost: one dear picture (a resize, a menu) is soon forgotten
constexpr double kDearest = 0.05;  ///< s; more is not the picture's own doing
constexpr double kFastest = 0.033;  ///< s between two of the same picture

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double threadSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

LivePictures::LivePictures() : LivePictures(Clocks{steadySeconds, threadSeconds}) {}
LivePictures::LivePictures(Clocks clocks) : clocks_(std::move(clocks)) {}

std::shared_ptr<void> LivePictures::add(Picture picture) {
    auto entry = std::make_shared<Entry>();
    entry->picture = std::move(picture);
    entries_.push_back(entry);
    return entry;
}

/// An equal part of the share for each picture that is seen.
double LivePictures::interval(const Entry& entry, std::size_t seen) const {
    return std::clamp(entry.cost * static_cast<double>(seen) / kShare, kFastest,
                      std::max(kFastest, entry.picture.atLeastEvery()));
}

void LivePictures::settle() {
    const auto last = last_.lock();
    last_.reset();
    if (!last) return;
    const double cost = std::min(clocks_.spent() - spentBefore_, kDearest);
    last->cost = last->cost == 0 ? cost : last->cost + kNew * (cost - last->cost);
    last->due = last->made + interval(*last, seen_);
}

void LivePictures::tick(bool training) {
    settle();
    entries_.remove_if([](const auto& entry) { return entry.expired(); });
    const double now = clocks_.now();
    std::vector<std::pair<double, std::weak_ptr<Entry>>> waiting;  // one may go away while another is made
    seen_ = 0;
    for (const auto& weak : entries_)
        if (const auto entry = weak.lock(); entry && entry->picture.seen()) {
            ++seen_;
            if (!training || entry->due <= now) waiting.emplace_back(entry->due, entry);
        }
    std::stable_sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [due, weak] : waiting) {
        const auto entry = weak.lock();  // stays while it is made, even when it goes away by its own doing
        if (!entry) continue;
        spentBefore_ = clocks_.spent();
        if (!entry->picture.refresh()) continue;
        entry->made = now;
        if (!training) continue;
        last_ = entry;
        return;
    }
}

}  // namespace perceptarium::ui
