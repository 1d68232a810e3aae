// LayerTable: "Layer (type) / Output shape / Param #" with totals, in the order of the flow.
#pragma once

#include <QTableWidget>

#include "ui/workbench.h"

namespace perceptarium::ui {

class LayerTable : public QTableWidget {
    Q_OBJECT
public:
    explicit LayerTable(Workbench& workbench, QWidget* parent = nullptr);
    /// Those nodes and their total; empty: all.
    void showNodes(const std::set<network::NodeId>& nodes = {});

signals:
    void nodeChosen(perceptarium::network::NodeId node);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(int row);
    void fitHeight();
    Workbench& workbench_;
};

}  // namespace perceptarium::ui
