// A thin layer over SQLite: statements that are prepared once, bound by position, and errors that name the file.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace perceptarium::train {

/// One row at a time. Reset when it goes, so that it can be used again.
class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement, std::string path);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(std::int64_t value);
    Statement& bind(double value);  ///< NaN becomes NULL
    Statement& bind(std::string_view text);
    Statement& bindBlob(std::string_view bytes);  ///< which must live until the statement has run
    Statement& bindNull();

    /// Is there another row?
    Result<bool> next();
    /// Runs it to its end.
    Status run();

    std::int64_t integer(int column) const;
    double real(int column) const;  ///< NULL is NaN
    bool isNull(int column) const;
    std::string text(int column) const;
    std::string_view blob(int column) const;  ///< until the next call of next()

private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
    std::string path_;
    int bound_ = 0;
    int failed_ = 0;
};

class Database {
public:
    /// Creates the file when it is not there. Waits up to five seconds for others that write.
    static Result<std::unique_ptr<Database>> open(const std::string& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Status execute(const std::string& sql);
    /// Prepared once for each text. The same text must not be in use twice at a time.
    Result<Statement> statement(const char* sql);
    std::int64_t lastId() const;
    /// The last failure was another program's work at this very moment; some statements fail at once then, whatever time
    /// they are given to wait.
    bool wasBusy() const;
    const std::string& path() const { return path_; }

private:
    Database() = default;
    sqlite3* handle_ = nullptr;
    std::string path_;
    std::map<std::string, sqlite3_stmt*, std::less<>> prepared_;
};

/// Rolls back unless it was committed.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace perceptarium::train
