// SelectionPage: several nodes: what they are together, and the settings that they have in common.
#pragma once

#include <QScrollArea>

#include "base/settings.h"
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
    std::vector<const network::Node*> chosen() const;
    void showValues(const std::vector<const network::Node*>& nodes);
    Workbench& workbench_;
    std::vector<SettingSpec> shared_;
    TitleBar* title_;
    QLabel *summary_, *common_;
    SettingsForm* form_;
    LayerTable* table_;
};

}  // namespace perceptarium::ui
