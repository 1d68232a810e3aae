// Mini-batches by number: batch k of epoch e is the same whenever it is asked for, so a place in the shuffled data is
// two numbers. A reading thread keeps the next ones ready.
#pragma once

#include <memory>

#include "data/prepare.h"

namespace perceptarium::data {

struct Batch {
    Tensor x;  ///< [N, …input], normalized; the last batch of an epoch may be smaller
    Tensor y;  ///< [N] i32 or [N, K] f32
    std::vector<std::int64_t> examples;
};

class Batches {
public:
    /// The training part, shuffled anew each epoch from the stream (seed, "shuffle", epoch).
    Batches(PreparedPtr data, std::int64_t batchSize, std::uint64_t seed);
    ~Batches();

    std::int64_t batchesPerEpoch() const;
    std::int64_t examplesPerEpoch() const;
    /// Blocks until it is read; the following ones are then read ahead on a thread of its own.
    Result<std::shared_ptr<const Batch>> get(std::int64_t epoch, std::int64_t batch);

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace perceptarium::data
