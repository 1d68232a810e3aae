#include "ui/panels/rate_slider.h"

#include <QCoreApplication>
#include <QSignalBlocker>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace perceptarium::ui {
namespace {

constexpr int kPlaces = 600;
constexpr double kSmall = 0.1;    // standards up to this are magnitudes
constexpr double kAround = 1000;  // so far to both sides of the standard

}  // namespace

RateSlider* RateSlider::make(const SettingSpec& spec, QWidget* parent) {
    const double* standard = std::get_if<double>(&spec.standard);
    if (spec.kind != SettingKind::Real || !standard || spec.minimum < 0) return nullptr;
    RateSlider* slider = nullptr;
    if (*standard > 0 && *standard <= kSmall)
        slider = new RateSlider(std::max(spec.minimum, *standard / kAround), std::min(spec.maximum, *standard * kAround), true, parent);
    else if (spec.maximum <= 1)
        slider = new RateSlider(spec.minimum, spec.maximum, false, parent);
    if (!slider) return nullptr;
    const QString title = QCoreApplication::translate("Setting", spec.title.c_str());
    slider->setObjectName(QStringLiteral("slider-") + QString::fromStdString(spec.name));
    slider->setAccessibleName(tr("%1, slider").arg(title));
    slider->setToolTip(slider->isLogarithmic() ? tr("%1: each length along the slider is the same factor").arg(title)
                                               : tr("%1 from %2 to %3").arg(title).arg(spec.minimum).arg(spec.maximum));
    return slider;
}

RateSlider::RateSlider(double low, double high, bool logarithmic, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), low_(low), high_(high), logarithmic_(logarithmic) {
    setRange(0, kPlaces);
    setSingleStep(kPlaces / 100);
    setPageStep(kPlaces / 10);
    setMinimumWidth(48);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QSlider::valueChanged, this, [this](int place) { emit turned(numberAt(place)); });
}

/// Two digits are as fine as a hand is.
double RateSlider::numberAt(int place) const {
    const double share = static_cast<double>(place) / kPlaces;
    if (place == 0) return low_;
    if (place == kPlaces) return high_;
    const double number = logarithmic_ ? low_ * std::pow(high_ / low_, share) : low_ + share * (high_ - low_);
    if (!logarithmic_) return std::round(number * 100) / 100;
    const double scale = std::pow(10.0, 1 - std::floor(std::log10(number)));  // divided by, so that 0.0012 is 0.0012
    return std::clamp(std::round(number * scale) / scale, low_, high_);
}

void RateSlider::display(double number) {
    const QSignalBlocker quiet(this);
    if (isSliderDown()) return;  // the hand is on it
    const double within = std::clamp(number, low_, high_);
    const double share = logarithmic_ ? std::log(within / low_) / std::log(high_ / low_) : (within - low_) / (high_ - low_);
    setValue(static_cast<int>(std::lround(share * kPlaces)));
}

void RateSlider::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) QSlider::wheelEvent(event);
    else event->ignore();  // the panel scrolls
}

}  // namespace perceptarium::ui
