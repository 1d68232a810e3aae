// A recorded run as a project: its drawing and settings, and the weights that the record keeps of it.
#pragma once

#include <cstdint>
#include <string>

#include "project/project.h"
#include "train/run_record.h"

namespace perceptarium::exchange {

/// What it trains, with the nodes frozen that were so at its last checkpoint: that may have changed while it ran.
Result<project::Document> recordedDocument(train::RunRecord& record, std::int64_t run);

enum class RecordedWeights { Last, Best };

/// From the record at `recordPath`. What only the data say (normalization, classes) is missing in `trained`: the data have
/// to be loaded (project::takeData). `trained` is empty when the record holds no weights yet. Error: no such run; no best
/// epoch of it.
Result<project::Project> recordedProject(const std::string& recordPath, std::int64_t run, RecordedWeights weights);

}  // namespace perceptarium::exchange
