// SplitBar: train, dev and test as three lengths of one bar, with their numbers.
#pragma once

#include <QWidget>
#include <array>
#include <cstdint>

namespace perceptarium::ui {

class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget* parent = nullptr);
    void setCounts(std::int64_t train, std::int64_t dev, std::int64_t test);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<std::int64_t, 3> counts_{};
};

}  // namespace perceptarium::ui
