#include "ui/panels/history_panel.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QFont>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include "exchange/steps_json.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

/// Row 0 is the beginning, row n the document after step n. What can be done again is fainter than what was done.
class StepsModel : public QAbstractListModel {
public:
    StepsModel(const Workbench& workbench, QObject* parent) : QAbstractListModel(parent), workbench_(workbench) {}

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(workbench_.history().size()) + 1;
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const int now = static_cast<int>(workbench_.history().position()), row = index.row();
        switch (role) {
            case Qt::DisplayRole: return name(row);
            case Qt::AccessibleTextRole:
                return row == now ? HistoryPanel::tr("%1 (now)").arg(name(row))
                       : row > now ? HistoryPanel::tr("%1 (undone)").arg(name(row))
                                   : name(row);
            case Qt::DecorationRole: return row == now ? QVariant(icon("next")) : QVariant(QColor(Qt::transparent));
            case Qt::ForegroundRole: return row > now ? QVariant(colour(Role::Secondary)) : QVariant();
            case Qt::FontRole: {
                QFont font;
                font.setBold(row == now);
                font.setItalic(row > now);
                return font;
            }
            default: return {};
        }
    }
    void reset() {
        beginResetModel();
        endResetModel();
    }

private:
    QString name(int row) const {
        if (row == 0) return HistoryPanel::tr("Beginning");
        const auto& list = workbench_.history().steps().list;
        return static_cast<std::size_t>(row) <= list.size() ? qt(list[static_cast<std::size_t>(row) - 1].name) : QString();
    }
    const Workbench& workbench_;
};

HistoryPanel::HistoryPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), model_(new StepsModel(workbench, this)), list_(new QListView), count_(new QLabel),
      back_(new QToolButton), forward_(new QToolButton) {
    list_->setModel(model_);
    list_->setUniformItemSizes(true);  // thousands of steps
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("History"));
    list_->setToolTip(tr("Click a step to have everything as it was then: drawing, data and training settings. Nothing is lost until you "
                         "change something there. A .percept file keeps the newest %1 steps (at most %2 MB).")
                          .arg(countText(exchange::kMaximumSteps))
                          .arg(exchange::kMaximumStepsBytes >> 20));
    list_->setAccessibleDescription(list_->toolTip());
    const auto dress = [](QToolButton* button, const char* iconName, const QString& what) {
        button->setIcon(icon(iconName));
        button->setToolTip(what);
        button->setAccessibleName(what);
    };
    dress(back_, "undo", tr("One step back (undo)"));
    dress(forward_, "redo", tr("One step forward (redo)"));
    count_->setProperty("role", "secondary");

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSpacing, 2, kSpacing, 2);
    foot->addWidget(back_);
    foot->addWidget(forward_);
    foot->addWidget(count_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(list_, 1);
    layout->addLayout(foot);
    setFocusProxy(list_);

    connect(back_, &QToolButton::clicked, &workbench_, &Workbench::undo);
    connect(forward_, &QToolButton::clicked, &workbench_, &Workbench::redo);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& row) {
        if (!refreshing_ && row.isValid()) workbench_.jumpTo(static_cast<std::size_t>(row.row()));
    });
    connect(&workbench_, &Workbench::documentChanged, this, &HistoryPanel::refresh);
    connect(&workbench_, &Workbench::replaced, this, &HistoryPanel::refresh);
    refresh();
}

void HistoryPanel::refresh() {
    const auto& history = workbench_.history();
    refreshing_ = true;
    model_->reset();
    const QModelIndex now = model_->index(static_cast<int>(history.position()));
    list_->setCurrentIndex(now);
    list_->scrollTo(now);
    refreshing_ = false;
    count_->setText(tr("step %1 of %2").arg(countText(history.position()), countText(history.size())));
    back_->setEnabled(history.canUndo());
    forward_->setEnabled(history.canRedo());
}

void HistoryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::ui
