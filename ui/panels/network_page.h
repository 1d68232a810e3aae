// NetworkPage: nothing is selected, so the whole network: what is wrong with it, its layers, its size.
#pragma once

#include <QScrollArea>

#include "ui/workbench.h"

class QLabel;

namespace perceptarium::ui {

class FindingsBox;
class LayerTable;
class TitleBar;

class NetworkPage : public QScrollArea {
    Q_OBJECT
public:
    NetworkPage(Workbench& workbench, QWidget* parent = nullptr);
    void showNetwork();

private:
    Workbench& workbench_;
    TitleBar* title_;
    QLabel *description_, *facts_, *empty_, *hint_;
    FindingsBox* findings_;
    LayerTable* table_;
};

}  // namespace perceptarium::ui
