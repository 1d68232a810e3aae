// The run record's reading half.
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>

#include "train/batch_chunk.h"
#include "train/checkpoint.h"
#include "train/process_identity.h"
#include "train/run_record_impl.h"

namespace perceptarium::train {

std::string metricsText(const Metrics& metrics) { return nlohmann::json(metrics).dump(); }

Metrics metricsFrom(const std::string& text) {
    Metrics metrics;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return metrics;
    for (const auto& [name, value] : json.items())
        metrics[name] = value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
    return metrics;
}

std::string standardRecordPath() {
    const char* data = std::getenv("XDG_DATA_HOME");
    std::filesystem::path folder;
    if (data && *data == '/') {
        folder = data;
    } else {
        const char* home = std::getenv("HOME");
        folder = std::filesystem::path(home && *home ? home : "/") / ".local" / "share";
    }
    return (folder / "perceptarium" / "runs.sqlite").string();
}

std::string_view nameOf(RunState state) {
    switch (state) {
        case RunState::Running: return "running";
        case RunState::Finished: return "finished";
        case RunState::Stopped: return "stopped";
        case RunState::Interrupted: return "interrupted";
    }
    return "";
}

Result<std::vector<RunSummary>> RunRecord::Impl::summaries(Statement rows) {
    std::vector<RunSummary> runs;
    while (PC_TRY(rows.next())) {
        RunSummary& run = runs.emplace_back();
        run.id = rows.integer(0);
        run.project = rows.text(1);
        run.started = rows.text(2);
        run.seed = static_cast<std::uint64_t>(rows.integer(3));
        run.epochsWanted = rows.integer(4);
        const std::int64_t state = rows.integer(5);
        run.state = state == 1 ? RunState::Finished : state == 2 ? RunState::Stopped : RunState::Running;
        run.reason = rows.text(6);
        if (run.state == RunState::Running && !isAlive({rows.integer(7), rows.text(8)})) {
            run.state = RunState::Interrupted;
            run.reason = "the program ended in the middle";
        }
        run.steps = rows.integer(9);
        run.epochs = rows.integer(10);
        run.seconds = rows.real(11);
        run.dataHash = static_cast<std::uint64_t>(rows.integer(12));
    }
    for (RunSummary& run : runs) {
        Statement last = PC_TRY(database->statement(
            "SELECT train, dev, test FROM epochs WHERE run=? ORDER BY epoch DESC LIMIT 1"));
        if (!PC_TRY(last.bind(run.id).next())) continue;
        run.train = metricsFrom(last.text(0));
        run.dev = metricsFrom(last.text(1));
        run.test = metricsFrom(last.text(2));
    }
    return runs;
}

#define PC_RUN_COLUMNS \
    "SELECT id, project, started, seed, epochs_wanted, state, reason, pid, process, steps, epochs, seconds, data_hash FROM runs "

Result<std::vector<RunSummary>> RunRecord::runs() {
    return impl_->summaries(PC_TRY(impl_->database->statement(PC_RUN_COLUMNS "ORDER BY id DESC")));
}

Result<RunSummary> RunRecord::run(std::int64_t id) {
    Statement rows = PC_TRY(impl_->database->statement(PC_RUN_COLUMNS "WHERE id=?"));
    rows.bind(id);
    auto found = PC_TRY(impl_->summaries(std::move(rows)));
    if (found.empty()) return Error{"there is no such run", impl_->place(id), {}, {}};
    return found.front();
}

#undef PC_RUN_COLUMNS

Result<std::string> RunRecord::projectJson(std::int64_t id) {
    Statement found = PC_TRY(impl_->database->statement("SELECT json FROM runs WHERE id=?"));
    if (!PC_TRY(found.bind(id).next())) return Error{"there is no such run", impl_->place(id), {}, {}};
    return found.text(0);
}

Result<std::vector<BatchRecord>> RunRecord::batches(std::int64_t id) {
    std::vector<BatchRecord> all;
    Statement rows = PC_TRY(impl_->database->statement("SELECT data FROM batches WHERE run=? ORDER BY first"));
    rows.bind(id);
    while (PC_TRY(rows.next())) {
        const auto chunk = PC_TRY(parseBatchChunk(rows.blob(0), impl_->place(id)));
        all.insert(all.end(), chunk.begin(), chunk.end());
    }
    return all;
}

Result<std::vector<EpochRecord>> RunRecord::epochs(std::int64_t id) {
    std::vector<EpochRecord> all;
    Statement rows = PC_TRY(impl_->database->statement(
        "SELECT epoch, step, seconds, samples_per_second, train, dev, test FROM epochs WHERE run=? ORDER BY epoch"));
    rows.bind(id);
    while (PC_TRY(rows.next())) {
        EpochRecord& epoch = all.emplace_back();
        epoch.epoch = rows.integer(0);
        epoch.step = rows.integer(1);
        epoch.seconds = rows.real(2);
        epoch.samplesPerSecond = rows.real(3);
        epoch.train = metricsFrom(rows.text(4));
        if (!rows.isNull(5)) epoch.dev = metricsFrom(rows.text(5));
        if (!rows.isNull(6)) epoch.test = metricsFrom(rows.text(6));
    }
    return all;
}

Result<std::vector<Mark>> RunRecord::marks(std::int64_t id) {
    std::vector<Mark> all;
    Statement rows = PC_TRY(impl_->database->statement("SELECT step, what FROM marks WHERE run=? ORDER BY step, id"));
    rows.bind(id);
    while (PC_TRY(rows.next())) all.push_back({rows.integer(0), rows.text(1)});
    return all;
}

Result<std::optional<State>> RunRecord::Impl::firstWhole(std::int64_t id, const char* sql) {
    PC_TRY(requireRun(id));
    Statement rows = PC_TRY(database->statement(sql));
    rows.bind(id);
    while (PC_TRY(rows.next())) {
        auto state = parseCheckpoint(rows.blob(0), place(id));
        if (state) return std::optional(std::move(*state));
    }
    return std::optional<State>();
}

Result<std::optional<State>> RunRecord::checkpoint(std::int64_t id) {
    return impl_->firstWhole(id, "SELECT data FROM checkpoints WHERE run=? ORDER BY id DESC");
}

Result<std::optional<State>> RunRecord::bestCheckpoint(std::int64_t id) {
    return impl_->firstWhole(
        id, "SELECT data FROM checkpoints WHERE run=? AND dev_loss IS NOT NULL ORDER BY dev_loss, id");
}

}  // namespace perceptarium::train
