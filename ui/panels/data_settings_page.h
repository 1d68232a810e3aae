// DataSettingsPage: where the data come from, how they are split and normalized. The left half of the data panel.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

namespace perceptarium::ui {

class DataSourceSection;

class DataSettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit DataSettingsPage(Workbench& workbench, QWidget* parent = nullptr);

    /// Asks for a file (or a folder) and uses it.
    void chooseFile();
    void chooseFolder();

private:
    DataSourceSection* source_;
};

}  // namespace perceptarium::ui
