#include "ui/panels/differing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>

namespace perceptarium::ui {

void showDiffering(QCheckBox& box, bool differ) {
    const QSignalBlocker quiet(box);
    box.setTristate(differ);
    if (differ) box.setCheckState(Qt::PartiallyChecked);
}

void showDiffering(SettingWidget& widget, bool differ) {
    if (auto* box = qobject_cast<QCheckBox*>(widget.editor())) showDiffering(*box, differ);
    auto* list = qobject_cast<QComboBox*>(widget.editor());
    if (!list) return;
    const QSignalBlocker quiet(list);
    list->setPlaceholderText(QCoreApplication::translate("Inspector", "different"));
    if (!differ) return;
    list->setCurrentIndex(-1);
    if (auto* meaning = widget.findChild<QLabel*>(QStringLiteral("choice-meaning"))) meaning->clear();
}

void onTakenAsItIs(SettingWidget& widget, const std::function<void()>& take) {
    auto* line = qobject_cast<QLineEdit*>(widget.editor());
    if (!line) line = widget.editor()->findChild<QLineEdit*>();
    if (auto* box = qobject_cast<QCheckBox*>(widget.editor())) QObject::connect(box, &QCheckBox::clicked, &widget, take);
    else if (line) QObject::connect(line, &QLineEdit::returnPressed, &widget, take);
}

}  // namespace perceptarium::ui
