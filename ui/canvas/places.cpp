#include "ui/canvas/places.h"

#include <QAction>
#include <QCryptographicHash>
#include <QSettings>
#include <QTimer>

#include "ui/canvas/network_canvas.h"
#include "ui/settings_names.h"

namespace perceptarium::ui {

Places::Places(NetworkCanvas& canvas) : QObject(&canvas), canvas_(canvas), menu_(std::make_unique<QMenu>(tr("Plac&es"))) {
    menu_->setToolTipsVisible(true);
    const auto add = [&](const QString& id, const QString& title, const QString& tip, const QKeySequence& keys, auto run) {
        auto* action = menu_->addAction(title, this, run);
        action->setObjectName(QStringLiteral("canvas-") + id);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(tip);
        action->setStatusTip(tip);
        canvas.addAction(action);
    };
    for (int n = 1; n <= kCount; ++n)
        add(QStringLiteral("go-to-place-%1").arg(n), tr("Go to place &%1").arg(n), tr("Shows what was kept as place %1").arg(n),
            QKeySequence(Qt::Key_0 + n), [this, n] { goTo(n); });
    menu_->addSeparator();
    for (int n = 1; n <= kCount; ++n)
        add(QStringLiteral("keep-place-%1").arg(n), tr("Keep as place %1").arg(n), tr("Keeps what is in sight, to come back to it with the key %1").arg(n),
            QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_0 + n)), [this, n] { keep(n); });
    menu_->menuAction()->setToolTip(tr("Bookmarks of what is in sight"));
    connect(&canvas.workbench(), &Workbench::replaced, this, [this] {
        places_.clear();
        file_ = canvas_.workbench().filePath();
        load();
    });
    connect(&canvas.workbench(), &Workbench::fileChanged, this, [this] {
        QTimer::singleShot(0, this, [this] {  // after `replaced`, if there is one: what is left was saved under another name
            if (canvas_.workbench().filePath() == file_) return;
            file_ = canvas_.workbench().filePath();
            store();
        });
    });
}

QString Places::key() const {
    return QStringLiteral("%1/").arg(QLatin1String(settings::kPlaces)) + QString::fromLatin1(QCryptographicHash::hash(file_.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

void Places::load() {
    if (file_.isEmpty()) return;
    const QVariantMap kept = QSettings().value(key()).toMap();
    for (auto each = kept.begin(); each != kept.end(); ++each) {
        const QVariantList numbers = each.value().toList();
        const double zoom = numbers.size() == 3 ? numbers[2].toDouble() : 0;
        if (zoom > 0) places_[each.key().toInt()] = {{numbers[0].toDouble(), numbers[1].toDouble()}, zoom};
    }
}

void Places::store() const {
    if (file_.isEmpty() || places_.empty()) return;
    QVariantMap kept;
    for (const auto& [number, place] : places_)
        kept[QString::number(number)] = QVariantList{place.centre.x(), place.centre.y(), place.zoom};
    QSettings().setValue(key(), kept);
}

void Places::keep(int number) {
    places_[number] = {canvas_.mapToScene(canvas_.viewport()->rect().center()), canvas_.zoom()};
    store();
    canvas_.workbench().say(tr("Kept as place %1: the key %1 comes back here.").arg(number));
}

void Places::goTo(int number) {
    const auto place = places_.find(number);
    if (place == places_.end()) {
        canvas_.workbench().say(tr("There is no place %1 yet: Ctrl+Shift+%1 keeps what is in sight.").arg(number));
        return;
    }
    canvas_.zoomTo(place->second.zoom);
    canvas_.centerOn(place->second.centre);
}

}  // namespace perceptarium::ui
