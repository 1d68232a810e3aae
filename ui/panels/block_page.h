// BlockPage: a block is open and nothing in it selected: the block's name, purpose, settings and layers.
#pragma once

#include <QScrollArea>

#include "ui/workbench.h"

class QGridLayout;
class QLabel;
class QLineEdit;

namespace perceptarium::ui {

class FindingsBox;
class LayerTable;
class SettingsForm;
class TitleBar;

class BlockPage : public QScrollArea {
    Q_OBJECT
public:
    BlockPage(Workbench& workbench, QWidget* parent = nullptr);
    void showBlock();

private:
    void showSettings();
    Workbench& workbench_;
    std::string shown_;
    TitleBar* title_;
    QLineEdit *name_, *meaning_;
    QLabel *facts_, *settingsHint_;
    FindingsBox* findings_;
    SettingsForm* standards_;
    QGridLayout* settings_;
    std::vector<std::string> rows_;
    LayerTable* table_;
};

}  // namespace perceptarium::ui
