#include "ui/canvas/picture_choice.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include "ui/canvas/network_canvas.h"
#include "ui/preferences.h"
#include "ui/shared/action_tip.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

PictureChoice::PictureChoice(NetworkCanvas& canvas) : QObject(&canvas), menu_(std::make_unique<QMenu>(tr("Pict&ures on nodes"))), group_(new QActionGroup(this)) {
    menu_->setIcon(icon(QStringLiteral("image")));
    menu_->setToolTipsVisible(true);
    const auto add = [&](const char* id, const QString& title, const QString& tip, const char* kept) {
        auto* action = new QAction(title, this);
        menu_->addAction(action);
        action->setObjectName(QStringLiteral("canvas-") + QLatin1String(id));
        action->setCheckable(true);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        describeAction(*action, tip);
        group_->addAction(action);
        canvas.addAction(action);
        connect(action, &QAction::triggered, this, [kept] { Preferences::instance().set(settings::kPictures, QLatin1String(kept)); });
        followPreference(settings::kPictures, action, [action, kept] {
            action->setChecked(Preferences::instance().choice(settings::kPictures) == QLatin1String(kept));
        });
    };
    add("pictures", tr("&Activations"), tr("Each layer shows what it makes of an example, trained or not"), settings::kPicturesOfActivations);
    add("pictures-of-filters", tr("&Filters"), tr("Layers with weights show their filters, as training changes them"), settings::kPicturesOfFilters);
    add("no-pictures", tr("&None"), tr("Nodes without pictures"), settings::kNoPictures);
    menu_->menuAction()->setToolTip(tr("What is seen above each layer"));
}

PictureChoice::~PictureChoice() = default;

QAction* PictureChoice::menuAction() const { return menu_->menuAction(); }

}  // namespace perceptarium::ui
