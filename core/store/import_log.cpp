// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

#include "core/data/values.h"
#include "core/store/event_batch.h"
#include "core/store/event_indexes.h"
#include "core/store/source_rows.h"
#include "core/store/support_counts.h"

#include <cmath>
#include <limits>

namespace core::store::importing {
namespace {

constexpr double kNoLeast = -std::numeric_limits<double>::infinity();
constexpr double kLargestExact = 9007199254740992.0; ///< 2^53: larger doubles are no exact integers

/// An item with what this file says of its title.
struct LoggedItem {
    std::int64_t id = 0;
    std::size_t titleHash = 0; ///< of the first title in this file; 0 = none yet
    bool titled = false;       ///< the project has a title for it
    bool several = false;      ///< more than one distinct title in this file
};

/// 128 bits of a row's mapped values: two different rows of one file do not share them by chance.
struct Fingerprint {
    std::uint64_t first = 0, second = 0;
    bool operator==(const Fingerprint&) const = default;
};
struct FingerprintHash {
    std::size_t operator()(const Fingerprint& print) const { return print.first ^ (print.second << 1U); }
};

class LogImporter final : public RowImporter {
public:
    explicit LogImporter(const Context& context);

    Status begin() override;
    Result<Outcome> take(const data::Record& row, Refusal& refusal) override;
    Status finish() override;

private:
    struct Counts {
        std::int64_t cancellations = 0, missingUsers = 0, zeroPrices = 0, negativeQuantities = 0, severalTitles = 0;
    };

    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    Status loadItems();
    Status loadKeys(const char* sql, KeyTable<std::int64_t>& table);
    Outcome readKind(const data::Record& row, Event& event, Refusal& refusal) const;
    Outcome readValues(const data::Record& row, Event& event, Refusal& refusal) const;
    bool repeated(const data::Record& row);
    Result<std::int64_t> itemId(std::string_view key, std::string_view title);
    Status noteTitle(LoggedItem& item, std::string_view title);
    Result<std::int64_t> keyId(KeyTable<std::int64_t>& table, Statement& insert, std::string_view key);
    void count(const Event& event);

    Context m_context;
    bool m_dropRepeated;
    Field m_item, m_title, m_user, m_kind, m_time, m_query, m_quantity, m_price, m_label, m_position, m_order;
    KeyTable<LoggedItem> m_items;
    KeyTable<std::int64_t> m_users, m_queries;
    std::unordered_set<Fingerprint, FingerprintHash> m_seen;
    std::optional<Statement> m_insertItem, m_setTitle, m_insertUser, m_insertQuery;
    SourceRows m_titles;
    EventBatch m_batch;
    Counts m_counts;
};

LogImporter::LogImporter(const Context& context)
    : m_context(context),
      m_dropRepeated(context.request.onDuplicate.value_or(DuplicatePolicy::Keep) != DuplicatePolicy::Keep),
      m_item(field("item")),
      m_title(field("title")),
      m_user(field("user")),
      m_kind(field("kind")),
      m_time(field("time")),
      m_query(field("query")),
      m_quantity(field("quantity")),
      m_price(field("price")),
      m_label(field("label")),
      m_position(field("position")),
      m_order(field("order")),
      m_titles(context.database, describedItems()),
      m_batch(context.database, raw(context.summary.source)) {}

Status LogImporter::begin() {
    Database& database = m_context.database;
    TL_TRY(m_insertItem, database.prepare("INSERT INTO item(key, title) VALUES (?1, ?2)"));
    TL_TRY(m_setTitle, database.prepare("UPDATE item SET title = ?2 WHERE id = ?1"));
    TL_TRY(m_insertUser, database.prepare("INSERT INTO user(key) VALUES (?1)"));
    TL_TRY(m_insertQuery, database.prepare("INSERT INTO query(text) VALUES (?1)"));
    TL_CHECK_STATUS(m_titles.prepare());
    TL_CHECK_STATUS(loadItems());
    TL_CHECK_STATUS(loadKeys("SELECT id, key FROM user", m_users));
    TL_CHECK_STATUS(loadKeys("SELECT id, text FROM query", m_queries));
    return m_batch.prepare();
}

Status LogImporter::loadItems() {
    TL_TRY(Statement known, m_context.database.prepare("SELECT id, key, title <> '' FROM item"));
    for (;;) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        m_items.emplace(known.text(1), LoggedItem{known.integer(0), 0, known.integer(2) != 0, false});
    }
}

Status LogImporter::loadKeys(const char* sql, KeyTable<std::int64_t>& table) {
    TL_TRY(Statement known, m_context.database.prepare(sql));
    for (;;) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        table.emplace(known.text(1), known.integer(0));
    }
}

Outcome LogImporter::readKind(const data::Record& row, Event& event, Refusal& refusal) const {
    const std::string_view text = m_kind.in(row);
    if (text.empty()) {
        // In a file that has a kind column an empty cell is unknown, unless the user says what it stands for.
        if (m_kind.mapped() && !m_context.request.defaultKind)
            return m_kind.refuse(refusal, text, "missing_value");
        event.kind = m_context.request.defaultKind.value_or(data::EventKind::Purchase);
        return Outcome::Imported;
    }
    const auto kind = data::parseEventKind(text);
    if (!kind)
        return m_kind.refuse(refusal, text, "bad_kind");
    event.kind = *kind;
    return Outcome::Imported;
}

