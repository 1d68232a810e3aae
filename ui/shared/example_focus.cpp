#include "ui/shared/example_focus.h"

namespace perceptarium::ui {

ExampleFocus& ExampleFocus::of(Workbench& workbench) {
    if (auto* focus = workbench.findChild<ExampleFocus*>(QString(), Qt::FindDirectChildrenOnly)) return *focus;
    return *new ExampleFocus(workbench);
}

ExampleFocus::ExampleFocus(Workbench& workbench) : QObject(&workbench) {
    connect(&workbench, &Workbench::dataChanged, this, [this] { example_ = -1; });
}

void ExampleFocus::pick(std::int64_t example) {
    if (example == example_ || example < 0) return;
    example_ = example;
    emit picked(example);
}

}  // namespace perceptarium::ui
