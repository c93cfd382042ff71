// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_rows.h"

#include "core/data/values.h"
#include "core/store/hash.h"

#include <array>
#include <bit>
#include <cmath>
#include <filesystem>
#include <limits>
#include <span>

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

LogRows::LogRows(const Context& context, KeyDictionary& users, KeyDictionary& queries, EntityCounts& counts)
    : m_context(context),
      m_users(users),
      m_queries(queries),
      m_counts(counts),
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
      m_anyText(m_title.mapped() || m_label.mapped() || m_order.mapped() || m_session.mapped() || m_extra.any()),
      m_repeats(folderOf(context.database.path())) {}

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
    if (m_quantity.mapped()) {
        if (!readNumber(m_context.values, m_quantity.in(row), kNoLeast, number))
            return m_quantity.refuse(refusal, m_quantity.in(row), "bad_number");
        event.hasQuantity = number.has_value();
        event.quantity = number.value_or(0);
    }
    if (m_price.mapped()) {
        if (!readNumber(m_context.values, m_price.in(row), 0, number))
            return m_price.refuse(refusal, m_price.in(row), "bad_number");
        event.hasPrice = number.has_value();
        event.price = number.value_or(0);
    }
    if (m_position.mapped()) {
        if (!readNumber(m_context.values, m_position.in(row), 0, number) ||
            (number && (std::floor(*number) != *number || *number > kLargestExact)))
            return m_position.refuse(refusal, m_position.in(row), "bad_number");
        event.hasPosition = number.has_value();
        event.position = static_cast<std::int64_t>(number.value_or(0));
    }
    return Outcome::Imported;
}

Outcome LogRows::readValues(const data::Record& row, EventRow& event, Refusal& refusal) const {
    const std::string_view time = m_time.in(row);
    event.hasTime = !time.empty();
    event.time = 0;
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
    // Numbers as they are, texts by their hash; keys by the hash that is known already.
    std::array<std::uint64_t, 12> words{};
    std::size_t used = 0;
    const auto add = [&](std::uint64_t word) { words[used++] = word; };
    const auto text = [&](const Field& field) {
        if (field.mapped())
            add(hashOf(field.in(row)));
    };
    add(event.item.hash);
    add(event.user.hash);
    add(event.query.hash);
    add(static_cast<std::uint64_t>(event.time));
    add(static_cast<std::uint64_t>(event.kind) | (event.hasTime ? 64U : 0U) | (event.hasQuantity ? 128U : 0U) |
        (event.hasPrice ? 256U : 0U) | (event.hasPosition ? 512U : 0U));
    add(std::bit_cast<std::uint64_t>(event.quantity));
    if (m_price.mapped())
        add(std::bit_cast<std::uint64_t>(event.price));
    if (m_position.mapped())
        add(static_cast<std::uint64_t>(event.position));
    text(m_title);
    text(m_label);
    text(m_order);
    text(m_session);
    const RowPrint print = printOf(std::span(words.data(), used));
    if (m_dropRepeated)
        return m_filter.seen(print);
    if (m_failed.ok())
        m_failed = m_repeats.add(print);
    return false;
}

void LogRows::keepTexts(const data::Record& row, EventBlock& block, EventRow& event) {
    if (!m_anyText)
        return; // the places are empty, and stay so
    event.title = block.keep(m_title.in(row));
    event.label = block.keep(m_label.in(row));
    event.order = block.keep(m_order.in(row));
    event.session = block.keep(m_session.in(row));
    event.extra = m_extra.any() ? block.keep(m_extra.of(row)) : TextPlace();
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
    event.record = record;
    const std::array<std::string_view, 3> keys{item, m_user.in(row), m_query.in(row)};
    const std::array<KeyPlace*, 3> places{&event.item, &event.user, &event.query};
    for (std::size_t i = 0; i < keys.size(); ++i)
        places[i]->hash = keys[i].empty() ? 0 : hashOf(keys[i]);
    if (repeated(row, event)) {
        refusal.reason = "duplicate";
        return Outcome::Dropped;
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        places[i]->text = block.keep(keys[i]);
    keepTexts(row, block, event);
    ++block.used;
    return Outcome::Imported;
}

void LogRows::finish(EventBlock& block) {
    if (!m_user.mapped() && !m_query.mapped())
        return;
    if (m_user.mapped())
        block.findIds(&EventRow::user, m_users, &EventIds::user);
    if (m_query.mapped())
        block.findIds(&EventRow::query, m_queries, &EventIds::query);
    m_counted.clear();
    for (std::size_t i = 0; i < block.used; ++i) {
        const EventRow& row = block.rows[i];
        m_counted.push_back({0, block.ids[i].user, block.ids[i].query, row.kind, row.cancelled, row.hasQuantity,
                             row.hasPrice, row.quantity, row.price});
    }
    m_counts.add(m_counted);
}

Result<std::int64_t> LogRows::countRepeats() {
    TL_CHECK_STATUS(m_failed);
    return m_dropRepeated ? Result<std::int64_t>(0) : m_repeats.count(m_context.job);
}

} // namespace core::store::importing
