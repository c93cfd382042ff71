// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

class Database;

/// A prepared statement. Parameters are numbered from 1, columns from 0. One thread at a time.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    /// Text and blobs are not copied: they must live until the next step() or reset().
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bindBlob(int index, std::span<const std::byte> bytes);
    void bindNull(int index);
    template <class T> void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            bindNull(index);
    }

    /// True while there is a row.
    Result<bool> step();
    /// Runs a statement that yields no rows, then resets it, keeping its bindings until they are bound anew.
    Status run();
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Lives until the next step() or reset().
    std::string_view text(int column) const;
    std::span<const std::byte> blob(int column) const;
    bool isNull(int column) const;
    bool isText(int column) const;
    int columns() const;

private:
    friend class Database;
    Statement(Database* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
    void noteBinding(int code);
    Database* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    int m_bindingFault = 0; ///< first failed bind (a text of more than 1 GB …): the next step() reports it
};

/// One SQLite connection. One thread at a time, but for interrupt().
class Database {
public:
    /// Create makes a new file (FileExists when there is one), readable by its owner only.
    enum class Mode { ReadOnly, ReadWrite, Create };
    /// Opens and sets the pragmas (busy timeout, foreign keys, cache; WAL and synchronous=NORMAL for writers).
    /// Any failure names the file: NotAProject (no SQLite file), ProjectDamaged, ProjectReadOnly, WriteFailed …
    static Result<std::unique_ptr<Database>> open(const std::string& path, Mode mode);
    /// Reads the file as it lies on disk: no locks, no WAL, nothing written beside it. For a first look at a file that
    /// may not be ours, and for read-only media.
    static Result<std::unique_ptr<Database>> openImmutable(const std::string& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A programming error in the SQL is Internal.
    Result<Statement> prepare(std::string_view sql);
    /// Runs one or more statements without parameters.
    Status execute(std::string_view sql);
    /// First column of the first row; 0 when there is none.
    Result<std::int64_t> queryInteger(std::string_view sql);

    std::int64_t lastInsertRowId() const;
    std::int64_t changes() const;
    bool inTransaction() const;
    /// True when the file is no longer where it was opened: what is written goes nowhere then.
    bool moved() const;
    /// Makes room for checksums (core/store/checked_vfs.h): in a new file at once, otherwise with the next VACUUM.
    Status reserveChecksums();
    bool hasChecksums() const;
    /// Forgets pages that were read before, so that they come from the disk again; `refuseEmpty`: see checked_vfs.h.
    void readAnew(bool refuseEmpty);
    /// Any thread: stops the running statement, which then returns Cancelled.
    void interrupt();
    /// While set, long statements ask it (about every 1,000 virtual-machine steps) and end with Cancelled once it is
    /// true.
    void setCancelProbe(std::function<bool()> cancelled);

    const std::string& path() const { return m_path; }
    sqlite3* handle() const { return m_handle; }
    /// The error of the connection's last call as one of ours (DiskFull, ProjectDamaged, ProjectLocked, Cancelled …).
    Error lastError() const;

private:
    Database(std::string path, sqlite3* handle);
    static Result<std::unique_ptr<Database>> openReader(const std::string& path);
    static Result<std::unique_ptr<Database>> openWriter(const std::string& path, bool create);
    std::string m_path;
    sqlite3* m_handle = nullptr;
    std::function<bool()> m_cancelled;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back when it is destroyed without commit().
class Transaction {
public:
    static Result<std::unique_ptr<Transaction>> begin(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Status commit();

private:
    explicit Transaction(Database& database) : m_database(database) {}
    Database& m_database;
    bool m_open = true;
};

} // namespace core::store
