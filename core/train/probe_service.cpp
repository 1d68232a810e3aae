#include "train/probe_service.h"

#include <algorithm>
#include <numeric>

namespace perceptarium::train {
namespace {

// With several views open training is to keep 95 % of its speed; the window needs its part of the rest.
constexpr double kRoutineShare = 0.005;
constexpr double kAskedShare = 0.25;
constexpr double kNewest = 0.3;  ///< weight of the newest cost

double seconds(ProbeService::Clock::duration time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

std::vector<double> fairShares(const std::vector<double>& wants, double total) {
    std::vector<std::size_t> order(wants.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wants[a] < wants[b]; });
    std::vector<double> shares(wants.size());
    double left = total;
    for (std::size_t i = 0; i < order.size(); ++i) {  // the modest ones first: what they leave is for the others
        const double equal = left / static_cast<double>(order.size() - i);
        left -= shares[order[i]] = std::min(wants[order[i]], equal);
    }
    return shares;
}

/// From the end of one routine visit to the next, so that all of them together keep to their share.
ProbeService::Clock::duration ProbeService::pause(const Entry& entry) const {
    std::vector<double> wants;
    std::size_t own = 0;
    for (const Entry& each : entries_) {
        if (&each == &entry) own = wants.size();
        wants.push_back(each.cost / std::max(seconds(each.probe->interval()), 1e-3));
    }
    const double share = fairShares(wants, kRoutineShare)[own];
    const double pause = share > 0 ? entry.cost / share : 0;
    return std::max<Clock::duration>(entry.probe->interval(),
                                     std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(pause)));
}

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
    Entry* next = nullptr;
    Clock::duration longest{};
    for (Entry& entry : entries_) {
        if (entry.probe->takeTouch()) entry.wanted = true;
        const auto overdue = now - entry.again;
        const bool due = (entry.wanted && askedDue) || (training && overdue.count() >= 0 && entry.probe->taken());
        if (!due) continue;
        // Whatever is asked for comes before what is only due.
        const bool better =
            next == nullptr || (entry.wanted && !next->wanted) || (entry.wanted == next->wanted && overdue > longest);
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
    const double cost = seconds(end - now);
    next->cost = next->cost == 0 ? cost : next->cost + kNewest * (cost - next->cost);
    next->again = end + pause(*next);
    askedAgain_ = end + std::chrono::duration_cast<Clock::duration>((end - now) * ((1 - kAskedShare) / kAskedShare));
    return true;
}

}  // namespace perceptarium::train
