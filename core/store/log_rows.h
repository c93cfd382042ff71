// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_counts.h"
#include "core/store/event_block.h"
#include "core/store/import_extra.h"
#include "core/store/import_parts.h"
#include "core/store/repeated_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::store::importing {

/// Makes rows of the records of a log: their values, users and queries. On the reading
/// thread.
class LogRows {
public:
    LogRows(const Context& context, KeyDictionary& users, KeyDictionary& queries, EntityCounts& counts);
    LogRows(const LogRows&) = delete;
    LogRows& operator=(const LogRows&) = delete;
    /// UnknownChoice for a kind that kindValues names and we have not.
    Status begin();
    /// Imported: the event is block.rows[block.used - 1].
    /// `record`: its number in the file, counted from 1.
    Outcome take(const data::Record& row, std::int64_t record, EventBlock& block, Refusal& refusal);
    /// After the last row, for duplicates that are kept: how many there were. Any one thread.
    Result<std::int64_t> countRepeats();

    /// After the last row of a block: finds and counts its users and queries.
    void finish(EventBlock& block);
    bool hasUsers() const { return m_user.mapped(); }
    bool hasTitles() const { return m_title.mapped(); }

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    Outcome readKind(const data::Record& row, EventRow& event, Refusal& refusal);
    Outcome readValues(const data::Record& row, EventRow& event, Refusal& refusal) const;
    Outcome readNumbers(const data::Record& row, EventRow& event, Refusal& refusal) const;
    bool repeated(const data::Record& row, const EventRow& event);
    void keepTexts(const data::Record& row, EventBlock& block, EventRow& event);

    Context m_context;
    KeyDictionary& m_users;
    KeyDictionary& m_queries;
    EntityCounts& m_counts;
    std::vector<CountedEvent> m_counted; ///< the events of the block, for their users and queries
    bool m_dropRepeated;
    Field m_item, m_title, m_user, m_kind, m_time, m_query, m_quantity, m_price, m_label, m_position, m_order,
        m_session;
    ExtraColumns m_extra;
    bool m_anyText;
    std::unordered_map<std::string, int, TextHash, std::equal_to<>>
        m_kinds; ///< values seen, with what they mean: −1 = no kind, 0 = ignored
    RepeatCounter m_repeats;
    RepeatFilter m_filter;
    Status m_failed;
};

} // namespace core::store::importing
