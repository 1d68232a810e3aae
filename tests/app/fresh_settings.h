// What is kept of other tests is forgotten before anything reads it: a base of fixtures that hold a window.
#pragma once

#include <QSettings>

namespace perceptarium::app {

struct FreshSettings {
    FreshSettings() { QSettings().clear(); }
};

}  // namespace perceptarium::app
