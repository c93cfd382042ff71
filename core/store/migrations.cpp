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

// Data of every kind, updates that can be taken back, cleaning, splits of events, privacy.
constexpr const char* kManyKindsOfData = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
ALTER TABLE source ADD COLUMN format TEXT NOT NULL DEFAULT 'csv';
ALTER TABLE source ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
ALTER TABLE source ADD COLUMN file_size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN privacy TEXT NOT NULL DEFAULT '{}';
ALTER TABLE item ADD COLUMN currency TEXT;
ALTER TABLE item ADD COLUMN image TEXT;
ALTER TABLE item ADD COLUMN time INTEGER;
ALTER TABLE item ADD COLUMN attributes TEXT;
CREATE TABLE item_row (
  item_id INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, source_id INTEGER NOT NULL REFERENCES source(id),
  row TEXT NOT NULL, PRIMARY KEY (item_id, source_id)) STRICT, WITHOUT ROWID;
ALTER TABLE query ADD COLUMN key TEXT;
ALTER TABLE query ADD COLUMN attributes TEXT;
ALTER TABLE query ADD COLUMN source_id INTEGER REFERENCES source(id);
CREATE TABLE query_row (
  query_id INTEGER NOT NULL REFERENCES query(id) ON DELETE CASCADE, source_id INTEGER NOT NULL REFERENCES source(id),
  row TEXT NOT NULL, PRIMARY KEY (query_id, source_id)) STRICT, WITHOUT ROWID;
ALTER TABLE event ADD COLUMN session TEXT;
ALTER TABLE event ADD COLUMN extra TEXT;
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id),
  query_id INTEGER NOT NULL REFERENCES query(id), item_id INTEGER NOT NULL REFERENCES item(id),
  grade REAL, label TEXT) STRICT;
CREATE TABLE review (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id),
  item_id INTEGER NOT NULL REFERENCES item(id), user_id INTEGER REFERENCES user(id),
  rating REAL, title TEXT, text TEXT, label TEXT, time INTEGER, extra TEXT) STRICT;
CREATE TABLE support_count (
  entity INTEGER NOT NULL, id INTEGER NOT NULL, kind INTEGER NOT NULL,
  events INTEGER NOT NULL, cancelled INTEGER NOT NULL, quantity REAL NOT NULL, revenue REAL NOT NULL,
  with_quantity INTEGER NOT NULL, with_price INTEGER NOT NULL,
  PRIMARY KEY (entity, kind, id)) STRICT, WITHOUT ROWID;
)sql";

