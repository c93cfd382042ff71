// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <array>
#include <cassert>
#include <string>

namespace core::store {
namespace {

// What the tables mean stands in schema.md. A step that was once released is never changed: a new one is added.

constexpr const char* kDataTables = R"sql(
CREATE TABLE source (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL,
  path TEXT NOT NULL, mapping TEXT NOT NULL,
  compression TEXT NOT NULL, encoding TEXT NOT NULL, delimiter TEXT NOT NULL,
  rows_read INTEGER NOT NULL, imported INTEGER NOT NULL, rejected INTEGER NOT NULL,
  dropped TEXT NOT NULL, noted TEXT NOT NULL, rejected_by TEXT NOT NULL,
  seconds REAL NOT NULL, imported_at TEXT NOT NULL) STRICT;
CREATE TABLE item (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, description TEXT, category TEXT, brand TEXT, price REAL, label TEXT,
  source_id INTEGER REFERENCES source(id)) STRICT;
CREATE TABLE user  (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE query (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE event (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id),
  item_id INTEGER NOT NULL REFERENCES item(id), user_id INTEGER REFERENCES user(id),
  query_id INTEGER REFERENCES query(id),
  kind INTEGER NOT NULL,
  time INTEGER, quantity REAL, price REAL, label TEXT, position INTEGER, order_key TEXT,
  cancelled INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE reject (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id), line INTEGER NOT NULL,
  column_name TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL) STRICT;
)sql";

constexpr const char* kSplitsAndRuns = R"sql(
CREATE TABLE split (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, config TEXT NOT NULL, created TEXT NOT NULL,
  labels TEXT NOT NULL, cross_duplicates INTEGER NOT NULL) STRICT;
CREATE TABLE split_row (
  split_id INTEGER NOT NULL REFERENCES split(id) ON DELETE CASCADE, item_id INTEGER NOT NULL REFERENCES item(id),
  part INTEGER NOT NULL, class INTEGER NOT NULL,
  PRIMARY KEY (split_id, item_id)) STRICT, WITHOUT ROWID;
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  split_id INTEGER NOT NULL REFERENCES split(id), experiment TEXT NOT NULL, recipe_name TEXT NOT NULL,
  recipe TEXT NOT NULL, model TEXT NOT NULL, model_config TEXT NOT NULL, training TEXT NOT NULL, buckets TEXT NOT NULL,
  seed INTEGER NOT NULL, device TEXT NOT NULL, threads INTEGER NOT NULL, library TEXT NOT NULL, status INTEGER NOT NULL,
  started TEXT NOT NULL, seconds REAL NOT NULL, epochs INTEGER NOT NULL, best_epoch INTEGER NOT NULL,
  examples_per_second REAL NOT NULL, labels TEXT NOT NULL, support TEXT NOT NULL, posthoc_shift TEXT NOT NULL,
  failure TEXT NOT NULL) STRICT;
CREATE TABLE epoch (
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, epoch INTEGER NOT NULL, train_loss REAL NOT NULL,
  learning_rate REAL NOT NULL, examples_per_second REAL NOT NULL, seconds REAL NOT NULL, metric REAL NOT NULL,
  best INTEGER NOT NULL, validation TEXT NOT NULL, PRIMARY KEY (run_id, epoch)) STRICT, WITHOUT ROWID;
CREATE TABLE prediction (
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, part INTEGER NOT NULL, row INTEGER NOT NULL,
  item_id INTEGER NOT NULL, truth INTEGER NOT NULL, logits BLOB NOT NULL,
  PRIMARY KEY (run_id, part, row)) STRICT, WITHOUT ROWID;
CREATE TABLE run_blob (
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, kind TEXT NOT NULL,
  progress TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (run_id, kind)) STRICT;
CREATE TABLE synthetic (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
  parent_item_id INTEGER NOT NULL REFERENCES item(id), operation TEXT NOT NULL, seed INTEGER NOT NULL,
  text TEXT NOT NULL) STRICT;
CREATE INDEX synthetic_run ON synthetic(run_id);
)sql";

constexpr std::array kMigrations{kDataTables, kSplitsAndRuns};

} // namespace

int schemaVersion() {
    return static_cast<int>(kMigrations.size());
}

Status migrate(Database& database, int from, int to) {
    assert(from >= 0 && to <= schemaVersion());
    for (int version = from + 1; version <= to; ++version) {
        TL_TRY(const auto transaction, Transaction::begin(database));
        TL_CHECK_STATUS(database.execute(kMigrations[static_cast<std::size_t>(version - 1)]));
        // Both numbers lie in the file's header and belong to the transaction like any other change.
        TL_CHECK_STATUS(database.execute("PRAGMA application_id = " + std::to_string(kApplicationId)));
        TL_CHECK_STATUS(database.execute("PRAGMA user_version = " + std::to_string(version)));
        TL_CHECK_STATUS(transaction->commit());
    }
    return {};
}

} // namespace core::store
