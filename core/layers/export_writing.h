// What several layers need to write themselves to another format.
#pragma once

#include <initializer_list>

#include "base/result.h"
#include "layers/export_writer.h"

namespace perceptarium::layers {

/// One operator that works on each number by itself: whatever layout comes in goes out.
Status writeElementwise(ExportWriter& writer, const std::string& operation, const ExportAttributes& attributes = {});

/// Adds an operator between a value and one number; returns the result's name. `operation`: "Mul", "Add", "Div", …
std::string withNumber(ExportWriter& writer, const std::string& operation, const std::string& value,
                       const std::string& hint, double number);

/// The tensor with its axes in another order, as in NumPy's transpose. f32.
Tensor transposed(const Tensor& tensor, std::initializer_list<int> axes);

/// `rows` [D, …] has one row for each number of `value`, in the engine's order; the result has them in the order in which
/// the numbers lie in the exported graph.
Tensor rowsInExportOrder(const Tensor& rows, const ExportValue& value);

}  // namespace perceptarium::layers
