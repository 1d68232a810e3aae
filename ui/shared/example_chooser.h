// Which example a view looks at: a part of the data, a place in it, next, previous, any. All choosers of a window
// follow each other (example_focus.h).
#pragma once

#include <QComboBox>
#include <QSpinBox>
#include <QToolButton>
#include <QWidget>

#include "ui/workbench.h"

namespace perceptarium::ui {

class ExampleChooser : public QWidget {
    Q_OBJECT
public:
    explicit ExampleChooser(Workbench& workbench, QWidget* parent = nullptr);

    /// Of the data set; −1 while there is no data.
    std::int64_t example() const;
    data::Part part() const;
    /// Goes to that example when it is in some part.
    void choose(std::int64_t example);
    /// Forwards or backwards, around the ends.
    void step(int by);
    /// Only these examples are stepped through (those answered wrongly, say); none: the whole part.
    void setOnly(std::optional<std::vector<std::int64_t>> examples);

signals:
    void chosen(std::int64_t example);

private:
    void dataChanged();
    void partChanged();
    const std::vector<std::int64_t>* examples() const;

    void announce();
    Workbench& workbench_;
    QComboBox* part_;
    QSpinBox* place_;
    std::optional<std::vector<std::int64_t>> only_;
    std::uint64_t draws_ = 0;
    bool following_ = false;  ///< another view picked
};

}  // namespace perceptarium::ui