Outcome LogImporter::readValues(const data::Record& row, Event& event, Refusal& refusal) const {
    if (m_item.in(row).empty())
        return m_item.refuse(refusal, {}, "missing_value");
    if (readKind(row, event, refusal) == Outcome::Refused)
        return Outcome::Refused;
    const std::string_view time = m_time.in(row);
    event.time = time.empty() ? std::nullopt : data::parseTime(time);
    if (!time.empty() && !event.time)
        return m_time.refuse(refusal, time, "bad_time");
    if (!readNumber(m_quantity.in(row), kNoLeast, event.quantity))
        return m_quantity.refuse(refusal, m_quantity.in(row), "bad_number");
    if (!readNumber(m_price.in(row), 0, event.price))
        return m_price.refuse(refusal, m_price.in(row), "bad_number");
    std::optional<double> position;
    if (!readNumber(m_position.in(row), 0, position) ||
        (position && (std::floor(*position) != *position || *position > kLargestExact)))
        return m_position.refuse(refusal, m_position.in(row), "bad_number");
    event.position.reset();
    if (position)
        event.position = static_cast<std::int64_t>(*position);
    event.label = m_label.in(row);
    event.order = m_order.in(row);
    event.cancelled = (event.quantity && *event.quantity < 0) || event.order.starts_with('C');
    return Outcome::Imported;
}

bool LogImporter::repeated(const data::Record& row) {
    // FNV-1a beside a second, unrelated mixing; the separator keeps "ab","c" and "a","bc" apart.
    Fingerprint print{14695981039346656037ULL, 1469598103934665603ULL};
    const auto add = [&print](unsigned char byte) {
        print.first = (print.first ^ byte) * 1099511628211ULL;
        print.second = (print.second + byte + 1) * 0x9E3779B97F4A7C15ULL;
        print.second ^= print.second >> 29U;
    };
    for (const Field* part : {&m_item, &m_title, &m_user, &m_kind, &m_time, &m_query, &m_quantity, &m_price, &m_label,
                              &m_position, &m_order}) {
        for (const char c : part->in(row))
            add(static_cast<unsigned char>(c));
        add(0);
    }
    return !m_seen.insert(print).second;
}

Result<Outcome> LogImporter::take(const data::Record& row, Refusal& refusal) {
    Event& event = m_batch.next();
    if (readValues(row, event, refusal) == Outcome::Refused)
        return Outcome::Refused;
    if (m_dropRepeated && repeated(row))
        return Outcome::Dropped;
    TL_TRY(event.item, itemId(m_item.in(row), m_title.in(row)));
    event.user.reset();
    event.query.reset();
    if (const std::string_view user = m_user.in(row); !user.empty()) {
        TL_TRY(event.user, keyId(m_users, *m_insertUser, user));
    }
    if (const std::string_view query = m_query.in(row); !query.empty()) {
        TL_TRY(event.query, keyId(m_queries, *m_insertQuery, query));
    }
    count(event);
    TL_CHECK_STATUS(m_batch.push());
    return Outcome::Imported;
}

Result<std::int64_t> LogImporter::itemId(std::string_view key, std::string_view title) {
    auto found = m_items.find(key);
    if (found == m_items.end()) {
        m_insertItem->bind(1, key);
        m_insertItem->bind(2, title);
        TL_CHECK_STATUS(m_insertItem->run());
        const std::int64_t id = m_context.database.lastInsertRowId();
        found = m_items.emplace(key, LoggedItem{id, 0, !title.empty(), false}).first;
    }
    if (!title.empty())
        TL_CHECK_STATUS(noteTitle(found->second, title));
    return found->second.id;
}

Status LogImporter::noteTitle(LoggedItem& item, std::string_view title) {
    const std::size_t hash = TextHash{}(title) | 1U; // never 0
    if (item.titleHash == 0) {
        item.titleHash = hash;
        TL_CHECK_STATUS(m_titles.addLogTitle(item.id, raw(m_context.summary.source), title));
    } else if (item.titleHash != hash && !item.several) {
        item.several = true;
        ++m_counts.severalTitles;
    }
    if (item.titled)
        return {};
    item.titled = true;
    m_setTitle->bind(1, item.id);
    m_setTitle->bind(2, title);
    return m_setTitle->run();
}

Result<std::int64_t> LogImporter::keyId(KeyTable<std::int64_t>& table, Statement& insert, std::string_view key) {
    if (const auto found = table.find(key); found != table.end())
        return found->second;
    insert.bind(1, key);
    TL_CHECK_STATUS(insert.run());
    const std::int64_t id = m_context.database.lastInsertRowId();
    table.emplace(key, id);
    return id;
}

void LogImporter::count(const Event& event) {
    m_counts.cancellations += event.cancelled ? 1 : 0;
    m_counts.missingUsers += m_user.mapped() && !event.user ? 1 : 0;
    m_counts.zeroPrices += event.price == 0.0 ? 1 : 0;
    m_counts.negativeQuantities += event.quantity && *event.quantity < 0 ? 1 : 0;
}

Status LogImporter::finish() {
    TL_CHECK_STATUS(m_batch.flush());
    const auto note = [this](const char* what, std::int64_t howMany) {
        if (howMany > 0)
            m_context.summary.noted[what] = howMany;
    };
    note("cancellation", m_counts.cancellations);
    note("missing_user", m_counts.missingUsers);
    note("zero_price", m_counts.zeroPrices);
    note("negative_quantity", m_counts.negativeQuantities);
    note("item_with_several_titles", m_counts.severalTitles);
    // Made after the load: one sort is several times cheaper than a million insertions at random places.
    TL_CHECK_STATUS(refreshSupportCounts(m_context.database, m_context.job));
    return m_context.request.indexes ? makeEventIndexes(m_context.database, m_context.job) : Status{};
}

} // namespace

std::unique_ptr<RowImporter> makeLogImporter(const Context& context) {
    return std::make_unique<LogImporter>(context);
}

} // namespace core::store::importing
