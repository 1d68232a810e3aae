// Keys page of the preferences: every action with its keys; press new ones, be told who has them, get the usual ones back.
#pragma once

#include <QWidget>

#include "app/keys.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace perceptarium::app {

class KeyRecorder;

class KeysPage : public QWidget {
    Q_OBJECT
public:
    explicit KeysPage(Keys& keys, QWidget* parent = nullptr);
    /// Shows the actions whose menu path, name or keys hold the text; returns how many.
    int filter(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString chosen() const;
    void record(bool further);
    void take(const QKeySequence& key);
    void give(const QKeySequence& key);
    void quiet();

    Keys& keys_;
    QTreeWidget* list_;
    KeyRecorder* recorder_;
    QLabel* says_;
    QPushButton *change_, *add_, *remove_, *reset_, *resetAll_, *anyway_, *cancel_;
    QWidget* question_;
    QKeySequence asked_;
    bool further_ = false;  ///< beside the keys that there are, not instead
};

}  // namespace perceptarium::app
