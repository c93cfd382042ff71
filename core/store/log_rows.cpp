// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_rows.h"

#include "core/data/values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <filesystem>
#include <limits>

namespace core::store::importing {
namespace {

constexpr double kNoLeast = -std::numeric_limits<double>::infinity();
constexpr double kLargestExact = 9007199254740992.0; ///< 2^53: larger doubles are no exact integers
constexpr int kNoKind = -1;
constexpr int kIgnored = 0;
constexpr std::size_t kMostKindTexts = 10'000; ///< remembered; a column with more values is no column of kinds

std::string folderOf(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
}

} // namespace

LogTitles::Item& LogTitles::at(std::int64_t item) {
    const auto index = static_cast<std::size_t>(item);
    if (index >= m_items.size())
        m_items.resize(std::max(index + 1, m_items.size() + m_items.size() / 2));
    return m_items[index];
}

void LogTitles::know(std::int64_t item, bool titled) {
    Item& known = at(item);
    known.known = true;
    known.titled = titled;
}

void LogTitles::note(std::int64_t item, std::string_view title, std::int64_t row, std::optional<std::int64_t> time) {
    m_key.assign(reinterpret_cast<const char*>(&item), sizeof item);
    m_key += title;
    const auto [number, added] = m_texts.add(m_key);
    if (added)
        m_uses.push_back({item, 0, 0, {}});
    Use& use = m_uses[static_cast<std::size_t>(number - 1)];
    ++use.count;
    use.lastRow = row;
    if (time)
        use.lastTime = std::max(use.lastTime.value_or(*time), *time);
    Item& entry = at(item);
    if (entry.firstUse == 0) {
        entry.firstUse = static_cast<std::uint32_t>(number);
        if (entry.known && !entry.titled)
            m_retitled.push_back(item);
    } else if (entry.firstUse != static_cast<std::uint32_t>(number) && !entry.several) {
        entry.several = true;
        ++m_several;
    }
}

std::string_view LogTitles::of(std::int64_t item) const {
    const auto index = static_cast<std::size_t>(item);
    if (index >= m_items.size() || m_items[index].firstUse == 0 || m_items[index].titled)
        return {};
    return titleOf(m_items[index].firstUse - 1);
}

LogRows::LogRows(const Context& context, LogEntities& entities)
    : m_context(context),
      m_entities(entities),
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
      m_session(field("session")),
      m_extra(context),
      m_counter(folderOf(context.database.path())) {}

Status LogRows::begin() {
    for (const auto& [value, name] : m_context.request.kindValues) {
        const auto kind = name == "ignore" ? std::optional<data::EventKind>() : data::parseEventKind(name);
        if (!kind && name != "ignore")
            return Error(ErrorCode::UnknownChoice, "impression, click, cart, purchase, search, review, ignore")
                .at("kind of “" + value + "”", name);
        m_kinds[std::string(data::trim(value))] = kind ? static_cast<int>(*kind) : kIgnored;
    }
    return {};
}

EventInsert::Columns LogRows::columns() const {
    EventInsert::Columns columns;
    columns.user = m_user.mapped();
    columns.query = m_query.mapped();
    columns.kind = m_kind.mapped();
    columns.time = m_time.mapped();
    columns.quantity = m_quantity.mapped();
    columns.price = m_price.mapped();
    columns.label = m_label.mapped();
    columns.position = m_position.mapped();
    columns.order = m_order.mapped();
    columns.cancelled = columns.quantity || columns.order;
    columns.session = m_session.mapped();
    columns.extra = m_extra.any();
    columns.onlyKind = static_cast<int>(m_context.request.defaultKind.value_or(data::EventKind::Purchase));
    return columns;
}

Outcome LogRows::readKind(const data::Record& row, EventRow& event, Refusal& refusal) {
    if (!m_kind.mapped()) {
        event.kind = static_cast<int>(m_context.request.defaultKind.value_or(data::EventKind::Purchase));
        return Outcome::Imported;
    }
    const std::string_view text = m_kind.in(row);
    auto known = m_kinds.find(text);
    if (known == m_kinds.end()) {
        if (text.empty()) {
            // In a file that has a kind column an empty cell is unknown, unless the user says what it stands for.
            if (!m_context.request.defaultKind)
                return m_kind.refuse(refusal, text, "missing_value");
            event.kind = static_cast<int>(*m_context.request.defaultKind);
            return Outcome::Imported;
        }
        const auto kind = data::parseEventKind(text);
        if (m_kinds.size() >= kMostKindTexts && !kind)
            return m_kind.refuse(refusal, text, "bad_kind");
        known = m_kinds.emplace(text, kind ? static_cast<int>(*kind) : kNoKind).first;
    }
    if (known->second == kNoKind)
        return m_kind.refuse(refusal, text, "bad_kind");
    event.kind = known->second;
    if (known->second != kIgnored)
        return Outcome::Imported;
    refusal.reason = "ignored_kind";
    return Outcome::Dropped;
}

Outcome LogRows::readNumbers(const data::Record& row, EventRow& event, Refusal& refusal) const {
    std::optional<double> number;
    if (!readNumber(m_context.values, m_quantity.in(row), kNoLeast, number))
        return m_quantity.refuse(refusal, m_quantity.in(row), "bad_number");
    event.hasQuantity = number.has_value();
    event.quantity = number.value_or(0);
    if (!readNumber(m_context.values, m_price.in(row), 0, number))
        return m_price.refuse(refusal, m_price.in(row), "bad_number");
    event.hasPrice = number.has_value();
    event.price = number.value_or(0);
    if (!readNumber(m_context.values, m_position.in(row), 0, number) ||
        (number && (std::floor(*number) != *number || *number > kLargestExact)))
        return m_position.refuse(refusal, m_position.in(row), "bad_number");
    event.hasPosition = number.has_value();
    event.position = static_cast<std::int64_t>(number.value_or(0));
    return Outcome::Imported;
}

Outcome LogRows::readValues(const data::Record& row, EventRow& event, Refusal& refusal) const {
    const std::string_view time = m_time.in(row);
    event.hasTime = !time.empty();
    if (event.hasTime) {
        const auto seconds = m_context.values.time(time);
        if (!seconds)
            return m_time.refuse(refusal, time, "bad_time");
        event.time = *seconds;
    }
    if (const Outcome numbers = readNumbers(row, event, refusal); numbers != Outcome::Imported)
        return numbers;
    event.cancelled = (event.hasQuantity && event.quantity < 0) || m_order.in(row).starts_with('C');
    return Outcome::Imported;
}

bool LogRows::repeated(const data::Record& row, const EventRow& event) {
    // Numbers and ids as they are, texts by their hash.
    std::array<std::uint64_t, 13> words{};
    std::size_t used = 0;
    const auto add = [&](std::uint64_t word) { words[used++] = word; };
    const auto text = [&](const Field& field) {
        if (field.mapped())
            add(hashOf(field.in(row)));
    };
    add(static_cast<std::uint64_t>(event.item));
    add(static_cast<std::uint64_t>(event.user));
    add(static_cast<std::uint64_t>(event.query));
    add(static_cast<std::uint64_t>(event.time));
    add(static_cast<std::uint64_t>(event.kind) | (event.hasTime ? 64U : 0U) | (event.hasQuantity ? 128U : 0U) |
        (event.hasPrice ? 256U : 0U) | (event.hasPosition ? 512U : 0U));
    add(std::bit_cast<std::uint64_t>(event.quantity));
    add(std::bit_cast<std::uint64_t>(event.price));
    add(static_cast<std::uint64_t>(event.position));
    text(m_title);
    text(m_label);
    text(m_order);
    text(m_session);
    const RowPrint print = printOf(std::span(words.data(), used));
    if (m_dropRepeated)
        return m_filter.seen(print);
    if (m_failed.ok())
        m_failed = m_counter.add(print);
    return false;
}

void LogRows::keepTexts(const data::Record& row, EventBlock& block, EventRow& event) {
    event.label = block.keep(m_label.in(row));
    event.order = block.keep(m_order.in(row));
    event.session = block.keep(m_session.in(row));
    event.extra = block.keep(m_extra.of(row));
}

Outcome LogRows::take(const data::Record& row, std::int64_t record, EventBlock& block, Refusal& refusal) {
    EventRow& event = block.rows[block.used];
    const std::string_view item = m_item.in(row);
    if (item.empty())
        return m_item.refuse(refusal, {}, "missing_value");
    if (const Outcome kind = readKind(row, event, refusal); kind != Outcome::Imported)
        return kind;
    if (const Outcome values = readValues(row, event, refusal); values != Outcome::Imported)
        return values;
    const std::string_view user = m_user.in(row);
    const std::string_view query = m_query.in(row);
    event.item = m_entities.items.add(item).id;
    event.user = user.empty() ? 0 : m_entities.users.add(user).id;
    event.query = query.empty() ? 0 : m_entities.queries.add(query).id;
    // A row that is left out has brought no key: the earlier row had them all.
    if (repeated(row, event)) {
        refusal.reason = "duplicate";
        return Outcome::Dropped;
    }
    if (const std::string_view title = m_title.in(row); !title.empty())
        m_entities.titles.note(event.item, title, record, event.hasTime ? std::optional(event.time) : std::nullopt);
    keepTexts(row, block, event);
    count(event);
    ++block.used;
    return Outcome::Imported;
}

void LogRows::count(const EventRow& event) {
    m_noted.cancellations += event.cancelled ? 1 : 0;
    m_noted.missingUsers += m_user.mapped() && event.user == 0 ? 1 : 0;
    m_noted.zeroPrices += event.hasPrice && event.price == 0.0 ? 1 : 0;
    m_noted.negativeQuantities += event.hasQuantity && event.quantity < 0 ? 1 : 0;
    if (event.hasTime) {
        m_noted.firstTime = std::min(m_noted.firstTime.value_or(event.time), event.time);
        m_noted.lastTime = std::max(m_noted.lastTime.value_or(event.time), event.time);
    }
    m_entities.counts.add({event.item, event.user, event.query, event.kind, event.cancelled, event.hasQuantity,
                           event.hasPrice, event.quantity, event.price});
}

Result<std::int64_t> LogRows::countRepeats() {
    TL_CHECK_STATUS(m_failed);
    return m_dropRepeated ? Result<std::int64_t>(0) : m_counter.count(m_context.job);
}

} // namespace core::store::importing
