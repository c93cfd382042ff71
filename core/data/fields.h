// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// What kind of file is imported.
enum class SourceKind {
    Catalogue,
    Log,
    Queries, ///< query texts with their own attributes
    Labels,  ///< relevance judgements: query, item, grade
    Reviews, ///< item, user, rating, text
    Split    ///< a split made elsewhere: item, part
};

/// Event kinds; the numbers are stored, never change them.
enum class EventKind { Impression = 1, Click = 2, Cart = 3, Purchase = 4, Search = 5, Review = 6 };

/// "impression", "click", …
std::string_view eventKindName(EventKind kind);
/// Case-insensitive, knows common synonyms (view, buy, order, 浏览, 点击, 加购, 购买 …).
std::optional<EventKind> parseEventKind(std::string_view text);

/// One field of ours that a column of the file can be mapped to.
struct FieldInfo {
    std::string name;  ///< "title"; the name used by --map title=COLUMN and stored in profiles
    std::string title; ///< English, translation context "Field"
    std::string help;
    bool required = false;
    std::vector<std::string> aliases; ///< lower-case column names, English and Chinese, that propose this field
};

/// Catalogue: id, title (required), description, category, brand, price, label, currency, image, time.
/// Log: item (required), title, user, kind, time, query, quantity, price, label, position, session, order.
/// Queries: query (required), id. Labels: query or query_id, item (required), grade or label.
/// Reviews: item (required), user, rating, title, text, label, time. Split: item or row, part (required).
/// `order` is an invoice or order number: one starting with C marks a cancellation.
const std::vector<FieldInfo>& fieldsOf(SourceKind kind);

} // namespace core::data