// What a step of cleaning took away is kept column by column as it was: JSON text would round its numbers.
constexpr const char* kCleaning = R"sql(
CREATE TABLE item_title (
  item_id INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, source_id INTEGER NOT NULL REFERENCES source(id),
  title TEXT NOT NULL, count INTEGER NOT NULL, last_time INTEGER, last_row INTEGER NOT NULL,
  PRIMARY KEY (item_id, source_id, title)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_step (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, config TEXT NOT NULL, created TEXT NOT NULL,
  events_dropped INTEGER NOT NULL, items_dropped INTEGER NOT NULL, rows_dropped INTEGER NOT NULL,
  values_changed INTEGER NOT NULL, numbers TEXT NOT NULL, seconds REAL NOT NULL) STRICT;
CREATE TABLE clean_event (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), reason TEXT NOT NULL, id INTEGER NOT NULL,
  source_id INTEGER NOT NULL, item_id INTEGER NOT NULL, user_id INTEGER, query_id INTEGER, kind INTEGER NOT NULL,
  time INTEGER, quantity REAL, price REAL, label TEXT, position INTEGER, order_key TEXT, cancelled INTEGER NOT NULL,
  session TEXT, extra TEXT, PRIMARY KEY (step_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_item (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), reason TEXT NOT NULL, id INTEGER NOT NULL, key TEXT NOT NULL,
  title TEXT NOT NULL, description TEXT, category TEXT, brand TEXT, price REAL, label TEXT, source_id INTEGER,
  currency TEXT, image TEXT, time INTEGER, attributes TEXT, PRIMARY KEY (step_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_item_row (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), item_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
  row TEXT NOT NULL, PRIMARY KEY (step_id, item_id, source_id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_item_title (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), item_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
  title TEXT NOT NULL, count INTEGER NOT NULL, last_time INTEGER, last_row INTEGER NOT NULL,
  PRIMARY KEY (step_id, item_id, source_id, title)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_query (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), reason TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL,
  key TEXT, attributes TEXT, source_id INTEGER, PRIMARY KEY (step_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_query_row (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), query_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
  row TEXT NOT NULL, PRIMARY KEY (step_id, query_id, source_id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_judgement (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), reason TEXT NOT NULL, id INTEGER NOT NULL,
  source_id INTEGER NOT NULL, query_id INTEGER NOT NULL, item_id INTEGER NOT NULL, grade REAL, label TEXT,
  PRIMARY KEY (step_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_review (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), reason TEXT NOT NULL, id INTEGER NOT NULL,
  source_id INTEGER NOT NULL, item_id INTEGER NOT NULL, user_id INTEGER, rating REAL, title TEXT, text TEXT, label TEXT,
  time INTEGER, extra TEXT, PRIMARY KEY (step_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE clean_value (
  step_id INTEGER NOT NULL REFERENCES clean_step(id), tab TEXT NOT NULL, column_name TEXT NOT NULL,
  row_id INTEGER NOT NULL, old ANY, new ANY, PRIMARY KEY (step_id, tab, column_name, row_id)) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kEventSplits = R"sql(
ALTER TABLE split ADD COLUMN unit TEXT NOT NULL DEFAULT 'item';
ALTER TABLE split ADD COLUMN family TEXT NOT NULL DEFAULT '';
ALTER TABLE split ADD COLUMN fold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE split ADD COLUMN folds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE split ADD COLUMN source_id INTEGER REFERENCES source(id);
ALTER TABLE split ADD COLUMN numbers TEXT NOT NULL DEFAULT '{}';
CREATE TABLE split_event (
  split_id INTEGER NOT NULL REFERENCES split(id) ON DELETE CASCADE, event_id INTEGER NOT NULL, part INTEGER NOT NULL,
  PRIMARY KEY (split_id, event_id)) STRICT, WITHOUT ROWID;
CREATE TRIGGER split_row_stays BEFORE UPDATE ON split_row
  BEGIN SELECT RAISE(ABORT, 'the rows of a split never change'); END;
CREATE TRIGGER split_event_stays BEFORE UPDATE ON split_event
  BEGIN SELECT RAISE(ABORT, 'the rows of a split never change'); END;
)sql";

constexpr const char* kPrivacyActions = R"sql(
CREATE TABLE privacy_action (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, numbers TEXT NOT NULL) STRICT;
CREATE TABLE viewer_support (
  entity TEXT NOT NULL, measure TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (entity, measure, place)) STRICT, WITHOUT ROWID;
CREATE TABLE viewer_confusion (
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, part INTEGER NOT NULL, truth INTEGER NOT NULL,
  predicted INTEGER NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (run_id, part, truth, predicted)) STRICT, WITHOUT ROWID;
)sql";

// Without the table of rows, SQL sees the table of core/store/events/event_table.h under its name.
constexpr const char* kEventsInColumns = R"sql(
CREATE TABLE event_column (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
ALTER TABLE event RENAME TO event_row;
INSERT INTO event(id, source_id, item_id, user_id, query_id, kind, time, quantity, price, label, position, order_key,
                  cancelled, session, extra)
  SELECT id, source_id, item_id, user_id, query_id, kind, time, quantity, price, label, position, order_key,
         cancelled, session, extra FROM event_row ORDER BY id;
DROP TABLE event_row;
)sql";

constexpr std::array kMigrations{kDataTables,  kSplitsAndRuns,  kManyKindsOfData, kCleaning,
                                 kEventSplits, kPrivacyActions, kEventsInColumns};

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
