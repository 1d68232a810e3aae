// Work that takes a moment, on a thread of its own while the window keeps painting.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace perceptarium::app {

/// Runs work() on another thread and returns when it is done; until then the window paints, but takes no input. What
/// takes longer than a glance is named in a small dialog. An exception of work() comes out here. `work` must not touch
/// widgets.
void doAside(QWidget* window, const QString& what, const std::function<void()>& work);

}  // namespace perceptarium::app
