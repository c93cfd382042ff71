// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/zone_rules.h"

#include "core/data/value_parts.h"

#include <algorithm>
#include <optional>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

namespace core::data {
namespace {

constexpr double kFirst = -3'786'825'600.0; // 1850-01-01
constexpr double kLast = 4'102'444'800.0;   // 2100-01-01
constexpr std::int64_t kDay = 86'400;       ///< no zone changes its clocks twice within two days

std::int64_t totalOffset(const icu::TimeZone& zone, double seconds) {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode code = U_ZERO_ERROR;
    zone.getOffset(seconds * 1000, false, raw, summer, code);
    return (raw + summer) / 1000;
}

} // namespace

Result<std::shared_ptr<const ZoneRules>> ZoneRules::of(const std::string& name) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        return Error(ErrorCode::UnknownChoice,
                     "UTC, +08:00, Asia/Shanghai, Europe/London and other names of the IANA list")
            .at("the time zone", name);
    auto rules = std::make_shared<ZoneRules>();
    rules->m_offsets.push_back(totalOffset(*zone, kFirst));
    const auto* changing = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    icu::TimeZoneTransition change;
    double time = kFirst * 1000;
    while (changing != nullptr && changing->getNextTransition(time, false, change) && change.getTime() < kLast * 1000) {
        time = change.getTime();
        const std::int64_t offset = totalOffset(*zone, time / 1000);
        if (offset == rules->m_offsets.back())
            continue; // only its name changed
        rules->m_changes.push_back(static_cast<std::int64_t>(time / 1000));
        rules->m_offsets.push_back(offset);
    }
    return std::shared_ptr<const ZoneRules>(std::move(rules));
}

std::int64_t ZoneRules::offsetAt(std::int64_t utc) const {
    const auto next = std::upper_bound(m_changes.begin(), m_changes.end(), utc);
    return m_offsets[static_cast<std::size_t>(next - m_changes.begin())];
}

std::int64_t ZoneRules::toUtc(std::int64_t local) const {
    const std::int64_t before = offsetAt(local - kDay);
    const std::int64_t after = offsetAt(local + kDay);
    if (before == after || offsetAt(local - before) == before || offsetAt(local - after) != after)
        return local - before;
    return local - after;
}

bool isFixedOffset(const std::string& name) {
    std::optional<std::int64_t> offset;
    return !name.empty() && values::readZone(name, offset) && offset.has_value();
}

Result<std::int64_t> fixedOffset(const std::string& name) {
    std::optional<std::int64_t> offset;
    if (!values::readZone(name, offset) || !offset)
        return Error(ErrorCode::UnknownChoice, "UTC, +08:00").at("the time zone", name);
    return *offset;
}

} // namespace core::data
