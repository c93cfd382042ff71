// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/key_dictionary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

} // namespace core::store::importing
