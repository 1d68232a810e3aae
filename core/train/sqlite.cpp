#include "train/sqlite.h"

#include <sqlite3.h>

#include <cmath>
#include <limits>
#include <utility>

namespace perceptarium::train {
namespace {

Error errorOf(sqlite3* database, const std::string& path, int code) {
    switch (code & 0xff) {
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return {"the record of runs is damaged; move the file away to begin a new one", path, "an SQLite file", {}};
        case SQLITE_FULL: return {"the record of runs could not be written: the disk is full", path, {}, {}};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {"the record of runs cannot be opened for writing", path, "a file and folder that may be written", {}};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {"the record of runs is in use by another program", path, {}, {}};
        default: break;
    }
    return {std::string("the record of runs failed: ") + (database ? sqlite3_errmsg(database) : sqlite3_errstr(code)), path,
            {}, {}};
}

}  // namespace

Statement::Statement(sqlite3* database, sqlite3_stmt* statement, std::string path)
    : database_(database), statement_(statement), path_(std::move(path)) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      path_(std::move(other.path_)),
      bound_(other.bound_),
      failed_(other.failed_) {}

Statement::~Statement() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_, ++bound_, value); code != SQLITE_OK) failed_ = code;
    return *this;
}
Statement& Statement::bind(double value) {
    if (std::isnan(value)) return bindNull();
    if (const int code = sqlite3_bind_double(statement_, ++bound_, value); code != SQLITE_OK) failed_ = code;
    return *this;
}
Statement& Statement::bind(std::string_view text) {
    const int code = sqlite3_bind_text64(statement_, ++bound_, text.data() ? text.data() : "", text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) failed_ = code;
    return *this;
}
Statement& Statement::bindBlob(std::string_view bytes) {
    const int code = sqlite3_bind_blob64(statement_, ++bound_, bytes.data(), bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) failed_ = code;
    return *this;
}
Statement& Statement::bindNull() {
    ++bound_;  // unbound is NULL
    return *this;
}

Result<bool> Statement::next() {
    if (failed_ != 0) return errorOf(nullptr, path_, failed_);
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return errorOf(database_, path_, code);
}

Status Statement::run() {
    bool more = true;
    while (more) more = PC_TRY(next());
    return {};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(statement_, column);
}
bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}
std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string_view();
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path) {
    std::unique_ptr<Database> database(new Database());
    database->path_ = path;
    const int code = sqlite3_open_v2(path.c_str(), &database->handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code != SQLITE_OK) return errorOf(database->handle_, path, code);
    sqlite3_busy_timeout(database->handle_, 5000);
    return database;
}

bool Database::wasBusy() const {
    const int code = sqlite3_errcode(handle_);
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

Database::~Database() {
    for (const auto& [sql, statement] : prepared_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Status Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return errorOf(handle_, path_, code);
    return {};
}

Result<Statement> Database::statement(const char* sql) {
    auto found = prepared_.find(std::string_view(sql));
    if (found == prepared_.end()) {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) return errorOf(handle_, path_, code);
        found = prepared_.emplace(sql, statement).first;
    }
    return Statement(handle_, found->second, path_);
}

std::int64_t Database::lastId() const { return sqlite3_last_insert_rowid(handle_); }

Result<Transaction> Transaction::begin(Database& database) {
    PC_TRY(database.execute("BEGIN IMMEDIATE"));  // waits here for other writers, not in the middle
    return Transaction(database);
}

Transaction::~Transaction() {
    // A failure here leaves nothing to do: SQLite rolls back by itself when the connection goes.
    if (database_) static_cast<void>(database_->execute("ROLLBACK"));
}

Status Transaction::commit() {
    PC_TRY(database_->execute("COMMIT"));
    database_ = nullptr;
    return {};
}

}  // namespace perceptarium::train
