// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import_parts.h"
#include "core/store/row_feed.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store::importing {

/// A text in EventBlock::texts; of length 0 = none.
struct TextPlace {
    std::uint32_t offset = 0, length = 0;
};

/// One row of the event table to be; ids of 0 = none.
struct EventRow {
    std::int64_t item = 0, user = 0, query = 0, time = 0, position = 0;
    double quantity = 0, price = 0;
    TextPlace label, order, session, extra;
    int kind = 0;
    bool hasTime = false, hasPosition = false, hasQuantity = false, hasPrice = false, cancelled = false;
};

/// Some hundred rows on their way from the reading thread to the writing one.
struct EventBlock {
    static constexpr std::size_t kRows = 1024;
    static constexpr std::size_t kTexts = std::size_t{4} << 20;
    static constexpr std::int64_t kRecords = 8192;

    struct Rejected {
        std::int64_t line = 0;
        std::string raw;
        Refusal refusal;
    };

    std::vector<EventRow> rows; ///< of them the first `used`
    std::size_t used = 0;
    std::string texts;
    std::vector<Rejected> rejected;
    std::int64_t read = 0, duplicates = 0, ignoredKinds = 0;
    std::int64_t consumed = 0; ///< bytes of the file, so far

    EventBlock() : rows(kRows) {}
    bool full() const {
        return used == kRows || rejected.size() == kRows || read >= kRecords || texts.size() > kTexts;
    }
    void clear();
    TextPlace keep(std::string_view text);
    std::string_view text(TextPlace place) const { return {texts.data() + place.offset, place.length}; }
};

/// Inserts blocks of events: one statement each, over the columns that the file has.
class EventInsert final : private RowFeed {
public:
    /// What the rows of a file may have; the rest stays NULL without being mentioned.
    struct Columns {
        bool user = false, query = false, kind = false, time = false, quantity = false, price = false, label = false,
             position = false, order = false, cancelled = false, session = false, extra = false;
        int onlyKind = 0; ///< when `kind` is false
    };

    EventInsert(Database& database, std::int64_t source, const Columns& columns);
    Status prepare();
    Status insert(const EventBlock& block);

private:
    bool next() override { return m_block != nullptr && ++m_row < m_block->used; }
    void value(int column, FeedValue out) const override;

    Database& m_database;
    std::string m_sql;
    FeedTable m_table;
    std::optional<Statement> m_insert; ///< after the table: gone before it
    const EventBlock* m_block = nullptr;
    std::size_t m_row = 0;
};

} // namespace core::store::importing
