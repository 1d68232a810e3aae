// The problems of the workbench's document, and accepting a fix: for panel and canvas alike.
#pragma once

#include <vector>

#include "project/problems.h"
#include "ui/workbench.h"

class QMenu;

namespace perceptarium::ui {

/// `withFixes`: for how many of them fixes are worked out.
std::vector<project::Problem> problemsOf(const Workbench& workbench, std::size_t withFixes);
/// One undoable step; says what was done.
bool accept(Workbench& workbench, const project::Fix& fix);
/// An action for each fix of that node's problems, under a heading each; nothing where there are none.
void addFixActions(QMenu& menu, Workbench& workbench, network::NodeId node);

}  // namespace perceptarium::ui
