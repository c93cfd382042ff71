// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/value_parts.h"
#include "core/data/values.h"
#include "core/data/zone_rules.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace core::data {
namespace {

using namespace std::string_view_literals;
using values::dayStart;
using values::take;
using values::takeDigits;

constexpr std::array kMonths{"jan"sv, "feb"sv, "mar"sv, "apr"sv, "may"sv, "jun"sv,
                             "jul"sv, "aug"sv, "sep"sv, "oct"sv, "nov"sv, "dec"sv};
constexpr std::array kMonthEnds{"uary"sv, "ruary"sv, "ch"sv,     "il"sv,   ""sv,      "e"sv,
                                "y"sv,    "ust"sv,   "tember"sv, "ober"sv, "ember"sv, "ember"sv};

/// "2011-12-09 12:50:00" without looking at it piece by piece: most logs hold millions of these.
std::optional<std::int64_t> isoTime(std::string_view text) {
    if (text.size() != 19 || text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') ||
        text[13] != ':' || text[16] != ':')
        return {};
    unsigned bad = 0;
    const auto two = [&](std::size_t at) {
        const auto tens = static_cast<unsigned>(static_cast<unsigned char>(text[at]) - '0');
        const auto ones = static_cast<unsigned>(static_cast<unsigned char>(text[at + 1]) - '0');
        bad |= static_cast<unsigned>(tens > 9) | static_cast<unsigned>(ones > 9);
        return static_cast<int>(tens * 10 + ones);
    };
    const int year = two(0) * 100 + two(2);
    const int month = two(5);
    const int day = two(8);
    const int hour = two(11);
    const int minute = two(14);
    const int second = two(17);
    if (bad != 0 || hour > 23 || minute > 59 || second > 59)
        return {};
    const auto start = dayStart(year, month, day);
    if (!start)
        return {};
    return *start + hour * 3600 + minute * 60 + second;
}

/// Seconds since 1970 in ten digits, from September 2001 on.
std::optional<std::int64_t> epochSeconds(std::string_view text) {
    if (text.size() != 10 || text.front() == '0')
        return {};
    // Eight digits at once, as bytes of a word: pairs, then fours, then all of them. Digit by digit, each would wait for
    // the one before it.
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    const std::uint64_t digits = word - 0x3030303030303030U;
    const auto tens = static_cast<unsigned>(static_cast<unsigned char>(text[8]) - '0');
    const auto ones = static_cast<unsigned>(static_cast<unsigned char>(text[9]) - '0');
    if (((word | digits | (digits + 0x7676767676767676U)) & 0x8080808080808080U) != 0 || tens > 9 || ones > 9)
        return {};
    const std::uint64_t pairs = digits * 10 + (digits >> 8U);
    const std::uint64_t eight = ((pairs & 0x000000FF000000FFU) * 0x000F424000000064U +
                                 ((pairs >> 16U) & 0x000000FF000000FFU) * 0x0000271000000001U) >>
                                32U;
    return static_cast<std::int64_t>(eight * 100 + tens * 10 + ones);
}

/// Takes "Dec", "December", "DEC." …: 1–12.
std::optional<int> takeMonth(std::string_view& text) {
    const auto lower = [&](std::size_t i) { return i < text.size() ? static_cast<char>(text[i] | 0x20) : '\0'; };
    for (std::size_t month = 0; month < kMonths.size(); ++month) {
        if (lower(0) != kMonths[month][0] || lower(1) != kMonths[month][1] || lower(2) != kMonths[month][2])
            continue;
        text.remove_prefix(3);
        const std::string_view rest = kMonthEnds[month];
        bool whole = !rest.empty();
        for (std::size_t i = 0; i < rest.size(); ++i)
            whole = whole && lower(i) == rest[i];
        if (whole)
            text.remove_prefix(rest.size());
        else if (!take(text, "."))
            take(text, "t."); // Sept.
        return static_cast<int>(month) + 1;
    }
    return {};
}

/// Two digits are 1969–2068, as POSIX has it.
std::optional<int> takeYear(std::string_view& text) {
    const std::size_t before = text.size();
    const auto year = takeDigits(text, 2, 4);
    const std::size_t digits = before - text.size();
    if (!year || digits == 3)
        return {};
    return digits == 4 ? *year : *year + (*year < 69 ? 2000 : 1900);
}

/// The date at the front of `text` in one of the orders; takes it off.
class DateReader {
public:
    DateReader(std::string_view& text, bool dayFirst) : m_text(text), m_dayFirst(dayFirst) {}

    std::optional<std::int64_t> read() {
        skipWeekday();
        const std::string_view before = m_text;
        const auto number = takeDigits(m_text, 1, 4);
        if (!number)
            return monthDayYear();
        const std::size_t digits = before.size() - m_text.size();
        if (digits == 4)
            return yearFirst(*number);
        return digits <= 2 ? dayOrMonthFirst(*number) : std::nullopt;
    }

private:
    void skipWeekday() {
        // "Wed, ": three letters or more and a comma.
        std::size_t letters = 0;
        while (letters < m_text.size() && (m_text[letters] | 0x20) >= 'a' && (m_text[letters] | 0x20) <= 'z')
            ++letters;
        if (letters >= 3 && m_text.substr(letters).starts_with(", "))
            m_text.remove_prefix(letters + 2);
    }

