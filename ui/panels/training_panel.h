// Training panel: everything about a run that can be set, in groups as the settings are declared. What may change while
// it runs acts at once; the others make a new run.
#pragma once

#include <QWidget>
#include <map>

#include "train/train_settings.h"
#include "ui/workbench.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace perceptarium::ui {

class LossForm;
class MeasuredForm;
class PartSection;
class SettingsForm;
class SettingWidget;

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    explicit TrainingPanel(Workbench& workbench, QWidget* parent = nullptr);

signals:
    void rangeTestWanted();

private:
    void addForm(const QString& title, train::TrainGroup group);
    QPushButton* rangeTestButton();
    QString liveText() const;
    void refresh();
    void refreshDropout();
    void refreshStopping();
    void changeSetting(const QString& name, const SettingValue& value);
    void changeDropout(double rate);

    Workbench& workbench_;
    QVBoxLayout* column_ = nullptr;
    std::map<train::TrainGroup, SettingsForm*> forms_;
    LossForm* loss_;
    MeasuredForm* measured_;
    PartSection* optimizer_;
    SettingWidget* dropout_;
    QLabel *dropoutNote_, *stoppingNote_, *runNote_;
};

}  // namespace perceptarium::ui
