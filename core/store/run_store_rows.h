// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/run_store.h"

namespace core::store {

class Database;

Error noSuchRun(Database& database, RunId run);
/// NoSuchRun when there is none of this id.
Status checkRun(Database& database, RunId run);
/// Replaces the stored predictions of the parts given.
Status writePredictions(Database& database, RunId run, const std::vector<PredictionSet>& sets);
Status writeSynthetic(Database& database, RunId run, const std::vector<SyntheticRecord>& rows);

} // namespace core::store
