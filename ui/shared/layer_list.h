// LayerList: the layers of the registry by category, to search, to choose and to drag. Palette and the canvas's search box
// are made of it.
#pragma once

#include <QTreeWidget>
#include <functional>

namespace perceptarium::ui {

class LayerList : public QTreeWidget {
    Q_OBJECT
public:
    explicit LayerList(QWidget* parent = nullptr);

    /// A group of blocks below the layers; `layer` is what choosing one tells.
    struct Entry {
        QString layer, title, meaning;
        bool operator==(const Entry&) const = default;
    };
    struct Group {
        QString title;
        QList<Entry> entries;
        bool operator==(const Group&) const = default;
    };
    /// In place of those that there were; empty groups are left out.
    void setBlocks(const QList<Group>& groups);

    /// Shows the layers that have every word of `words` in title, meaning, help, category or id; the best match becomes
    /// the current one. Returns how many are shown.
    int filter(const QString& words);
    /// Only these layers are shown at all.
    void setFits(std::function<bool(const QString& layer)> fits);
    /// Id of the current layer; empty when a category or nothing is current.
    QString currentLayer() const;
    /// Moves among the layers that are shown; for the search field, which keeps the keyboard.
    void step(int by);

signals:
    /// Enter or double-click.
    void chosen(const QString& layer);

protected:
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;
    void startDrag(Qt::DropActions actions) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QList<QTreeWidgetItem*> shown() const;
    std::function<bool(const QString&)> fits_ = [](const QString&) { return true; };
    QTreeWidgetItem* addGroup(const QString& title, int category);
    QTreeWidgetItem* addEntry(QTreeWidgetItem* group, const Entry& entry, const QString& words, const QString& tooltip);
    QList<Group> blocks_;
    QList<QTreeWidgetItem*> blockGroups_;
    QString filter_;
};

/// Lets a search field steer the list: up, down, page up and down move the choice, Enter chooses, text filters.
/// Returns whether the key was used.
bool steer(LayerList& list, class QKeyEvent& event);

}  // namespace perceptarium::ui
