// Work that takes a moment, on a thread of its own while the window keeps painting.
#pragma once

#include <QString>
#include <functional>

namespace perceptarium::ui {
class Tasks;
}

namespace perceptarium::app {

/// Runs work() on another thread and returns when it is done; until then the window paints, but takes no input, except for
/// the Cancel of the status line and Esc. The work learns of that through its WorkScope, which also takes its progress. An
/// exception of work() comes out here. `work` must not touch widgets.
void doAside(ui::Tasks& tasks, const QString& what, const std::function<void()>& work);
/// Is such work going on?
bool isDoingAside();

/// A button that works meanwhile.
inline constexpr const char* kWorksAside = "worksAside";

}  // namespace perceptarium::app
