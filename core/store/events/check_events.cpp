// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/check_events.h"

#include "core/store/events/chunk_store.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace core::store::events {
namespace {

constexpr std::size_t kMostExamples = 20;

/// The ids of a table as bits.
class IdSet {
public:
    Status read(Database& database, const char* table) {
        TL_TRY(Statement ids, database.prepare(std::string("SELECT id FROM ") + table));
        for (;;) {
            TL_TRY(const bool more, ids.step());
            if (!more)
                return {};
            const std::int64_t id = ids.integer(0);
            if (id < 0 || id > kMostBits)
                continue;
            if (static_cast<std::size_t>(id) >= m_bits.size())
                m_bits.resize(static_cast<std::size_t>(id) + 1 + m_bits.size() / 2);
            m_bits[static_cast<std::size_t>(id)] = true;
        }
    }
    bool contains(std::int64_t id) const {
        return id >= 0 && static_cast<std::size_t>(id) < m_bits.size() && m_bits[static_cast<std::size_t>(id)];
    }

private:
    static constexpr std::int64_t kMostBits = std::int64_t{1} << 32;
    std::vector<bool> m_bits;
};

class Check {
public:
    Check(Database& database, JobContext& job) : m_database(database), m_chunks(database), m_job(job) {}

    Result<EventProblems> run() {
        TL_CHECK_STATUS(readStrangeChunks());
        for (const auto& [column, table] : kReferences)
            TL_CHECK_STATUS(m_ids[column].read(m_database, table));
        for (std::int64_t from = 0;;) {
            TL_CHECK_STATUS(m_job.check());
            ChunkView kinds;
            const auto block = m_chunks.nextBlock(from, blockOf(kLargestId), false, kinds);
            if (!block.ok() && block.error().code != ErrorCode::ProjectDamaged)
                return block.error();
            if (!block.ok()) {
                note(block.error().detail); // which says where; the blocks behind it cannot be told apart from it
                return m_problems;
            }
            if (!*block)
                return m_problems;
            TL_CHECK_STATUS(checkBlock(**block, kinds));
            from = **block + 1;
        }
    }

private:
    static constexpr std::array<std::pair<std::size_t, const char*>, 4> kReferences{
        {{Source, "source"}, {Item, "item"}, {User, "user"}, {Query, "query"}}};

    void note(const std::string& problem) {
        if (m_problems.unreadable.size() < kMostExamples)
            m_problems.unreadable.push_back(problem);
    }

    /// Chunks of columns that there are not.
    Status readStrangeChunks() {
        TL_TRY(Statement rows, m_database.prepare("SELECT id FROM event_column WHERE id < 0 OR id >= ?1"));
        rows.bind(1, chunkId(ColumnCount, 0));
        TL_TRY(const bool any, rows.step());
        if (any)
            note("event_column holds a column of an unknown number, " + std::to_string(rows.integer(0)));
        return {};
    }

    Status checkBlock(std::int64_t block, const ChunkView& kinds) {
        for (std::size_t column = 0; column < ColumnCount; ++column) {
            ChunkView chunk;
            const Status read = m_chunks.read(column, block, chunk);
            if (!read.ok() && read.error().code != ErrorCode::ProjectDamaged)
                return read;
            if (!read.ok()) {
                note(read.error().detail);
                continue;
            }
            for (std::size_t slot = 0; slot < kinds.slots(); ++slot)
                if (!kinds.isNull(slot))
                    checkValue(column, firstIdOf(block) + static_cast<std::int64_t>(slot), chunk, slot);
        }
        return {};
    }

    void checkValue(std::size_t column, std::int64_t id, const ChunkView& chunk, std::size_t slot) {
        if (chunk.isNull(slot)) {
            if (kColumns[column].required)
                note("event " + std::to_string(id) + " has no " + std::string(kColumns[column].name));
            return;
        }
        const auto ids = m_ids.find(column);
        if (ids == m_ids.end() || ids->second.contains(chunk.integer(slot)))
            return;
        ++m_problems.orphanCount;
        if (m_problems.orphans.size() < kMostExamples)
            m_problems.orphans.push_back("event " + std::to_string(id) + " → " + std::string(kColumns[column].name) +
                                         " " + std::to_string(chunk.integer(slot)));
    }

    Database& m_database;
    ChunkStore m_chunks;
    JobContext& m_job;
    std::unordered_map<std::size_t, IdSet> m_ids;
    EventProblems m_problems;
};

} // namespace

Result<EventProblems> checkEvents(Database& database, JobContext& job) {
    return Check(database, job).run();
}

} // namespace core::store::events
