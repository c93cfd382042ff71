// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_counts.h"
#include "core/store/event_block.h"
#include "core/store/import_extra.h"
#include "core/store/import_parts.h"
#include "core/store/key_dictionary.h"
#include "core/store/repeated_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::store::importing {

/// The titles that a log has for its items.
class LogTitles {
public:
    /// One title of one item.
    struct Use {
        std::int64_t item = 0, count = 0;
        std::int64_t lastRow = 0; ///< record of the file, counted from 1
        std::optional<std::int64_t> lastTime;
    };

    /// An item that the project has.
    void know(std::int64_t item, bool titled);
    void note(std::int64_t item, std::string_view title, std::int64_t row, std::optional<std::int64_t> time);
    /// The first title in the file of an item that had none; empty = there is none.
    std::string_view of(std::int64_t item) const;
    /// Items with more than one title in the file.
    std::int64_t several() const { return m_several; }
    /// Items that the project has and that get a title from the file.
    const std::vector<std::int64_t>& retitled() const { return m_retitled; }

    const std::vector<Use>& uses() const { return m_uses; }
    std::string_view titleOf(std::size_t use) const { return m_texts.newKey(use).substr(sizeof(std::int64_t)); }
    bool isFirst(std::size_t use) const {
        return m_items[static_cast<std::size_t>(m_uses[use].item)].firstUse == use + 1;
    }
    bool hasSeveral(std::int64_t item) const { return m_items[static_cast<std::size_t>(item)].several; }

private:
    struct Item {
        std::uint32_t firstUse = 0; ///< in this file, counted from 1; 0 = none yet
        bool known = false, titled = false, several = false;
    };
    Item& at(std::int64_t item);

    std::vector<Item> m_items; ///< by id
    KeyDictionary m_texts;     ///< the item's id, 8 bytes, and the title → use, counted from 1
    std::vector<Use> m_uses;
    std::string m_key;
    std::vector<std::int64_t> m_retitled;
    std::int64_t m_several = 0;
};

/// What a log brings besides its events.
struct LogEntities {
    KeyDictionary items, users, queries;
    LogTitles titles;
    EntityCounts counts;
};

/// Makes events of the records of a log: values, ids, counts. On the reading thread.
class LogRows {
public:
    struct Noted {
        std::int64_t cancellations = 0, missingUsers = 0, zeroPrices = 0, negativeQuantities = 0;
        std::optional<std::int64_t> firstTime, lastTime;
    };

    LogRows(const Context& context, LogEntities& entities);
    /// UnknownChoice for a kind that kindValues names and we have not.
    Status begin();
    /// Imported: the event is block.rows[block.used - 1].
    /// `record`: its number in the file, counted from 1.
    Outcome take(const data::Record& row, std::int64_t record, EventBlock& block, Refusal& refusal);
    /// After the last row, for duplicates that are kept: how many there were.
    Result<std::int64_t> countRepeats();

    EventInsert::Columns columns() const;
    const Noted& noted() const { return m_noted; }
    bool hasTitles() const { return m_title.mapped(); }

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    Outcome readKind(const data::Record& row, EventRow& event, Refusal& refusal);
    Outcome readValues(const data::Record& row, EventRow& event, Refusal& refusal) const;
    Outcome readNumbers(const data::Record& row, EventRow& event, Refusal& refusal) const;
    bool repeated(const data::Record& row, const EventRow& event);
    void keepTexts(const data::Record& row, EventBlock& block, EventRow& event);
    void count(const EventRow& event);

    Context m_context;
    LogEntities& m_entities;
    bool m_dropRepeated;
    Field m_item, m_title, m_user, m_kind, m_time, m_query, m_quantity, m_price, m_label, m_position, m_order,
        m_session;
    ExtraColumns m_extra;
    std::unordered_map<std::string, int, TextHash, std::equal_to<>>
        m_kinds; ///< values seen, with what they mean: −1 = no kind, 0 = ignored
    RepeatCounter m_counter;
    RepeatFilter m_filter;
    Noted m_noted;
    Status m_failed;
};

} // namespace core::store::importing
