// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_titles.h"

#include <algorithm>

namespace core::store::importing {

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

} // namespace core::store::importing
