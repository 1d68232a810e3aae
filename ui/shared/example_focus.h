// The one example that all views look at: picked in one, shown in the others.
#pragma once

#include <QObject>

#include "ui/workbench.h"

namespace perceptarium::ui {

class ExampleFocus : public QObject {
    Q_OBJECT
public:
    /// The same one for all views of a window; it lives as long as the workbench.
    static ExampleFocus& of(Workbench& workbench);

    std::int64_t example() const { return example_; }  ///< −1: none was picked yet
    void pick(std::int64_t example);

signals:
    void picked(std::int64_t example);

private:
    explicit ExampleFocus(Workbench& workbench);
    std::int64_t example_ = -1;
};

}  // namespace perceptarium::ui
