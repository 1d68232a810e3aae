// RateSlider: a share or a rate by hand. Shares (dropout) lie evenly along it; rates and other small numbers (a learning rate,
// an ε) by their magnitude, because 0.001 and 0.01 differ as much as 0.01 and 0.1.
#pragma once

#include <QSlider>

#include "base/settings.h"

namespace perceptarium::ui {

class RateSlider : public QSlider {
    Q_OBJECT
public:
    /// nullptr where a slider does not help: whole numbers, and ranges that are neither shares nor magnitudes.
    static RateSlider* make(const SettingSpec& spec, QWidget* parent = nullptr);

    /// Shows the number, or the end that is nearest to it; emits nothing.
    void display(double number);
    bool isLogarithmic() const { return logarithmic_; }

signals:
    void turned(double number);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    RateSlider(double low, double high, bool logarithmic, QWidget* parent);
    double numberAt(int place) const;
    double low_, high_;
    bool logarithmic_;
};

}  // namespace perceptarium::ui
