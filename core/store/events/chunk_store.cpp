// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/chunk_store.h"

#include <string>

namespace core::store::events {

Result<Statement*> ChunkStore::ready(std::optional<Statement>& statement, const char* sql) {
    if (!statement) {
        TL_TRY(statement, m_database.prepare(sql));
    }
    statement->reset();
    return &*statement;
}

Status ChunkStore::take(std::size_t column, std::int64_t block, Statement& row, int blobColumn,
                        ChunkView& chunk) const {
    const auto bytes = row.blob(blobColumn);
    if (chunk.assign(Bytes(bytes.begin(), bytes.end()), kColumns[column].type))
        return {};
    return Error(ErrorCode::ProjectDamaged, "the events from " + std::to_string(firstIdOf(block)) +
                                                " on have no readable column " + std::string(kColumns[column].name))
        .inFile(m_database.path());
}

Status ChunkStore::read(std::size_t column, std::int64_t block, ChunkView& chunk) {
    chunk.clear();
    TL_TRY(Statement* const find, ready(m_read, "SELECT data FROM event_column WHERE id = ?1"));
    find->bind(1, chunkId(column, block));
    TL_TRY(const bool there, find->step());
    Status status = there ? take(column, block, *find, 0, chunk) : Status();
    find->reset();
    return status;
}

Result<std::optional<std::int64_t>> ChunkStore::nextBlock(std::int64_t from, std::int64_t to, bool descending,
                                                          ChunkView& kinds) {
    TL_TRY(Statement* const find,
           descending ? ready(m_previous, "SELECT id, data FROM event_column WHERE id BETWEEN ?1 AND ?2 ORDER BY id "
                                          "DESC LIMIT 1")
                      : ready(m_next, "SELECT id, data FROM event_column WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT "
                                      "1"));
    find->bind(1, chunkId(Kind, from));
    find->bind(2, chunkId(Kind, to));
    TL_TRY(const bool there, find->step());
    if (!there) {
        find->reset();
        return std::optional<std::int64_t>();
    }
    const std::int64_t block = blockOfChunk(find->integer(0));
    Status taken = take(Kind, block, *find, 1, kinds);
    find->reset();
    TL_CHECK_STATUS(taken);
    return std::optional(block);
}

Result<std::int64_t> ChunkStore::lastBlock() {
    ChunkView kinds;
    TL_TRY(const auto block, nextBlock(0, blockOf(kLargestId), true, kinds));
    return block.value_or(-1);
}

Status ChunkStore::load(std::int64_t block, BlockData& data) {
    data.clear();
    ChunkView chunk;
    for (std::size_t column = 0; column < ColumnCount; ++column) {
        TL_CHECK_STATUS(read(column, block, chunk));
        data.unpack(column, chunk);
    }
    return {};
}

Status ChunkStore::store(std::int64_t block, const BlockData& data, Columns columns) {
    for (std::size_t column = 0; column < ColumnCount; ++column) {
        if (!columns.test(column))
            continue;
        const Bytes bytes = data.pack(column);
        TL_TRY(Statement* const write,
               bytes.empty() ? ready(m_remove, "DELETE FROM event_column WHERE id = ?1")
                             : ready(m_write, "INSERT OR REPLACE INTO event_column(id, data) VALUES (?1, ?2)"));
        write->bind(1, chunkId(column, block));
        if (!bytes.empty())
            write->bindBlob(2, bytes);
        TL_CHECK_STATUS(write->run());
    }
    return {};
}

void ChunkStore::reset() {
    for (std::optional<Statement>* statement : {&m_read, &m_next, &m_previous, &m_write, &m_remove})
        if (*statement)
            (*statement)->reset();
}

} // namespace core::store::events
