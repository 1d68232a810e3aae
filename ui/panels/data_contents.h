// DataContents: the examples themselves, to look at: pictures, rows or texts, by part and class, with their counts.
#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace perceptarium::ui {

class ClassBars;
class ExampleReader;
class ExampleTable;
class PictureGrid;

class DataContents : public QWidget {
    Q_OBJECT
public:
    explicit DataContents(Workbench& workbench, QWidget* parent = nullptr);

    /// The examples that the filters let through, in their order.
    const std::vector<std::int64_t>& shown() const { return shown_; }
    void showClass(int index);

private:
    void takeData();
    void filter();
    void tellVisibleRows();

    Workbench& workbench_;
    data::PreparedPtr data_;
    std::vector<std::int64_t> shown_;
    ExampleReader* reader_;
    QLabel *summary_, *empty_, *counted_;
    QComboBox *part_, *class_;
    QStackedWidget* pages_;
    PictureGrid* grid_;
    QTableView* table_;
    ExampleTable* rows_;
    ClassBars* bars_;
    QScrollArea* barsArea_;
};

}  // namespace perceptarium::ui
