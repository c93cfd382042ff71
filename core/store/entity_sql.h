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

/// An item's value for an entity, as SQL over `item i`; empty for user and query, which are no property of items.
std::string itemColumn(const std::string& entity);

/// Which events count for an entity at all, as SQL over `event e`.
std::string eventCondition(const std::string& entity);

/// Where the numbers of events come from.
enum class CountsFrom {
    Events, ///< counted by the statement: a scan of all events
    Stored  ///< from support_count, which must be up to date (storedCounts())
};

/// SELECT name, support[, detail], largest support first, ties by name. Nothing when the entity has no such measure.
std::optional<std::string> supportSql(const std::string& entity, const std::string& measure, CountsFrom from);

/// support_count.entity for the events of an entity.
int countedEntity(const std::string& entity);

/// The measures that exist for an entity, for a sentence.
std::string measureNames(const std::string& entity);

} // namespace core::store
