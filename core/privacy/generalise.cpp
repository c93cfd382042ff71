// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/generalise.h"

#include "core/base/json.h"
#include "core/data/values.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace core::privacy {
namespace {

constexpr const char* kSpellings =
    "hour, day, week, month, year, prefix:N, step:X, edges:A,B,C, depth:N, ip, age, age:N";

Error unknown(const std::string& how) {
    return Error(ErrorCode::UnknownChoice, kSpellings).at("a generalisation", how);
}

bool readCount(std::string_view text, int& count) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc() && end == text.data() + text.size() && count >= 1 && count <= 1000;
}

void appendNumber(std::string& out, double value) {
    std::array<char, 32> buffer{};
    // 15 digits: 3 · 0.1 reads 0.3.
    constexpr int kDigits = 15;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value == 0 ? 0.0 : value,
                                   std::chars_format::general, kDigits)
                         .ptr;
    out.append(buffer.data(), end);
}

} // namespace

Result<CellReader> CellReader::make(const data::ValueFormat& format) {
    CellReader cells;
    TL_TRY(cells.values, data::ValueReader::make(format));
    cells.plain = format.timeZone.empty() || format.timeZone == "UTC";
    cells.decimal = format.decimal;
    return cells;
}

Result<Generaliser> Generaliser::parse(const std::string& how) {
    Generaliser result;
    static constexpr std::array<std::string_view, 5> kTimes{"hour", "day", "week", "month", "year"};
    for (std::size_t i = 0; i < kTimes.size(); ++i)
        if (how == kTimes[i]) {
            result.m_kind = static_cast<Kind>(i);
            return result;
        }
    const auto colon = how.find(':');
    const std::string name = how.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : how.substr(colon + 1);
    if (name == "ip" && rest.empty()) {
        result.m_kind = Kind::Ip;
    } else if (name == "age" && (colon == std::string::npos || readCount(rest, result.m_count))) {
        result.m_kind = Kind::Age;
    } else if ((name == "prefix" || name == "depth") && readCount(rest, result.m_count)) {
        result.m_kind = name == "prefix" ? Kind::Prefix : Kind::Depth;
    } else if (name == "step") {
        const auto step = data::parseNumber(rest);
        if (!step || *step <= 0)
            return unknown(how);
        result.m_kind = Kind::Step;
        result.m_step = *step;
    } else if (name == "edges") {
        result.m_kind = Kind::Edges;
        for (std::size_t at = 0; at <= rest.size();) {
            const auto comma = std::min(rest.find(',', at), rest.size());
            const auto edge = data::parseNumber(rest.substr(at, comma - at));
            if (!edge || (!result.m_edges.empty() && *edge <= result.m_edges.back()))
                return unknown(how);
            result.m_edges.push_back(*edge);
            at = comma + 1;
        }
    } else {
        return unknown(how);
    }
    return result;
}

bool Generaliser::forTimes() const {
    return m_kind <= Kind::Year;
}

std::int64_t Generaliser::time(std::int64_t seconds) const {
    using namespace std::chrono;
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    switch (m_kind) {
    case Kind::Hour:
        return floor<hours>(moment).time_since_epoch().count() * 3600;
    case Kind::Week: // Monday
        return sys_seconds(day - days(weekday(day).iso_encoding() - 1)).time_since_epoch().count();
    case Kind::Month:
        return sys_seconds(sys_days(date.year() / date.month() / 1)).time_since_epoch().count();
    case Kind::Year:
        return sys_seconds(sys_days(date.year() / January / 1)).time_since_epoch().count();
    default:
        return sys_seconds(day).time_since_epoch().count();
    }
}

double Generaliser::number(double value) const {
    if (m_kind == Kind::Step) {
        // 0.3 / 0.1 is a hair below 3: what lies that near to a step is on it.
        const double steps = value / m_step;
        const double nearest = std::round(steps);
        const double whole =
            std::abs(steps - nearest) <= 1e-9 * std::max(1.0, std::abs(steps)) ? nearest : std::floor(steps);
        return whole * m_step;
    }
    // The lower end of its interval; what lies below the first edge counts to the first interval.
    const auto above = std::upper_bound(m_edges.begin(), m_edges.end(), value);
    return above == m_edges.begin() ? m_edges.front() : *(above - 1);
}

