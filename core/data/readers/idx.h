// The IDX format of MNIST (Y. LeCun's page on MNIST): two zero bytes, a type, a rank, big-endian extents, the numbers.
#pragma once

#include "data/readers/byte_stream.h"

namespace perceptarium::data {

struct IdxArray {
    std::vector<std::int64_t> extents;  ///< 1 to 4
    std::vector<std::uint8_t> values;   ///< row-major
};

/// Unsigned bytes only (type 8), which is what pictures and labels come in. The file must hold exactly what its header
/// says.
Result<IdxArray> readIdx(ByteStream& stream, const Progress& progress, double from = 0, double to = 1);

}  // namespace perceptarium::data
