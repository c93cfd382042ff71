// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/import.h"

namespace core::store {

/// Stores a source with what is known before its rows are read; sets summary.source.
Status insertSource(Database& database, ImportSummary& summary);
/// Stores what became of the rows.
Status updateSource(Database& database, const ImportSummary& summary);

} // namespace core::store
