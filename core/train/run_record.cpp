// The run record's file: its tables, and writing to them.
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <limits>
#include <thread>

#include "train/batch_chunk.h"
#include "train/checkpoint.h"
#include "train/process_identity.h"
#include "train/run_record_impl.h"

namespace perceptarium::train {
namespace {

constexpr int kSchema = 1;
constexpr std::int64_t kApplication = 0x50435243;  // "PCRC": tells our file from other SQLite files

// Numbers without a value (NaN) are NULL, in tables and in JSON.
// checkpoints.dev_loss: the score of the best epoch so far (lower is better), by whatever the run's settings say; NULL for
// the others. (In older records it is the dev loss of every checkpoint at an epoch's end: the lowest is the best.)
constexpr const char* kTables = R"sql(
CREATE TABLE runs(
    id INTEGER PRIMARY KEY, project TEXT NOT NULL, json TEXT NOT NULL, started TEXT NOT NULL, seed INTEGER NOT NULL,
    epochs_wanted INTEGER NOT NULL, data_hash INTEGER NOT NULL, state INTEGER NOT NULL, reason TEXT NOT NULL,
    pid INTEGER NOT NULL, process TEXT NOT NULL,
    steps INTEGER NOT NULL DEFAULT 0, epochs INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0);
CREATE TABLE batches(
    run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, first INTEGER NOT NULL, last INTEGER NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY(run, first));
CREATE TABLE epochs(
    run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, epoch INTEGER NOT NULL, step INTEGER NOT NULL,
    seconds REAL, samples_per_second REAL, train TEXT NOT NULL, dev TEXT, test TEXT, PRIMARY KEY(run, epoch));
CREATE TABLE marks(
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, step INTEGER NOT NULL,
    what TEXT NOT NULL);
CREATE INDEX marks_by_run ON marks(run);
CREATE TABLE checkpoints(
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, step INTEGER NOT NULL,
    marks INTEGER NOT NULL, dev_loss REAL, data BLOB NOT NULL);
CREATE INDEX checkpoints_by_run ON checkpoints(run);
)sql";

std::string nowText() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

}  // namespace

RunRecord::RunRecord() : impl_(std::make_unique<Impl>()) {}
RunRecord::~RunRecord() = default;

Status RunRecord::Impl::prepareSchema() {
    // A killed program loses nothing that was committed; NORMAL gives up only the last moments before a power cut.
    // Turning WAL on fails at once, without waiting, while another program does the same: programs that start together.
    Status journal = database->execute("PRAGMA journal_mode=WAL");
    for (int tries = 0; !journal && database->wasBusy() && tries < 500; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        journal = database->execute("PRAGMA journal_mode=WAL");
    }
    PC_TRY(std::move(journal));
    PC_TRY(database->execute("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON"));
    const auto pragma = [&](const char* sql) -> Result<std::int64_t> {
        Statement statement = PC_TRY(database->statement(sql));
        if (!PC_TRY(statement.next())) return std::int64_t{0};
        return statement.integer(0);
    };
    Transaction transaction = PC_TRY(Transaction::begin(*database));
    const std::int64_t version = PC_TRY(pragma("PRAGMA user_version"));
    const std::int64_t application = PC_TRY(pragma("PRAGMA application_id"));
    const std::int64_t tables = PC_TRY(pragma("SELECT count(*) FROM sqlite_master"));
    if (version == 0 && tables == 0) {
        PC_TRY(database->execute(kTables));
        PC_TRY(database->execute("PRAGMA user_version=" + std::to_string(kSchema)));
        PC_TRY(database->execute("PRAGMA application_id=" + std::to_string(kApplication)));
        return transaction.commit();
    }
    if (application != kApplication)
        return Error{"this is not a record of runs but another SQLite file", database->path(), {}, {}};
    if (version > kSchema)
        return Error{"the record of runs was written by a newer version of Perceptarium", database->path(),
                     "version " + std::to_string(kSchema), std::to_string(version)};
    return transaction.commit();
}

Result<std::unique_ptr<RunRecord>> RunRecord::open(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code failed;
    if (!folder.empty()) std::filesystem::create_directories(folder, failed);
    if (failed) return Error{"the folder for the record of runs cannot be made: " + failed.message(), folder.string(), {}, {}};
    std::unique_ptr<RunRecord> record(new RunRecord());
    record->impl_->database = PC_TRY(Database::open(path));
    PC_TRY(record->impl_->prepareSchema());
    return record;
}

