// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/data/dataset.h"
#include "core/stats/distribution.h"
#include "core/store/entity_names.h"
#include "core/store/project.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// What the project holds.
struct ProjectCounts {
    std::int64_t items = 0;     ///< all items, also those that only a log names
    std::int64_t catalogue = 0; ///< items from a catalogue
    std::int64_t labelled = 0;  ///< items with a label (or category)
    std::int64_t events = 0, users = 0, queries = 0, brands = 0, categories = 0, labels = 0;
    std::int64_t sources = 0, rejects = 0, splits = 0, runs = 0;
    std::int64_t firstTime = 0, lastTime = 0; ///< of events; 0 = none
};
Result<ProjectCounts> projectCounts(const Project& project);

/// entity: core/store/entity_names.h.
/// measure: "items" (catalogue rows: category, brand, label), "events" (all kinds), an event kind name ("purchase",
/// "click" … ; cancellations left out), "quantity" (Σ of purchases net of cancellations, floored at 0), "revenue" (Σ
/// quantity·price, rounded), "reviews" (rows of the reviews), "training" (rows of the training part of `split`:
/// category, brand, label).
struct SupportQuery {
    std::string entity = "item";
    std::string measure; ///< empty = the natural one: labels/categories/brands → items (or events if there is no
                         ///< catalogue), else purchase if there are any, else events
    std::optional<SplitId> split; ///< for "training"
};
/// The measures that have data in this project for an entity.
Result<std::vector<std::string>> measuresFor(const Project& project, const std::string& entity);
/// UnknownChoice, NoData. Catalogue items without events have support 0. Cancellable.
/// `early` is called on this thread, at most once, where there are many entities and their supports are known before
/// their names: the same table, all of whose names are empty, for a first view.
using EarlyTable = std::function<void(stats::SupportTablePtr)>;
Result<stats::SupportTablePtr> supportOf(const Project& project, const SupportQuery& query, JobContext& job,
                                         const EarlyTable& early = {});

/// A window of rows for browsing, as text cells.
struct RowPage {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::int64_t total = 0;
};
/// Items (id, title, category, brand, price, label), optionally only those whose `entity` value is one of `names`.
Result<RowPage> itemRows(const Project& project, const std::string& entity, const std::vector<std::string>& names,
                         std::int64_t offset, std::int64_t limit);

/// Columns of all events by name over time buckets, for the chart of support over time: events per day (or month when
/// the span exceeds 400 days) and bucket of their item.
struct TimeSeries {
    std::vector<std::int64_t> start; ///< of each step, seconds since 1970
    std::vector<std::int64_t> events;
};
Result<TimeSeries> eventsOverTime(const Project& project);

} // namespace core::store
