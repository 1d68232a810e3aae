// What the two halves of the run record share: run_record.cpp writes, run_record_reading.cpp reads.
#pragma once

#include "train/run_record.h"
#include "train/sqlite.h"

namespace perceptarium::train {

/// Numbers without a value (NaN) are NULL, in tables and in JSON.
std::string metricsText(const Metrics& metrics);
/// Anything that is not a number is NaN; text that is not JSON gives nothing.
Metrics metricsFrom(const std::string& text);

struct RunRecord::Impl {
    std::unique_ptr<Database> database;

    Status prepareSchema();
    Status requireRun(std::int64_t id);
    Status writeBatches(std::int64_t id, const std::vector<BatchRecord>& batches);
    Status writeEpochs(std::int64_t id, const std::vector<EpochRecord>& epochs);
    /// `score`: of the best epoch so far; NaN for any other state.
    Status writeCheckpoint(std::int64_t id, const State& state, double score);
    Status cutBatches(std::int64_t id, std::int64_t step);
    Result<std::optional<State>> firstWhole(std::int64_t id, const char* sql);
    Result<std::vector<RunSummary>> summaries(Statement rows);
    std::string place(std::int64_t id) const { return database->path() + ", run " + std::to_string(id); }
};

}  // namespace perceptarium::train
