// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privacy_texts.h"

#include <array>

namespace core::store {
namespace {

using Kind = TextColumn::Kind;

constexpr std::array kColumns{
    TextColumn{"item", "key", "rowid", Kind::Key},
    TextColumn{"item", "title", "rowid", Kind::Free},
    TextColumn{"item", "description", "rowid", Kind::Free},
    TextColumn{"item", "category", "rowid", Kind::Key},
    TextColumn{"item", "brand", "rowid", Kind::Key},
    TextColumn{"item", "label", "rowid", Kind::Key},
    TextColumn{"item", "image", "rowid", Kind::Key},
    TextColumn{"item", "attributes", "rowid", Kind::Free},
    TextColumn{"item_row", "row", "item_id, source_id", Kind::Traces},
    TextColumn{"user", "key", "rowid", Kind::Key},
    TextColumn{"query", "text", "rowid", Kind::Unique},
    TextColumn{"query", "key", "rowid", Kind::Key},
    TextColumn{"query", "attributes", "rowid", Kind::Free},
    TextColumn{"query_row", "row", "query_id, source_id", Kind::Traces},
    TextColumn{"event", "session", "rowid", Kind::Key},
    TextColumn{"event", "order_key", "rowid", Kind::Key},
    TextColumn{"event", "label", "rowid", Kind::Key},
    TextColumn{"event", "extra", "rowid", Kind::Free},
    TextColumn{"review", "title", "rowid", Kind::Free},
    TextColumn{"review", "text", "rowid", Kind::Free},
    TextColumn{"review", "label", "rowid", Kind::Key},
    TextColumn{"review", "extra", "rowid", Kind::Free},
    TextColumn{"judgement", "label", "rowid", Kind::Key},
    TextColumn{"reject", "value", "rowid", Kind::Traces},
    TextColumn{"reject", "raw", "rowid", Kind::Traces},
    TextColumn{"synthetic", "text", "rowid", Kind::Free},
    TextColumn{"clean_event", "extra", "rowid", Kind::Traces},
    TextColumn{"clean_item", "row", "rowid", Kind::Traces},
    TextColumn{"clean_value", "old", "step_id, tab, row_id, column_name", Kind::Traces},
};

} // namespace

std::span<const TextColumn> textColumns() {
    return kColumns;
}

} // namespace core::store
