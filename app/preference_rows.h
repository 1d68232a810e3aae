// The settings page of the preferences: a row for each, made from its declaration.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/preferences.h"

class QLabel;
class QToolButton;

namespace perceptarium::app {

class PreferenceRows : public QWidget {
    Q_OBJECT
public:
    explicit PreferenceRows(QWidget* parent = nullptr);
    /// Shows the rows whose section, title or meaning hold the text; returns how many.
    int filter(const QString& text);

private:
    struct Row {
        const ui::Preference* preference;
        QWidget* row;
        QLabel* heading;  // of its section
    };
    QWidget* makeEditor(const ui::Preference& preference);
    std::vector<Row> rows_;
};

}  // namespace perceptarium::app
