// Inspector: what is selected, explained and editable: one node, several, a frame or note, or (nothing selected) the
// whole network.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QStackedWidget;

namespace perceptarium::ui {

class NodePage;
class SelectionPage;
class NetworkPage;
class FramePage;
class BlockPage;

class Inspector : public QWidget {
    Q_OBJECT
public:
    Inspector(Workbench& workbench, QWidget* parent = nullptr);
    ~Inspector() override;

    /// Puts the keyboard into the first setting of the selected node. For Enter and double-click on the canvas.
    void focusSettings();
    /// Puts the keyboard into the name.
    void focusName();

signals:
    /// The page of the course on the selected layer is wanted.
    void sectionRequested(const QString& number);

private:
    void refresh();

    Workbench& workbench_;
    QStackedWidget* pages_;
    NodePage* node_;
    SelectionPage* several_;
    NetworkPage* network_;
    FramePage* frame_;
    BlockPage* block_;
};

}  // namespace perceptarium::ui
