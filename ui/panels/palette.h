// Palette: all layers that there are, searchable, to be dragged onto the canvas or appended with Enter.
#pragma once

#include <QWidget>

#include "exchange/block_library.h"
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
    /// Finds that layer and marks it.
    void showLayer(const QString& layer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void append(const QString& layer);
    void showMenu(QPoint at);
    void forgetBlock();
    /// The block of the user's own that is marked; nullptr if none is.
    const exchange::LibraryBlock* currentOwn() const;

    Workbench& workbench_;
    QLineEdit* search_;
    LayerList* list_;
    QLabel* nothing_;
};

}  // namespace perceptarium::ui
