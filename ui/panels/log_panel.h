// Log: everything that was said, with its time; can be copied.
#pragma once

#include <QDateTime>
#include <QWidget>
#include <deque>

#include "ui/workbench.h"

class QPlainTextEdit;
class QToolButton;

namespace perceptarium::ui {

class LogPanel : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// All lines as they would be copied.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QDateTime when;
        QString text;
        bool isProblem;
    };
    void append(const QString& text, bool isProblem);
    void showLine(const Line& line);
    void showAll();

    std::deque<Line> lines_;
    QPlainTextEdit* page_;
    QToolButton* problemsOnly_;
};

}  // namespace perceptarium::ui
