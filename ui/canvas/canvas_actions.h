// CanvasActions: what menus, shortcuts and the canvas's context menus offer. Each action changes the document through one
// named edit.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>

#include "network/edits.h"
#include "ui/canvas/canvas_scene.h"

class QAction;
class QMenu;

namespace perceptarium::ui {

class NetworkCanvas;

class CanvasActions : public QObject {
    Q_OBJECT
public:
    explicit CanvasActions(NetworkCanvas& canvas);

    QList<QAction*> edit, view;
    /// For a right click (or the menu key) on that thing; the caller shows it and deletes it.
    QMenu* menuFor(const Thing& thing, QPointF place);

private:
    QAction* add(QList<QAction*>& list, const char* id, const QString& title, const QString& tip,
                 const QList<QKeySequence>& keys, std::function<void()> run, const char* icon = nullptr);
    void separator(QList<QAction*>& list);
    void refresh();
    std::vector<network::NodeId> chosen() const;
    /// What is selected, with what the frames among it hold.
    network::Parts chosenParts() const;
    /// Are all selected nodes so?
    bool allAre(bool network::Node::*flag) const;
    /// All of them so, or none if all are already.
    void toggle(const QString& on, const QString& off, bool network::Node::*flag,
                Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool));
    bool change(const QString& name, const std::function<Status(network::Graph&)>& change);

    void copyChosen();
    void copyAsText();
    void openNotation();
    Result<network::Fragment> pasteable(const QString& text) const;
    void cut();
    void paste(bool keepInputs);
    void duplicate();
    void removeChosen(bool heal);
    void align(network::Alignment alignment);
    void arrange(network::Flow flow);
    void addBlockActions();
    void makeBlock();
    void unpackBlock();
    void keepBlock();
    /// The block that the one selected node stands for; nullptr if it is none.
    const network::Node* chosenBlock() const;
    QMenu* connectMenu(network::NodeId from, QWidget* parent);

    NetworkCanvas& canvas_;
    QAction *undo_ = nullptr, *redo_ = nullptr, *cut_ = nullptr, *copy_ = nullptr, *paste_ = nullptr, *pasteKeeping_ = nullptr,
            *duplicate_ = nullptr, *delete_ = nullptr, *deleteGap_ = nullptr, *rename_ = nullptr, *selectAll_ = nullptr,
            *bypass_ = nullptr, *freeze_ = nullptr, *collapse_ = nullptr, *frame_ = nullptr, *note_ = nullptr,
            *makeBlock_ = nullptr, *openBlock_ = nullptr, *leaveBlock_ = nullptr, *unpackBlock_ = nullptr, *keepBlock_ = nullptr,
            *selectNone_ = nullptr, *copyText_ = nullptr, *fromText_ = nullptr, *connect_ = nullptr, *addHere_ = nullptr,
            *fit_ = nullptr, *fitSelection_ = nullptr, *arrange_ = nullptr, *arrangeRight_ = nullptr, *arrangeDown_ = nullptr;
    QList<QAction*> alignments_;
    int pastes_ = 0;  ///< each further paste of the same lies a little lower
    QString lastPasted_;
};

}  // namespace perceptarium::ui
