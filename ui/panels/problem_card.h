// ProblemCard: one problem in words that wrap, the way to its place, and a button for each fix.
#pragma once

#include <QFrame>

#include "ui/shared/problems.h"

class QPushButton;

namespace perceptarium::ui {

class ProblemCard : public QFrame {
    Q_OBJECT
public:
    /// `where`: what the problem is of, in words ("conv1", "Training").
    ProblemCard(const project::Problem& problem, const QString& where, QWidget* parent = nullptr);
    const project::Problem& problem() const { return problem_; }
    const QList<QPushButton*>& fixes() const { return fixes_; }

signals:
    /// The name was clicked, or Enter pressed on it.
    void chosen(perceptarium::network::NodeId node);
    void fixChosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* headline(const QString& where);
    QWidget* fixRow();
    project::Problem problem_;
    QList<QPushButton*> fixes_;
};

}  // namespace perceptarium::ui
