#include "exchange/recorded_run.h"

#include "exchange/project_file.h"
#include "network/bypass.h"

namespace perceptarium::exchange {

Result<project::Document> recordedDocument(train::RunRecord& record, std::int64_t run) {
    const std::string json = PC_TRY(record.projectJson(run));
    project::Document document = PC_TRY(documentFromText(json, "run " + std::to_string(run)));
    if (const auto state = PC_TRY(record.checkpoint(run))) network::freezeOnly(document.graph, train::frozenIn(*state));
    return document;
}

Result<project::Project> recordedProject(const std::string& recordPath, std::int64_t run, RecordedWeights weights) {
    const std::string where = "run " + std::to_string(run);
    const auto record = PC_TRY(train::RunRecord::open(recordPath));
    project::Project project{PC_TRY(recordedDocument(*record, run)), {}};
    const bool best = weights == RecordedWeights::Best;
    auto state = PC_TRY(best ? record->bestCheckpoint(run) : record->checkpoint(run));
    if (!state && best)
        return Error{"the record holds no best epoch of this run", where,
                     "a run of which an epoch has ended", "none ended, or better ones before it was recorded"};
    if (!state) return project;
    project::Trained& trained = project.trained.emplace();
    trained.state = std::move(*state);
    trained.batches = PC_TRY(record->batches(run));
    trained.epochs = PC_TRY(record->epochs(run));
    trained.marks = PC_TRY(record->marks(run));
    project::cutToState(trained);
    return project;
}

}  // namespace perceptarium::exchange
