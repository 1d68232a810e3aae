// Runs panel: what was trained before: when, how far, how well; to go on with, open again, or forget.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/workbench.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace perceptarium::ui {

class RunsPanel : public QWidget {
    Q_OBJECT
public:
    explicit RunsPanel(Workbench& workbench, QWidget* parent = nullptr);
    /// Reads the record again.
    void refresh();

signals:
    /// The present project would be replaced: the window asks first about what is not saved, then does it.
    void resumeRequested(qint64 run);
    void openRequested(qint64 run);
    void openBestRequested(qint64 run);

protected:
    void showEvent(QShowEvent* event) override;

private:
    const train::RunSummary* chosen() const;
    void refreshButtons();
    void forget();

    Workbench& workbench_;
    std::vector<train::RunSummary> runs_;
    QTreeWidget* list_;
    QLabel* nothing_;
    QStackedWidget* pages_;
    QPushButton *resume_, *open_, *openBest_, *forget_;
    int ticks_ = 0;
};

}  // namespace perceptarium::ui
