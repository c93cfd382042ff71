// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record_reader.h"
#include "core/store/bounded_queue.h"
#include "core/store/log_keys.h"
#include "core/store/log_rows.h"

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace core::store::importing {

/// Imports a log: one thread reads and types, the writer's thread makes events of it. Lives on the writer's thread,
/// inside the import's transaction, in which foreign keys are not checked: the ids are right because they are made
/// here.
class LogImport {
public:
    LogImport(const Context& context, data::RecordReader& reader, RejectWriter& rejects);
    ~LogImport();
    LogImport(const LogImport&) = delete;
    LogImport& operator=(const LogImport&) = delete;

    /// Reads and inserts all rows.
    Status run();
    /// Writes items, users, queries and counts, and fills ImportSummary::noted.
    Status finish();

private:
    using BlockPtr = std::unique_ptr<EventBlock>;

    Status begin();
    void read(); ///< on the reading thread
    Status readRows();
    Status fill(EventBlock& block, data::Record& row, bool& more);
    Status writeBlocks();
    Status write(EventBlock& block);
    Status finishCounts();
    void stopReading();

    Context m_context;
    data::RecordReader& m_reader;
    RejectWriter& m_rejects;
    LogEntities m_entities;
    LogRows m_rows;
    LogEvents m_events;
    std::optional<StoredCounts> m_before; ///< of the events that the project had; nothing = they must be counted anew
    std::int64_t m_lastBefore = 0;        ///< id of the last event that the project had

    BoundedQueue<BlockPtr> m_filled, m_empty;
    std::thread m_thread;
    // Written by the reading thread, read when it is gone.
    Status m_readStatus;
    std::int64_t m_records = 0;
};

} // namespace core::store::importing
