#include "ui/tasks.h"

#include <cmath>
#include <limits>

namespace perceptarium::ui {
namespace {

constexpr double kEnoughDone = 0.02;  // sooner a guess would jump about

}  // namespace

double Tasks::Task::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

double Tasks::Task::secondsLeft() const {
    const double share = done;
    if (share < kEnoughDone || share > 1) return std::numeric_limits<double>::quiet_NaN();
    return seconds() * (1 - share) / share;
}

Tasks::Handle Tasks::begin(const QString& what, std::function<void()> cancel) {
    auto task = std::make_shared<Task>();
    task->what = what;
    task->cancel = std::move(cancel);
    tasks_.push_back(task);
    return task;
}

Tasks::Handle Tasks::shown() const {
    tasks_.remove_if([](const std::weak_ptr<Task>& task) { return task.expired(); });
    for (const auto& weak : tasks_)
        if (Handle task = weak.lock(); task && task->seconds() > kGlance) return task;
    return nullptr;
}

}  // namespace perceptarium::ui
