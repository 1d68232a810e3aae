// ClassBars: how many examples each class has, as bars that show train, dev and test apart.
#pragma once

#include <QWidget>
#include <array>
#include <cstdint>
#include <vector>

#include "data/prepare.h"

namespace perceptarium::ui {

/// Examples of one class in train, dev and test.
struct ClassCount {
    QString name;
    std::array<std::int64_t, 3> parts{};
    std::int64_t total() const { return parts[0] + parts[1] + parts[2]; }
};
/// One entry a class; empty for sets that predict numbers.
std::vector<ClassCount> countClasses(const data::Prepared& data);

class ClassBars : public QWidget {
    Q_OBJECT
public:
    explicit ClassBars(QWidget* parent = nullptr);
    void setCounts(std::vector<ClassCount> counts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A bar was clicked: show this class only.
    void classRequested(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    int rowAt(QPoint point) const;
    QString describe(int row) const;
    std::vector<ClassCount> counts_;
};

}  // namespace perceptarium::ui
