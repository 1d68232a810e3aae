// What several layers need to write themselves to another format.
#pragma once

#include <initializer_list>

#include "base/result.h"
#include "layers/export_writer.h"

namespace perceptarium::layers {

/// One operator that works on each number by itself: whatever layout comes in goes out.
Status writeElementwise(ExportWriter& writer, const std::string& operation, const ExportAttributes& attributes = {});

/// Swaps the last two axes of [N, T, D]: ONNX's operators over sequences have channels before steps. Again to go back.
std::string channelsBeforeSteps(ExportWriter& writer, const std::string& value);
/// Adds an operator between a value and one number; returns the result's name. `operation`: "Mul", "Add", "Div", …
std::string withNumber(ExportWriter& writer, const std::string& operation, const std::string& value,
                       const std::string& hint, double number);

/// The tensor with its axes in another order, as in NumPy's transpose. f32.
Tensor transposed(const Tensor& tensor, std::initializer_list<int> axes);

/// `rows` [D, …] has one row for each number of `value`, in the engine's order; the result has them in the order in which
/// the numbers lie in the exported graph.
Tensor rowsInExportOrder(const Tensor& rows, const ExportValue& value);

}  // namespace perceptarium::layers
