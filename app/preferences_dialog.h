// Preferences: the program's settings and its keys, with one search for both.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QTabWidget;

namespace perceptarium::app {

class Keys;
class KeysPage;
class PreferenceRows;

class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(Keys& keys, QWidget* parent = nullptr);
    void showKeys();

private:
    void filter(const QString& text);
    QLineEdit* search_;
    QTabWidget* pages_;
    PreferenceRows* rows_;
    KeysPage* keysPage_;
    QLabel* nothing_;
};

}  // namespace perceptarium::app
