// Other data in the terms of the data that a network was trained on: its words, its columns, its class numbers.
#pragma once

#include "data/dataset.h"

namespace perceptarium::data {

/// `dataset` itself when it already speaks the same terms, else a view of it in those of `trained`: words by spelling
/// (unknown ones become "unknown"), columns by name (a one-hot column that does not occur is 0),
/// missing numbers with the values that training filled in, classes by name, texts cut
/// or padded to the same length. Error: another form of input, another picture size, a column or class that does not fit.
Result<DatasetPtr> adapt(DatasetPtr dataset, const DatasetInfo& trained);

/// What the columns of a table are, in the words of its setting "columns" ("age:number, city:category"): for another
/// table, whose few rows could make a column look like something else. Empty for what was no table.
std::string columnKinds(const DatasetInfo& trained);

}  // namespace perceptarium::data
