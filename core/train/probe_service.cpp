#include "train/probe_service.h"

#include <algorithm>

namespace perceptarium::train {
namespace {

// With several views open training is to keep 95 % of its speed; the rest of the difference goes to handing over.
constexpr double kRoutineShare = 0.04;
constexpr double kAskedShare = 0.25;

}  // namespace

std::shared_ptr<void> ProbeService::subscribe(ProbePtr probe) {
    CHECK(probe != nullptr, "nothing to subscribe");
    auto handle = std::make_shared<char>('\0');
    const std::lock_guard lock(mutex_);
    newcomers_.emplace_back(std::move(probe), handle);
    news_ = true;
    return handle;
}

void ProbeService::update() {
    if (news_.exchange(false)) {
        const std::lock_guard lock(mutex_);
        for (auto& [probe, handle] : newcomers_) {
            const auto same = std::find_if(entries_.begin(), entries_.end(),
                                           [&, &wanted = probe](const Entry& entry) { return entry.probe == wanted; });
            if (same == entries_.end()) {
                Entry& entry = entries_.emplace_back();
                entry.probe = std::move(probe);
                entry.handles.push_back(std::move(handle));
            } else {
                same->handles.push_back(std::move(handle));
                same->wanted = true;
            }
        }
        newcomers_.clear();
    }
    std::erase_if(entries_, [](Entry& entry) {
        std::erase_if(entry.handles, [](const auto& handle) { return handle.expired(); });
        return entry.handles.empty();
    });
}

bool ProbeService::anyone() {
    update();
    return !entries_.empty();
}

void ProbeService::refreshAll() {
    update();
    for (Entry& entry : entries_) entry.wanted = true;
}

bool ProbeService::serve(const ProbeContext& context, bool training) {
    update();
    if (entries_.empty()) return false;
    const auto now = Clock::now();
    const bool askedDue = !training || now >= askedAgain_;
    const bool routineDue = training && now >= routineAgain_;
    Entry* next = nullptr;
    Clock::duration longest{};
    for (Entry& entry : entries_) {
        if (entry.probe->takeTouch()) entry.wanted = true;
        const auto overdue = now - entry.served - entry.probe->interval();
        const bool due = (entry.wanted && askedDue) || (routineDue && overdue.count() >= 0);
        if (!due) continue;
        // Whatever is asked for comes before what is only due.
        const bool better = next == nullptr || (entry.wanted && !next->wanted) ||
                            (entry.wanted == next->wanted && overdue > longest);
        if (better) {
            next = &entry;
            longest = overdue;
        }
    }
    if (next == nullptr) return false;

    next->wanted = false;
    std::string failure;
    try {
        if (const Status looked = next->probe->look(context); !looked) failure = looked.error().message();
    } catch (const std::exception& error) {  // a bug in a view must not end the training
        failure = std::string("this view failed: ") + error.what();
    }
    if (!failure.empty() || next->failed) next->probe->failure.publish(std::make_shared<const std::string>(failure));
    next->failed = !failure.empty();
    // A probe that touches itself goes on by itself (t-SNE): at once when nothing else is to be done, in its turn when
    // there is training.
    if (!training && next->probe->takeTouch()) next->wanted = true;
    if (training) next->probe->takeTouch();
    const auto end = Clock::now();
    next->served = end;
    const auto cost = std::chrono::duration<double>(end - now);
    const auto after = [&](double share) {
        return end + std::chrono::duration_cast<Clock::duration>(cost * ((1 - share) / share));
    };
    routineAgain_ = after(kRoutineShare);
    askedAgain_ = after(kAskedShare);
    return true;
}

}  // namespace perceptarium::train