bool Generaliser::applyTime(std::string_view value, std::string& out, const CellReader& cells) const {
    const auto seconds = cells.values.time(value);
    if (!seconds)
        return false;
    out = data::formatTime(time(*seconds));
    if (!cells.plain)
        out += 'Z'; // the importer would take it for a time of the file's zone
    else if (m_kind != Kind::Hour)
        out.resize(std::min<std::size_t>(out.size(), out.find(' ')));
    return true;
}

bool Generaliser::apply(std::string_view value, std::string& out, const CellReader& cells) const {
    out.clear();
    if (forTimes()) {
        if (applyTime(value, out, cells))
            return true;
    } else if (forNumbers()) {
        if (const auto read = cells.values.number(value)) {
            appendNumber(out, number(*read));
            std::replace(out.begin(), out.end(), '.', cells.decimal);
            return true;
        }
    } else if (m_kind == Kind::Prefix) {
        std::size_t end = 0;
        for (int characters = 0; end < value.size(); ++end)
            if ((static_cast<unsigned char>(value[end]) & 0xC0U) != 0x80U && characters++ == m_count)
                break;
        out = value.substr(0, end);
        return true;
    } else if (m_kind == Kind::Depth) {
        return applyDepth(value, out);
    } else if (m_kind == Kind::Ip ? applyIp(value, out) : applyAge(value, out, cells)) {
        return true;
    }
    out = kUnreadable;
    return false;
}

bool Generaliser::applyDepth(std::string_view value, std::string& out) const {
    if (value.starts_with('[')) {
        const auto list = parseJson(std::string(value));
        if (list.ok() && list->is_array()) {
            Json kept = Json::array();
            for (const Json& part : *list)
                if (kept.size() < static_cast<std::size_t>(m_count))
                    kept.push_back(part);
            out = dumpJson(kept);
            return true;
        }
    }
    for (const std::string_view separator : {">", "›", "»", "|", "/"}) {
        if (value.find(separator) == std::string_view::npos)
            continue;
        std::size_t end = value.starts_with(separator) ? separator.size() : 0;
        for (int depth = 0; depth < m_count && end != std::string_view::npos; ++depth)
            end = value.find(separator, depth == 0 ? end : end + separator.size());
        out = data::trim(value.substr(0, end));
        return true;
    }
    out = value;
    return true;
}

bool Generaliser::applyAge(std::string_view value, std::string& out, const CellReader& cells) const {
    const auto age = cells.values.number(value);
    if (!age || *age < 0 || *age > 150)
        return false;
    static constexpr std::array kUsual{0, 18, 25, 35, 45, 55, 65};
    const int years = static_cast<int>(*age);
    int from = 0;
    int next = 0;
    if (m_count > 0) {
        from = years / m_count * m_count;
        next = from + m_count;
    } else {
        const auto* const above = std::upper_bound(kUsual.begin(), kUsual.end(), years);
        from = *(above - 1);
        next = above == kUsual.end() ? 0 : *above;
    }
    out = next == 0 ? std::to_string(from) + "+" : std::to_string(from) + "-" + std::to_string(next - 1);
    return true;
}

bool Generaliser::applyIp(std::string_view value, std::string& out) {
    const std::string text(data::trim(value));
    unsigned char address[16]{};
    char shown[INET6_ADDRSTRLEN]{};
    if (::inet_pton(AF_INET, text.c_str(), address) == 1) {
        address[3] = 0;
        ::inet_ntop(AF_INET, address, shown, sizeof shown);
        out = std::string(shown) + "/24";
        return true;
    }
    if (::inet_pton(AF_INET6, text.c_str(), address) != 1)
        return false;
    std::fill(address + 6, address + 16, static_cast<unsigned char>(0));
    ::inet_ntop(AF_INET6, address, shown, sizeof shown);
    out = std::string(shown) + "/48";
    return true;
}

} // namespace core::privacy
