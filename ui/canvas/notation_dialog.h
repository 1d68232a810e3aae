// NotationDialog: a network typed or pasted as a line of text, checked while one types, put into the drawing as one step.
#pragma once

#include <QDialog>

#include "network/notation.h"
#include "ui/workbench.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace perceptarium::ui {

class NotationDialog : public QDialog {
    Q_OBJECT
public:
    /// Starts with the text of the drawing (of the selection, where there is one), ready to be changed.
    explicit NotationDialog(Workbench& workbench, QWidget* parent = nullptr);
    void setText(const QString& text);

signals:
    /// The drawing is another one: show all of it.
    void placed();

private:
    void check();
    /// Instead of the drawing, or below it.
    void place(bool instead);

    Workbench& workbench_;
    QPlainTextEdit* text_;
    QLabel* verdict_;
    QPushButton *replace_, *add_;
    network::Graph graph_;  ///< what the text says, when it says something
};

/// What a text may use where it is put: the project's blocks, and inside a block its input.
network::NotationContext notationContext(const Workbench& workbench);
/// The network of a text, as one edit of the drawing: below what is there, or instead of it. The nodes made.
std::vector<network::NodeId> placeNotation(network::Graph& graph, const network::Graph& read, bool instead);

}  // namespace perceptarium::ui
