// A table as rows of numbers: categories one-hot, missing numbers filled with what the training part says.
#pragma once

#include "data/dataset.h"
#include "data/readers/column_kinds.h"

namespace perceptarium::data {

struct TableSettings {
    std::string target;   ///< name or number; empty: the last column
    std::string columns;  ///< "age:number, name:ignore"
    std::string missing = "median";
    std::int64_t categories = 30;
    bool scaleTarget = true;
    bool gaps = true;
};

/// Error: no usable input column, one class only, a target that is neither classes nor numbers.
Result<DatasetPtr> makeTableDataset(const CsvTable& table, const TableSettings& settings, const std::string& name,
                                    const Progress& progress, double from, double to);

}  // namespace perceptarium::data
