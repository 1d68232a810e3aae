// Batch records by the thousand as one block of bytes, column by column. A row of a table for each would cost more time
// and disk than training a small net does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "train/records.h"

namespace perceptarium::train {

/// Without loss: a column that f32 holds exactly takes four bytes a number (f32 losses, accuracies of batches of 2ᵏ).
std::string batchChunk(const std::vector<BatchRecord>& records);
Result<std::vector<BatchRecord>> parseBatchChunk(std::string_view bytes, const std::string& where);

}  // namespace perceptarium::train
