// SearchPopup: a small box at the pointer in which a layer is searched and chosen with the keyboard.
#pragma once

#include <QFrame>
#include <functional>

class QLineEdit;

namespace perceptarium::ui {

class LayerList;

class SearchPopup : public QFrame {
    Q_OBJECT
public:
    /// `what`: said in the empty field. `fits`: which layers there are to choose from; all when it is empty.
    explicit SearchPopup(QWidget* parent, const QString& what = {}, std::function<bool(const QString& layer)> fits = {});
    /// Opens at a place on the screen, kept inside it.
    void openAt(QPoint global);
    LayerList& list() const { return *list_; }

signals:
    void chosen(const QString& layer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* search_;
    LayerList* list_;
};

}  // namespace perceptarium::ui
