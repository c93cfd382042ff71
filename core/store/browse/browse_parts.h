// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/browse.h"
#include "core/store/browse/table_spec.h"
#include "core/store/database.h"

#include <optional>
#include <vector>

namespace core::store {

/// Reads rows by their keys. For the time of one transaction.
class RowReader {
public:
    RowReader(Database& database, const TableSpec& spec, std::vector<const ColumnSpec*> columns);
    Result<BrowseRow> read(std::int64_t key);

private:
    Status prepare();
    Database& m_database;
    const TableSpec& m_spec;
    std::vector<const ColumnSpec*> m_columns;
    std::optional<Statement> m_statement;
};

} // namespace core::store
