// What workloads over sequences share.
#pragma once

#include "autograd/ops_sequence.h"
#include "steps/workload.h"

namespace perceptarium::bench {

/// ids [rows, columns] below `vocabulary`.
Tensor randomIds(std::int64_t rows, std::int64_t columns, std::uint64_t vocabulary, std::uint64_t seed);
/// Columns first … first + count − 1 of a matrix of ids.
Tensor columnsOf(const Tensor& ids, std::int64_t first, std::int64_t count);

/// A table of word vectors; its place in the list.
std::size_t addTable(Parameters& parameters, std::int64_t vocabulary, std::int64_t d);
/// Weights of a recurrent cell, as PyTorch begins: uniform within 1/√h.
autograd::RecurrentWeights addCell(Parameters& parameters, std::int64_t gates, std::int64_t d, std::int64_t h,
                                   bool candidateBias);

}  // namespace perceptarium::bench
