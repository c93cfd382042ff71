// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/import.h"

namespace core::store {

/// Stores a source with what is known before its rows are read; sets summary.source.
Status insertSource(Database& database, ImportSummary& summary);
/// Stores what became of the rows.
Status updateSource(Database& database, const ImportSummary& summary);

/// One source, inside somebody's transaction; UnknownChoice when it is not there.
Result<ImportSummary> readSource(Database& database, SourceId source);

/// ImportSummary::understanding of a request, and a request that has values understood in the same way.
Json understandingOf(const ImportRequest& request);
void understandAlike(const ImportSummary& source, ImportRequest& request);

} // namespace core::store
