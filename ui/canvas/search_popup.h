// SearchPopup: a small box at the pointer in which a layer is searched and chosen with the keyboard.
#pragma once

#include <QFrame>

class QLineEdit;

namespace perceptarium::ui {

class LayerList;

class SearchPopup : public QFrame {
    Q_OBJECT
public:
    explicit SearchPopup(QWidget* parent);
    /// Opens at a place on the screen, kept inside it.
    void openAt(QPoint global);

signals:
    void chosen(const QString& layer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* search_;
    LayerList* list_;
};

}  // namespace perceptarium::ui