    std::optional<std::int64_t> yearFirst(int year) {
        std::string_view separator;
        bool chinese = false;
        for (const std::string_view candidate : {"-"sv, "/"sv, "."sv})
            if (m_text.starts_with(candidate))
                separator = candidate;
        if (take(m_text, "年"))
            chinese = true;
        else if (separator.empty() || !take(m_text, separator))
            return {};
        const auto month = takeDigits(m_text, 1, 2);
        if (!month || !take(m_text, chinese ? "月"sv : separator))
            return {};
        const auto day = takeDigits(m_text, 1, 2);
        if (!day || (chinese && !take(m_text, "日") && !take(m_text, "号")))
            return {};
        return dayStart(year, *month, *day);
    }

    std::optional<std::int64_t> dayOrMonthFirst(int first) {
        const char separator = m_text.empty() ? '\0' : m_text.front();
        if (separator != '/' && separator != '-' && separator != '.' && separator != ' ')
            return {};
        m_text.remove_prefix(1);
        if (const auto month = takeMonth(m_text)) { // "1 Dec 2010", "1-Dec-10"
            if (!take(m_text, std::string_view(&separator, 1)))
                return {};
            const auto year = takeYear(m_text);
            return year ? dayStart(*year, *month, first) : std::nullopt;
        }
        const auto second = takeDigits(m_text, 1, 2);
        if (separator == ' ' || !second || !take(m_text, std::string_view(&separator, 1)))
            return {};
        const auto year = takeYear(m_text);
        if (!year)
            return {};
        // With points the day always comes first.
        const bool dayFirst = m_dayFirst || separator == '.';
        return dayFirst ? dayStart(*year, *second, first) : dayStart(*year, first, *second);
    }

    /// "Dec 1, 2010".
    std::optional<std::int64_t> monthDayYear() {
        const auto month = takeMonth(m_text);
        if (!month || !take(m_text, " "))
            return {};
        const auto day = takeDigits(m_text, 1, 2);
        if (!day || !(take(m_text, ", ") || take(m_text, " ")))
            return {};
        const auto year = takeYear(m_text);
        return year ? dayStart(*year, *month, *day) : std::nullopt;
    }

    std::string_view& m_text;
    bool m_dayFirst;
};

bool onlyDigits(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), values::isDigit);
}

/// Whether a number with this text can only be read with `decimal` as its decimal sign.
bool needs(std::string_view text, char decimal) {
    if (!parseNumber(text, decimal))
        return false;
    return !parseNumber(text, decimal == ',' ? '.' : ',');
}

} // namespace

Result<ValueReader> ValueReader::make(const ValueFormat& format) {
    ValueReader reader;
    if (format.decimal != '.' && format.decimal != ',')
        return Error(ErrorCode::UnknownChoice, "., ,").at("the decimal sign", std::string(1, format.decimal));
    reader.m_decimal = format.decimal;
    reader.m_dayFirst = format.dayFirst;
    if (format.timeZone.empty())
        return reader;
    if (isFixedOffset(format.timeZone)) {
        TL_TRY(reader.m_offset, fixedOffset(format.timeZone));
        return reader;
    }
    TL_TRY(reader.m_zone, ZoneRules::of(format.timeZone));
    return reader;
}

std::int64_t ValueReader::toUtc(std::int64_t local) const {
    return m_zone ? m_zone->toUtc(local) : local - m_offset;
}

std::optional<std::int64_t> ValueReader::time(std::string_view text) const {
    if (const auto iso = isoTime(text))
        return toUtc(*iso);
    if (const auto seconds = epochSeconds(text))
        return seconds;
    text = trim(text);
    if (onlyDigits(text)) {
        bool written = false;
        const auto seconds = values::readDigits(text, written);
        return seconds && written ? toUtc(*seconds) : seconds;
    }
    const auto day = DateReader(text, m_dayFirst).read();
    if (!day)
        return {};
    if (text.empty())
        return toUtc(*day);
    if (!take(text, ", ") && !take(text, " ") && !take(text, "T") && !take(text, "t"))
        return {};
    const auto clock = values::readClock(text);
    if (!clock)
        return {};
    const std::int64_t local = *day + clock->seconds;
    return clock->offset ? local - *clock->offset : toUtc(local);
}

void FormatEvidence::add(std::string_view text) {
    if (text.empty() || text.size() > 40 || text.find_first_of(",./-") == std::string_view::npos)
        return;
    text = trim(text);
    if (needs(text, ','))
        ++m_commas;
    else if (needs(text, '.'))
        ++m_points;
    const auto first = takeDigits(text, 1, 2);
    const char separator = text.empty() ? '\0' : text.front();
    if (!first || (separator != '/' && separator != '-'))
        return;
    text.remove_prefix(1);
    const auto second = takeDigits(text, 1, 2);
    if (!second || !take(text, std::string_view(&separator, 1)) || !takeYear(text))
        return;
    m_dayFirst += *first > 12 && *second <= 12 ? 1 : 0;
    m_monthFirst += *second > 12 && *first <= 12 ? 1 : 0;
}

ValueFormat FormatEvidence::proposed(ValueFormat base) const {
    base.decimal = m_commas > m_points ? ',' : '.';
    base.dayFirst = m_dayFirst != m_monthFirst ? m_dayFirst > m_monthFirst : base.decimal == ',';
    return base;
}

} // namespace core::data
