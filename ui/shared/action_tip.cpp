#include "ui/shared/action_tip.h"

#include <QAction>

namespace perceptarium::ui {
namespace {

void refresh(QAction& action) {
    const QString tip = QStringLiteral("<b>%1</b> %2<br>%3")
                            .arg(action.iconText().toHtmlEscaped(), action.shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                                 action.statusTip().toHtmlEscaped());
    if (action.toolTip() != tip) action.setToolTip(tip);
}

}  // namespace

void describeAction(QAction& action, const QString& help) {
    action.setStatusTip(help);
    refresh(action);
    QObject::connect(&action, &QAction::changed, &action, [&action] { refresh(action); });
}

}  // namespace perceptarium::ui
