// SelectionPage: several nodes: what they are together, and the settings that they have in common.
#pragma once

#include <QScrollArea>
#include <set>

#include "base/settings.h"
#include "ui/workbench.h"

class QCheckBox;
class QLabel;
class QLineEdit;

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
    void showNames(const std::vector<const network::Node*>& nodes);
    void showMarks(const std::vector<const network::Node*>& nodes);
    void showValues(const std::vector<const network::Node*>& nodes);
    void showGivers(const std::vector<const network::Node*>& nodes);
    void commitName();
    void setMark(const QString& name, bool on, Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool));
    void changeAll(const std::string& setting, const SettingValue& value);
    Workbench& workbench_;
    std::vector<SettingSpec> shared_;
    std::set<std::string> differing_;  ///< settings of which they have different values
    TitleBar* title_;
    QLabel *summary_, *common_;
    QLineEdit* name_;
    QCheckBox *bypass_, *freeze_;
    SettingsForm* form_;
    LayerTable* table_;
};

}  // namespace perceptarium::ui
