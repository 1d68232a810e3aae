// ExampleTable: rows or sentences of a set as a table; only what is seen is read.
#pragma once

#include <QAbstractTableModel>
#include <cstdint>
#include <vector>

#include "ui/panels/example_reader.h"

namespace perceptarium::ui {

/// Columns: the target (class or numbers), then the features; for texts the sentence.
class ExampleTable : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ExampleTable(ExampleReader& reader, QObject* parent = nullptr);

    void setExamples(std::vector<std::int64_t> examples);
    /// These rows are in sight (with both ends).
    void setVisibleRows(int first, int last);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int targetColumns() const;
    bool isText() const;

    ExampleReader& reader_;
    std::vector<std::int64_t> examples_;
    int first_ = 0, last_ = -1;
};

}  // namespace perceptarium::ui
