// FindPopup: type part of a layer's name or kind, Enter goes to it.
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace perceptarium::ui {

class NetworkCanvas;

class FindPopup : public QFrame {
    Q_OBJECT
public:
    explicit FindPopup(NetworkCanvas& canvas);
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& words);
    void go();
    NetworkCanvas& canvas_;
    QLineEdit* search_;
    QListWidget* list_;
};

}  // namespace perceptarium::ui
