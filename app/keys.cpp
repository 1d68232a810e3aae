#include "app/keys.h"

#include <QAction>
#include <QMenuBar>
#include <QSettings>
#include <algorithm>

#include "app/command_palette.h"
#include "ui/settings_names.h"

namespace perceptarium::app {
namespace {

QList<QKeySequence> keysFrom(const QString& text) {
    QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    keys.removeAll(QKeySequence());  // none is written as nothing
    return keys;
}

QString settingOf(const QString& id) { return QStringLiteral("%1/%2").arg(QLatin1String(ui::settings::kKeys), id); }

/// What the drawing and every text field use themselves, without modifiers.
constexpr int kTaken[] = {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,
                          Qt::Key_Left,  Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down};

}  // namespace

Keys::Keys(QMenuBar& menus, QObject* parent) : QObject(parent) {
    for (const Command& command : commandsOf(menus)) {
        const QString id = command.action->objectName();
        if (id.isEmpty() || find(id)) continue;
        entries_.push_back({id, command.action, command.path, command.action->shortcuts()});
    }
    const QSettings kept;
    for (const Entry& entry : entries_)
        if (const QString name = settingOf(entry.id); kept.contains(name))
            entry.action->setShortcuts(keysFrom(kept.value(name).toString()));
}

const Keys::Entry* Keys::find(const QString& id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == entries_.end() ? nullptr : &*found;
}

QList<QKeySequence> Keys::keysOf(const Entry& entry) const { return entry.action ? entry.action->shortcuts() : QList<QKeySequence>(); }

const Keys::Entry* Keys::holder(const QKeySequence& key, const QString& except) const {
    for (const Entry& entry : entries_)
        if (entry.id != except && keysOf(entry).contains(key)) return &entry;
    return nullptr;
}

QString Keys::whyNot(const QKeySequence& key) {
    if (key.isEmpty()) return tr("No key was pressed.");
    const QKeyCombination combination = key[0];
    const bool plain = combination.keyboardModifiers() == Qt::NoModifier || combination.keyboardModifiers() == Qt::ShiftModifier;
    if (plain && std::find(std::begin(kTaken), std::end(kTaken), static_cast<int>(combination.key())) != std::end(kTaken))
        return tr("The drawing and text fields need %1 themselves.").arg(key.toString(QKeySequence::NativeText));
    return {};
}

void Keys::use(const Entry& entry, const QList<QKeySequence>& keys) {
    if (!entry.action) return;
    entry.action->setShortcuts(keys);
    if (keys == entry.standard)
        QSettings().remove(settingOf(entry.id));
    else
        QSettings().setValue(settingOf(entry.id), QKeySequence::listToString(keys, QKeySequence::PortableText));
}

void Keys::give(const QString& id, const QList<QKeySequence>& keys) {
    const Entry* entry = find(id);
    if (!entry) return;
    for (const QKeySequence& key : keys)
        while (const Entry* other = holder(key, id)) {
            QList<QKeySequence> rest = keysOf(*other);
            rest.removeAll(key);
            use(*other, rest);
        }
    use(*entry, keys);
    emit changed();
}

void Keys::reset(const QString& id) {
    if (const Entry* entry = find(id)) give(id, entry->standard);
}

void Keys::resetAll() {
    for (const Entry& entry : entries_) use(entry, entry.standard);
    emit changed();
}

}  // namespace perceptarium::app
