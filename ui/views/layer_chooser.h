// Which layer a view looks at: follows the selection on the canvas, unless it is pinned.
#pragma once

#include <QComboBox>
#include <QToolButton>
#include <QWidget>
#include <functional>

#include "ui/workbench.h"

namespace perceptarium::ui {

class LayerChooser : public QWidget {
    Q_OBJECT
public:
    /// Can the view show anything of this node?
    using Suits = std::function<bool(const network::Node&, const network::Inference&)>;
    /// `preferred` decides among those that suit which one is shown at first; empty: the first.
    LayerChooser(Workbench& workbench, Suits suits, QWidget* parent = nullptr, Suits preferred = {});

    network::NodeId node() const;
    void choose(network::NodeId node);
    bool isPinned() const { return pin_->isChecked(); }

signals:
    void chosen(network::NodeId node);

private:
    void fill();
    void follow();
    Workbench& workbench_;
    Suits suits_, preferred_;
    QComboBox* box_;
    QToolButton* pin_;
};

/// Has weights that training changes.
bool hasWeights(const network::Node& node, const network::Inference& inference);
/// Gives something (every valid node).
bool hasOutput(const network::Node& node, const network::Inference& inference);

}  // namespace perceptarium::ui
