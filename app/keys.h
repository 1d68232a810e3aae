// Keys: which keys start which action. The menus say what there is and what is usual; here one finds who has a key, gives an
// action other keys, and gets the usual ones back. The user's own are kept under the action's id.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QString>
#include <vector>

class QAction;
class QMenuBar;

namespace perceptarium::app {

class Keys : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString id;                    ///< object name of the action, for ever
        QPointer<QAction> action;
        QString path;                  ///< "Edit ▸ Undo"
        QList<QKeySequence> standard;  ///< what it has without the user
    };

    /// Takes in all actions of the menus that have an id, and gives them the user's keys.
    Keys(QMenuBar& menus, QObject* parent);

    const std::vector<Entry>& entries() const { return entries_; }
    const Entry* find(const QString& id) const;
    /// The action other than `except` that has this key, or nullptr.
    const Entry* holder(const QKeySequence& key, const QString& except) const;
    /// Why no action can have it, in words; empty: one can.
    static QString whyNot(const QKeySequence& key);

    QList<QKeySequence> keysOf(const Entry& entry) const;
    bool isStandard(const Entry& entry) const { return keysOf(entry) == entry.standard; }
    /// Whoever had one of the keys loses it.
    void give(const QString& id, const QList<QKeySequence>& keys);
    void reset(const QString& id);
    void resetAll();

signals:
    void changed();

private:
    void use(const Entry& entry, const QList<QKeySequence>& keys);
    std::vector<Entry> entries_;
};

}  // namespace perceptarium::app