Status RunRecord::Impl::requireRun(std::int64_t id) {
    Statement found = PC_TRY(database->statement("SELECT 1 FROM runs WHERE id=?"));
    if (!PC_TRY(found.bind(id).next())) return Error{"there is no such run", place(id), {}, {}};
    return {};
}

Status RunRecord::forget(std::int64_t id) {
    PC_TRY(impl_->requireRun(id));
    return PC_TRY(impl_->database->statement("DELETE FROM runs WHERE id=?")).bind(id).run();
}

Result<std::int64_t> RunRecord::begin(const std::string& project, const std::string& projectJson, std::uint64_t seed,
                                      std::int64_t epochs, std::uint64_t dataHash) {
    const ProcessIdentity process = thisProcess();
    Statement insert = PC_TRY(impl_->database->statement(
        "INSERT INTO runs(project, json, started, seed, epochs_wanted, data_hash, state, reason, pid, process) "
        "VALUES(?, ?, ?, ?, ?, ?, 0, '', ?, ?)"));
    insert.bind(project).bind(projectJson).bind(nowText()).bind(static_cast<std::int64_t>(seed)).bind(epochs);
    PC_TRY(insert.bind(static_cast<std::int64_t>(dataHash)).bind(process.pid).bind(process.started).run());
    return impl_->database->lastId();
}

Status RunRecord::Impl::cutBatches(std::int64_t id, std::int64_t step) {
    std::vector<std::pair<std::int64_t, std::vector<BatchRecord>>> cut;
    {
        Statement rows = PC_TRY(database->statement("SELECT first, data FROM batches WHERE run=? AND last>=?"));
        rows.bind(id).bind(step);
        while (PC_TRY(rows.next())) {
            auto records = parseBatchChunk(rows.blob(1), place(id));
            if (!records) records = std::vector<BatchRecord>();  // damaged, and mostly to be forgotten anyway
            std::erase_if(*records, [&](const BatchRecord& record) { return record.step >= step; });
            cut.emplace_back(rows.integer(0), std::move(*records));
        }
    }
    for (const auto& [first, records] : cut) {
        Statement forget = PC_TRY(database->statement("DELETE FROM batches WHERE run=? AND first=?"));
        PC_TRY(forget.bind(id).bind(first).run());
        if (!records.empty()) PC_TRY(writeBatches(id, records));
    }
    return {};
}

Status RunRecord::resume(std::int64_t id, const State& checkpoint) {
    Database& database = *impl_->database;
    Transaction transaction = PC_TRY(Transaction::begin(database));
    PC_TRY(impl_->requireRun(id));
    PC_TRY(impl_->cutBatches(id, checkpoint.step));
    // A change of settings at the checkpoint's own step is forgotten too when it came after the checkpoint.
    for (const char* sql :
         {"DELETE FROM marks WHERE run=?1 AND (step>?2 OR id>(SELECT marks FROM checkpoints WHERE run=?1 AND step=?2 "
          "ORDER BY id DESC LIMIT 1))",
          "DELETE FROM epochs WHERE run=?1 AND step>?2", "DELETE FROM checkpoints WHERE run=?1 AND step>?2"}) {
        Statement forget = PC_TRY(database.statement(sql));
        PC_TRY(forget.bind(id).bind(checkpoint.step).run());
    }
    // An epoch may have been evaluated after the checkpoint at its very end: it will be again.
    Statement epochs = PC_TRY(database.statement("DELETE FROM epochs WHERE run=? AND epoch>?"));
    PC_TRY(epochs.bind(id).bind(checkpoint.epoch).run());
    const ProcessIdentity process = thisProcess();
    Statement update = PC_TRY(database.statement(
        "UPDATE runs SET state=0, reason='', pid=?, process=?, steps=?, epochs=?, seconds=? WHERE id=?"));
    update.bind(process.pid).bind(process.started).bind(checkpoint.step).bind(checkpoint.epoch);
    PC_TRY(update.bind(checkpoint.seconds).bind(id).run());
    return transaction.commit();
}

