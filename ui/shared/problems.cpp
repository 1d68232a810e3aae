#include "ui/shared/engine_messages.h"
#include "ui/shared/problems.h"

#include <QCoreApplication>
#include <QMenu>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

std::vector<project::Problem> problemsOf(const Workbench& workbench, std::size_t withFixes) {
    return project::problemsOf(workbench.document(), workbench.dataTypes(), workbench.wholeInference(), workbench.data().get(), withFixes);
}

bool accept(Workbench& workbench, const project::Fix& fix) {
    const QString title = engineMessage(fix.title);
    workbench.sealEdit();
    if (!workbench.editWhole(title, fix.apply)) return false;
    workbench.sealEdit();
    workbench.say(QCoreApplication::translate("Problems", "Done: %1. Undo takes it back.").arg(title));
    return true;
}

void addFixActions(QMenu& menu, Workbench& workbench, network::NodeId node) {
    network::BlockPath place = workbench.opened();
    place.push_back(node);
    const auto problems = project::problemsOf(workbench.document(), workbench.dataTypes(), workbench.wholeInference(), workbench.data().get(), SIZE_MAX, place);
    for (const project::Problem& problem : problems) {
        if (!project::isWithin(problem.finding, place) || problem.place != project::Problem::Place::Network) continue;
        for (const project::Fix& fix : problem.fixes) {
            auto* action = menu.addAction(icon(QStringLiteral("good")), engineMessage(fix.title).replace(u'&', QStringLiteral("&&")));
            action->setToolTip(findingText(problem.finding));
            QObject::connect(action, &QAction::triggered, &workbench, [&workbench, fix] { accept(workbench, fix); });
        }
    }
}

}  // namespace perceptarium::ui
