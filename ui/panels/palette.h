// Palette: all layers that there are, searchable, to be dragged onto the canvas or appended with Enter.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QLineEdit;
class QLabel;

namespace perceptarium::ui {

class LayerList;

class Palette : public QWidget {
    Q_OBJECT
public:
    Palette(Workbench& workbench, QWidget* parent = nullptr);

    /// Puts the keyboard into the search field.
    void focusSearch();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void append(const QString& layer);

    Workbench& workbench_;
    QLineEdit* search_;
    LayerList* list_;
    QLabel* nothing_;
};

}  // namespace perceptarium::ui
