// Dock: a panel or view that can be shown, hidden, tabbed and torn off. What is in it is made when it is first seen.
#pragma once

#include <QDockWidget>
#include <functional>

class QLabel;
class QMenu;
class QToolButton;

namespace perceptarium::app {

class Dock : public QDockWidget {
    Q_OBJECT
public:
    /// `id` is for ever: layouts are saved under it.
    Dock(const QString& id, const QString& title, const QString& meaning, std::function<QWidget*()> make, QWidget* parent);

    const QString& id() const { return id_; }
    const QString& meaning() const { return meaning_; }
    /// Makes it if need be.
    QWidget* content();
    bool isMade() const { return content_ != nullptr; }
    /// In front of its tabs, with the keyboard.
    void bringUp();
    /// The menu of its title bar, made when first asked for.
    QMenu* menu();

private:
    QString id_, meaning_;
    std::function<QWidget*()> make_;
    QWidget* content_ = nullptr;
    QToolButton* more_ = nullptr;
    QMenu* menu_ = nullptr;
};

}  // namespace perceptarium::app