Status RunRecord::Impl::writeBatches(std::int64_t id, const std::vector<BatchRecord>& batches) {
    // Blocks of bounded size, so that reading a part of a long run stays possible.
    constexpr std::size_t block = 65536;
    for (std::size_t begin = 0; begin < batches.size(); begin += block) {
        const std::size_t end = std::min(begin + block, batches.size());
        const std::vector<BatchRecord> part(batches.begin() + static_cast<std::ptrdiff_t>(begin),
                                            batches.begin() + static_cast<std::ptrdiff_t>(end));
        const std::string bytes = batchChunk(part);
        Statement insert = PC_TRY(database->statement("INSERT OR REPLACE INTO batches VALUES(?, ?, ?, ?)"));
        PC_TRY(insert.bind(id).bind(part.front().step).bind(part.back().step).bindBlob(bytes).run());
    }
    if (batches.empty()) return {};
    Statement update = PC_TRY(database->statement("UPDATE runs SET steps=?, seconds=? WHERE id=?"));
    return update.bind(batches.back().step + 1).bind(batches.back().seconds).bind(id).run();
}

Status RunRecord::Impl::writeEpochs(std::int64_t id, const std::vector<EpochRecord>& epochs) {
    for (const EpochRecord& epoch : epochs) {
        Statement insert =
            PC_TRY(database->statement("INSERT OR REPLACE INTO epochs VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
        insert.bind(id).bind(epoch.epoch).bind(epoch.step).bind(epoch.seconds).bind(epoch.samplesPerSecond);
        insert.bind(metricsText(epoch.train));
        for (const auto* part : {&epoch.dev, &epoch.test}) {
            if (*part)
                insert.bind(metricsText(**part));
            else
                insert.bindNull();
        }
        PC_TRY(insert.run());
    }
    if (epochs.empty()) return {};
    Statement update = PC_TRY(database->statement("UPDATE runs SET epochs=?, seconds=? WHERE id=?"));
    return update.bind(epochs.back().epoch).bind(epochs.back().seconds).bind(id).run();
}

Status RunRecord::Impl::writeCheckpoint(std::int64_t id, const State& state, double score) {
    const std::string bytes = checkpointBytes(state);
    Statement insert = PC_TRY(database->statement(
        "INSERT INTO checkpoints(run, step, marks, dev_loss, data) "
        "VALUES(?1, ?2, (SELECT coalesce(max(id), 0) FROM marks WHERE run=?1), ?3, ?4)"));
    PC_TRY(insert.bind(id).bind(state.step).bind(score).bindBlob(bytes).run());
    // Kept are the newest two (one may turn out to be damaged) and the best.
    Statement prune = PC_TRY(database->statement(
        "DELETE FROM checkpoints WHERE run=?1 AND id NOT IN (SELECT id FROM checkpoints WHERE run=?1 ORDER BY id DESC LIMIT 2)"
        " AND id NOT IN (SELECT id FROM checkpoints WHERE run=?1 AND dev_loss IS NOT NULL ORDER BY dev_loss, id LIMIT 1)"));
    return prune.bind(id).run();
}

Status RunRecord::write(std::int64_t id, const std::vector<BatchRecord>& batches, const std::vector<EpochRecord>& epochs,
                        const std::vector<Mark>& marks, const State* checkpoint, const State* best, double bestScore) {
    Transaction transaction = PC_TRY(Transaction::begin(*impl_->database));
    PC_TRY(impl_->requireRun(id));
    PC_TRY(impl_->writeBatches(id, batches));
    PC_TRY(impl_->writeEpochs(id, epochs));
    for (const Mark& mark : marks) {
        Statement insert = PC_TRY(impl_->database->statement("INSERT INTO marks(run, step, what) VALUES(?, ?, ?)"));
        PC_TRY(insert.bind(id).bind(mark.step).bind(mark.what).run());
    }
    if (best) PC_TRY(impl_->writeCheckpoint(id, *best, bestScore));
    if (checkpoint && checkpoint != best)
        PC_TRY(impl_->writeCheckpoint(id, *checkpoint, std::numeric_limits<double>::quiet_NaN()));
    return transaction.commit();
}

Status RunRecord::setEpochsWanted(std::int64_t id, std::int64_t epochs) {
    Statement update = PC_TRY(impl_->database->statement("UPDATE runs SET epochs_wanted=? WHERE id=?"));
    return update.bind(epochs).bind(id).run();
}

Status RunRecord::end(std::int64_t id, RunState state, StopReason reason, const std::string& message) {
    PC_TRY(impl_->requireRun(id));
    std::string words(textOf(reason));
    if (!message.empty()) words += (words.empty() ? "" : ": ") + message;
    Statement update = PC_TRY(impl_->database->statement("UPDATE runs SET state=?, reason=? WHERE id=?"));
    return update.bind(std::int64_t{state == RunState::Finished ? 1 : 2}).bind(words).bind(id).run();
}

}  // namespace perceptarium::train
