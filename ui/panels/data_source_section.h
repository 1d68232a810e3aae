// DataSourceSection: where the data come from, with that source's settings, progress while they load, and what went
// wrong.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace perceptarium::ui {

class SettingsForm;

class DataSourceSection : public QWidget {
    Q_OBJECT
public:
    explicit DataSourceSection(Workbench& workbench, QWidget* parent = nullptr);

    /// Asks for a file (or a folder) and uses it.
    void chooseFile();
    void chooseFolder();

private:
    void refresh();
    void refreshLoading();
    void takeSource(const QString& id);
    void fitNetwork();

    Workbench& workbench_;
    QComboBox* source_;
    QLabel *meaning_, *failure_, *notes_, *loadingText_, *misfit_;
    SettingsForm* form_;
    QWidget *loading_, *fitRow_;
    QProgressBar* progress_;
    QPushButton* again_;
};

}  // namespace perceptarium::ui
