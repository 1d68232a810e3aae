// DataSettingsPage: where the data come from, how they are split and normalized. The left half of the data panel.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace perceptarium::ui {

class NumberEdit;
class SettingsForm;
class SplitBar;

class DataSettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit DataSettingsPage(Workbench& workbench, QWidget* parent = nullptr);

    /// Asks for a file (or a folder) and uses it.
    void chooseFile();
    void chooseFolder();

private:
    QWidget* makeSource();
    QWidget* makeSplit();
    void refresh();
    void refreshLoading();
    void takeSource(const QString& id);
    void changeSplit(const QString& name, const std::function<void(data::SplitSettings&)>& change, const std::string& key);
    void fitNetwork();

    Workbench& workbench_;
    QComboBox *source_, *normalization_, *presets_;
    QLabel *meaning_, *failure_, *notes_, *normalizationNote_, *splitNote_, *loadingText_, *misfit_;
    SettingsForm* form_;
    QWidget *loading_, *fitRow_;
    QProgressBar* progress_;
    QCheckBox *asGiven_, *stratified_;
    NumberEdit *shares_[3], *seed_;
    SplitBar* bar_;
};

}  // namespace perceptarium::ui
