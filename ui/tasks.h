// Tasks: what is being done at the moment that may take more than a glance, with how far it is and a way to end it. The
// status line shows them.
#pragma once

#include <QString>
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>

namespace perceptarium::ui {

class Tasks {
public:
    struct Task {
        QString what;                  ///< "Saving lenet.percept"; of the GUI thread
        std::function<void()> cancel;  ///< called on the GUI thread
        std::atomic<double> done{-1};  ///< 0 … 1, from any thread; below 0: nobody knows
        std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();

        double seconds() const;
        /// NaN while it cannot be told.
        double secondsLeft() const;
    };
    using Handle = std::shared_ptr<Task>;

    static constexpr double kGlance = 0.5;  ///< s: what is done sooner needs no words

    /// It is being done while the handle lives.
    [[nodiscard]] Handle begin(const QString& what, std::function<void()> cancel);
    /// The one that has been going on for longest, if for longer than a glance.
    Handle shown() const;

private:
    mutable std::list<std::weak_ptr<Task>> tasks_;
};

}  // namespace perceptarium::ui
