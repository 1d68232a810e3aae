// The progress of the work that this thread is doing, for what lies too deep to be handed one: reading and writing files.
#pragma once

#include "base/progress.h"

namespace perceptarium {

/// While it lives, the thread's work reports to `progress` and asks it whether to stop. Scopes may lie in each other.
class WorkScope {
public:
    explicit WorkScope(const Progress& progress);
    ~WorkScope();
    WorkScope(const WorkScope&) = delete;
    WorkScope& operator=(const WorkScope&) = delete;

    /// Of the innermost scope; without one nothing happens and nothing stops.
    static void report(double fraction, std::string_view what = {});
    /// cancelledError when the work should stop.
    static Status check();

private:
    const Progress* before_;
};

}  // namespace perceptarium
