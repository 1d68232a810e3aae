// SelectionPage: several nodes: what they are together, and the settings that they have in common.
#pragma once

#include <QScrollArea>

#include "ui/workbench.h"

class QLabel;

namespace perceptarium::ui {

class LayerTable;
class SettingsForm;
class TitleBar;

class SelectionPage : public QScrollArea {
    Q_OBJECT
public:
    SelectionPage(Workbench& workbench, QWidget* parent = nullptr);
    void showSelection();

private:
    Workbench& workbench_;
    TitleBar* title_;
    QLabel *summary_, *common_;
    SettingsForm* form_;
    LayerTable* table_;
};

}  // namespace perceptarium::ui
