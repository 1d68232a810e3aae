// Dock: a panel or view that can be shown, hidden, tabbed and torn off. What is in it is made when it is first seen.
#pragma once

#include <QDockWidget>
#include <functional>

class QMenu;

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
    /// Without: where tabs say the same.
    void showTitle(bool shown);
    /// What one can do with it: what `extend` adds, a window of its own, close.
    void fillMenu(QMenu& menu);
    /// Adds to the menu what suits the content. Set before it is shown.
    std::function<void(QMenu&)> extend;

signals:
    /// Esc, where nothing in the panel needs it: whoever came here by a key goes back by one.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString id_, meaning_;
    std::function<QWidget*()> make_;
    QWidget* content_ = nullptr;
    QWidget *title_, *noTitle_;
};

}  // namespace perceptarium::app
