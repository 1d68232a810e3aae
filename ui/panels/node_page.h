// NodePage: one node explained and editable.
#pragma once

#include <QScrollArea>

#include "ui/workbench.h"

class QGridLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace perceptarium::ui {

class BlockSettingMenu;
class FindingsBox;
class SettingsForm;
class TitleBar;

class NodePage : public QScrollArea {
    Q_OBJECT
public:
    NodePage(Workbench& workbench, QWidget* parent = nullptr);

    /// Shows that node as it is now; the same node again only updates what differs.
    void showNode(network::NodeId node);
    void focusSettings();
    void focusName();

signals:
    /// The page of the course on this layer is wanted.
    void sectionRequested(const QString& number);

private:
    void showSection(const std::string& number);
    void showShapes(const network::Node& node, const layers::LayerSpec& spec);
    void showParameters(const network::Node& node, const layers::LayerSpec& spec);
    void showBlockParts(const network::Node& node, const network::SpecPtr& spec);
    void commitName();
    void setMark(const QString& name, bool on, Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool));

    Workbench& workbench_;
    network::NodeId node_ = network::kNoNode;
    TitleBar* title_;
    QLineEdit* name_;
    QCheckBox *bypass_, *freeze_;
    QLabel *meaning_, *section_, *settingsHeading_, *shapes_, *count_, *countExplained_, *tensors_, *formulaHeading_, *formula_, *helpHeading_, *help_;
    FindingsBox* findings_;
    SettingsForm* form_;
    QWidget* parameters_;
    QPushButton* openBlock_;
    BlockSettingMenu* outside_;
};

}  // namespace perceptarium::ui
