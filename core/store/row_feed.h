// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3_context;

namespace core::store {

/// Takes one value of a row for SQLite. A value that is not set is NULL.
class FeedValue {
public:
    explicit FeedValue(sqlite3_context* context) : m_context(context) {}
    void set(std::int64_t value);
    void set(double value);
    /// The text must live until the row after it is asked for.
    void set(std::string_view text);

private:
    sqlite3_context* m_context;
};

/// Rows made by us for INSERT … SELECT: they reach SQLite without being bound to parameters, which is the larger part
/// of the cost of an insert otherwise.
class RowFeed {
public:
    virtual ~RowFeed() = default;
    /// Moves to the first row, or the next; false at the end.
    virtual bool next() = 0;
    /// A value of the current row, by number of its column.
    virtual void value(int column, FeedValue out) const = 0;
};

/// A table of a connection, while this object lives, whose rows come from a feed. Each statement that reads it reads
/// on in the feed. Statements over it must be gone before it goes.
class FeedTable {
public:
    /// Columns are named c0, c1 …
    FeedTable(Database& database, std::string name, int columns, RowFeed& feed);
    ~FeedTable();
    FeedTable(const FeedTable&) = delete;
    FeedTable& operator=(const FeedTable&) = delete;
    /// Before it is used.
    Status attach();

    const std::string& name() const { return m_name; }
    const std::string& declaration() const { return m_declaration; }
    RowFeed& feed() const { return m_feed; }

private:
    Database& m_database;
    std::string m_name, m_declaration;
    RowFeed& m_feed;
    bool m_attached = false;
};

} // namespace core::store
