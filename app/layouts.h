// Layouts: where the docks are, kept from session to session, and the ready arrangements.
#pragma once

#include "app/main_window.h"

namespace perceptarium::app {

void saveLayout(const MainWindow& window);

}  // namespace perceptarium::app
