// Problems: everything that is wrong with (or worth knowing about) drawing, data and training, in words, with the way to the
// place and a button for each thing that puts it right.
#pragma once

#include <QScrollArea>
#include <QTimer>

#include "ui/shared/problems.h"

class QLabel;
class QVBoxLayout;

namespace perceptarium::ui {

class ProblemCard;

class ProblemsPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit ProblemsPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// Errors only; hints do not stop anything.
    int errorCount() const { return errors_; }
    /// As they are shown, errors first.
    const QList<ProblemCard*>& cards() const { return cards_; }

signals:
    /// A problem was chosen: show its node, or the one inside that the way leads to (Finding::inside).
    void nodeRequested(perceptarium::network::NodeId node, const perceptarium::network::BlockPath& inside);
    void countChanged(int errors);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Shown {
        project::Problem problem;
        QString where;
    };
    std::vector<Shown> problems(std::size_t withFixes) const;
    void refresh();
    void build();
    void focusFirstFix();

    Workbench& workbench_;
    QWidget* page_;
    QVBoxLayout* column_;
    QLabel *nothing_, *more_;
    QList<ProblemCard*> cards_;
    QTimer settle_;
    int errors_ = 0;
    bool stale_ = true;  ///< the cards are not those of the document as it is
};

}  // namespace perceptarium::ui
