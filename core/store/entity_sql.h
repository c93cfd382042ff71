// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace core::store {

/// What a support statement is given besides its text: ?1 is the split, for the measure "training" only.
struct SqlParameters {
    std::int64_t split = 0;
};

/// An item's value for an entity, as SQL over `item i`; empty for user, query and event:NAME, which are no property of
/// items. The forms of entities: core/store/entity_names.h.
std::string itemColumn(const std::string& entity);

/// The value of event:NAME, as SQL over `event e`; empty for every other entity.
std::string eventColumn(const std::string& entity);

/// Which events count for an entity at all, as SQL over `event e`.
std::string eventCondition(const std::string& entity);

/// SELECT name, support[, detail], largest support first, ties by name, by a scan of all events. Nothing when the
/// entity has no such measure.
std::optional<std::string> supportSql(const std::string& entity, const std::string& measure);

/// What is stored of a measure of events.
struct StoredSum {
    std::string sql;      ///< SELECT id, amount FROM support_count: an id may come several times
    bool rounded = false; ///< the sums are real numbers: supports are rounded, and 0 where they are negative
};
/// Nothing for measures that do not count events.
std::optional<StoredSum> storedSum(const std::string& entity, const std::string& measure);

/// support_count.entity for the events of an entity.
int countedEntity(const std::string& entity);

/// The measures that exist for an entity, for a sentence.
std::string measureNames(const std::string& entity);

} // namespace core::store
