// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace core::data {

class ZoneRules {
public:
    /// The rules of an IANA zone ("Europe/Berlin"), from ICU. UnknownChoice.
    static Result<std::shared_ptr<const ZoneRules>> of(const std::string& name);

    /// UTC of a time on the zone's clocks. A time that comes twice is its first occurrence; one that is left out counts
    /// on from the time before the change.
    std::int64_t toUtc(std::int64_t local) const;

private:
    std::int64_t offsetAt(std::int64_t utc) const;

    std::vector<std::int64_t> m_changes; ///< UTC, ascending
    std::vector<std::int64_t> m_offsets; ///< seconds east of UTC: before the first change, then from each on
};

/// "±HH:MM" (also "±HHMM", "±HH", "UTC", "Z", "GMT") as seconds east of UTC.
Result<std::int64_t> fixedOffset(const std::string& name);
bool isFixedOffset(const std::string& name);

} // namespace core::data
