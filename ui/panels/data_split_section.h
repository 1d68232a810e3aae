// DataSplitSection: how the examples are dealt out to train, dev and test, and how they are normalized.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace perceptarium::ui {

class NumberEdit;
class SplitBar;

class DataSplitSection : public QWidget {
    Q_OBJECT
public:
    explicit DataSplitSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    void changeSplit(const QString& name, const std::function<void(data::SplitSettings&)>& change,
                     const std::string& key);

    Workbench& workbench_;
    QComboBox *normalization_, *presets_;
    QLabel *normalizationNote_, *splitNote_;
    QCheckBox *asGiven_, *stratified_;
    NumberEdit *shares_[3], *seed_;
    SplitBar* bar_;
};

}  // namespace perceptarium::ui
