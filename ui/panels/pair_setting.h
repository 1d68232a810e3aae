// PairSetting: two whole numbers that belong together (rows × columns of a kernel), and a chain that keeps them the same.
#pragma once

#include "ui/panels/setting_widgets.h"

namespace perceptarium::ui {

class NumberEdit;

class PairSetting : public SettingWidget {
    Q_OBJECT
public:
    PairSetting(const SettingSpec& declared, QWidget* parent);

    SettingValue value() const override;
    /// What comes from elsewhere (another node, undo) closes the chain when both are the same and opens it when not.
    void setValue(const SettingValue& value) override;
    QString problem() const override;
    /// The rows; with the chain closed they are both.
    QWidget* editor() const override;
    void describe(const QString& text) override;

private:
    NumberEdit* makeNumber(const SettingSpec& side);
    void makeChain();
    void take(NumberEdit* from, NumberEdit* other);
    bool linked() const;
    void link(bool on);

    NumberEdit* rows_;
    NumberEdit* columns_;
    QToolButton* chain_;
};

}  // namespace perceptarium::ui
