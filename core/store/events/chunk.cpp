// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/chunk.h"

#include "core/store/hash.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <optional>

namespace core::store::events {
namespace {

static_assert(std::endian::native == std::endian::little, "chunks are stored as they lie in memory");

enum Form : int { None = 0, Integers = 1, Whole = 2, Cents = 3, Reals = 4, Texts = 5 };

struct Header {
    std::uint8_t form = None, width = 0, nulls = 0, zero = 0;
    std::uint32_t slots = 0;
    std::uint64_t base = 0;
};
static_assert(sizeof(Header) == 16);

constexpr double kExact = 9007199254740992.0; ///< 2^53

std::uint8_t widthFor(std::uint64_t largest) {
    if (largest == 0)
        return 0;
    if (largest <= 0xFFU)
        return 1;
    if (largest <= 0xFFFFU)
        return 2;
    return largest <= 0xFFFFFFFFU ? 4 : 8;
}

template <class T> T load(const std::byte* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

template <class T, class Number> void writeAs(std::byte* out, std::size_t count, Number number) {
    for (std::size_t i = 0; i < count; ++i) {
        const T value = static_cast<T>(number(i));
        std::memcpy(out + i * sizeof(T), &value, sizeof value);
    }
}

template <class Number> void writeNumbers(std::byte* out, std::uint8_t width, std::size_t count, Number number) {
    switch (width) {
    case 0:
        return;
    case 1:
        return writeAs<std::uint8_t>(out, count, number);
    case 2:
        return writeAs<std::uint16_t>(out, count, number);
    case 4:
        return writeAs<std::uint32_t>(out, count, number);
    default:
        return writeAs<std::uint64_t>(out, count, number);
    }
}

void putHeader(Bytes& bytes, const Header& header) {
    std::memcpy(bytes.data(), &header, sizeof header);
}

/// Without the NULLs at the end: what a block holds has one form only, whatever it held before.
template <class T, class IsNull> std::span<const T> trimmed(std::span<const T> values, IsNull isNull) {
    while (!values.empty() && isNull(values.back()))
        values = values.first(values.size() - 1);
    return values;
}

Bytes packAs(Form form, std::span<const std::int64_t> values) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = kNullInteger;
    bool nulls = false;
    for (const std::int64_t value : values) {
        nulls |= value == kNullInteger;
        least = value == kNullInteger ? least : std::min(least, value);
        most = std::max(most, value);
    }
    if (most == kNullInteger)
        return {};
    // Without kNullInteger the range is at most 2^64 − 2, so that one more stands for NULL.
    const std::uint64_t base = static_cast<std::uint64_t>(least);
    const std::uint64_t shift = nulls ? 1 : 0;
    Header header;
    header.form = static_cast<std::uint8_t>(form);
    header.width = widthFor(static_cast<std::uint64_t>(most) - base + shift);
    header.nulls = nulls ? 1 : 0;
    header.slots = static_cast<std::uint32_t>(values.size());
    header.base = base;
    Bytes bytes(sizeof header + values.size() * header.width);
    putHeader(bytes, header);
    writeNumbers(bytes.data() + sizeof header, header.width, values.size(), [&](std::size_t i) {
        return values[i] == kNullInteger ? std::uint64_t{0} : static_cast<std::uint64_t>(values[i]) - base + shift;
    });
    return bytes;
}

/// The values times `factor` as integers, where dividing gives back the very same bits.
std::optional<std::vector<std::int64_t>> asIntegers(std::span<const double> values, double factor) {
    std::vector<std::int64_t> integers(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) {
            integers[i] = kNullInteger;
            continue;
        }
        const double scaled = std::nearbyint(values[i] * factor);
        if (!(std::fabs(scaled) < kExact))
            return {};
        integers[i] = static_cast<std::int64_t>(scaled);
        const double again = static_cast<double>(integers[i]) / factor; // not of a negative zero, which integers lack
        if (std::bit_cast<std::uint64_t>(again) != std::bit_cast<std::uint64_t>(values[i]))
            return {};
    }
    return integers;
}

/// Numbers the different texts of a column from 1, in the order in which they come.
class TextNumbers {
public:
    explicit TextNumbers(std::size_t most) : m_slots(std::bit_ceil(most * 2 + 1), 0) {}
    std::uint32_t of(std::string_view text) {
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t i = hashOf(text) & mask;; i = (i + 1) & mask) {
            if (m_slots[i] == 0) {
                m_texts.push_back(text);
                m_bytes += text.size();
                return m_slots[i] = static_cast<std::uint32_t>(m_texts.size());
            }
            if (m_texts[m_slots[i] - 1] == text)
                return m_slots[i];
        }
    }
    const std::vector<std::string_view>& texts() const { return m_texts; }
    std::size_t bytes() const { return m_bytes; }

private:
    std::vector<std::uint32_t> m_slots;
    std::vector<std::string_view> m_texts;
    std::size_t m_bytes = 0;
};

} // namespace

Bytes packIntegers(std::span<const std::int64_t> values) {
    return packAs(Integers, trimmed(values, [](std::int64_t value) { return value == kNullInteger; }));
}

Bytes packReals(std::span<const double> values) {
    values = trimmed(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return {};
    for (const auto& [form, factor] : {std::pair{Whole, 1.0}, std::pair{Cents, 100.0}})
        if (const auto integers = asIntegers(values, factor))
            return packAs(form, *integers);
    Header header;
    header.form = Reals;
    header.width = sizeof(double);
    header.slots = static_cast<std::uint32_t>(values.size());
    Bytes bytes(sizeof header + values.size_bytes());
    putHeader(bytes, header);
    std::memcpy(bytes.data() + sizeof header, values.data(), values.size_bytes());
    return bytes;
}

Bytes packTexts(std::span<const std::string_view> values) {
    values = trimmed(values, [](std::string_view value) { return value.data() == nullptr; });
    TextNumbers different(values.size());
    std::vector<std::uint32_t> numbers(values.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i].data() != nullptr)
            numbers[i] = different.of(values[i]);
    const auto& texts = different.texts();
    if (texts.empty())
        return {};
    Header header;
    header.form = Texts;
    // Never 0: a slot of a narrower chunk would be NULL, not the only text there is.
    header.width = widthFor(texts.size());
    header.nulls = 1;
    header.slots = static_cast<std::uint32_t>(values.size());
    header.base = texts.size();
    const std::size_t starts = sizeof header;
    const std::size_t places = starts + (texts.size() + 1) * sizeof(std::uint32_t);
    std::size_t end = places + values.size() * header.width;
    Bytes bytes(end + different.bytes());
    putHeader(bytes, header);
    writeNumbers(bytes.data() + places, header.width, values.size(), [&](std::size_t i) { return numbers[i]; });
    for (std::size_t i = 0; i <= texts.size(); ++i) {
        const auto start = static_cast<std::uint32_t>(end);
        std::memcpy(bytes.data() + starts + i * sizeof start, &start, sizeof start);
        if (i == texts.size())
            break;
        if (!texts[i].empty())
            std::memcpy(bytes.data() + end, texts[i].data(), texts[i].size());
        end += texts[i].size();
    }
    return bytes;
}

// ---------------------------------------------------------------------------------------------------------- ChunkView

void ChunkView::clear() {
    m_bytes.clear();
    m_slots = 0;
    m_form = None;
}

bool ChunkView::assign(Bytes bytes, ColumnType type) {
    m_bytes = std::move(bytes);
    if (check(type))
        return true;
    clear();
    return false;
}

bool ChunkView::check(ColumnType type) {
    if (m_bytes.size() < sizeof(Header))
        return false;
    const auto header = load<Header>(m_bytes.data());
    m_form = header.form;
    m_width = header.width;
    m_nulls = header.nulls != 0;
    m_slots = header.slots;
    m_base = header.base;
    m_numbers = m_bytes.data() + sizeof header;
    const bool widthKnown = m_width == 0 || m_width == 1 || m_width == 2 || m_width == 4 || m_width == 8;
    if (!widthKnown || m_slots > kBlockRows || header.nulls > 1)
        return false;
    switch (type) {
    case ColumnType::Integer:
        return m_form == Integers && m_bytes.size() == sizeof header + m_slots * m_width;
    case ColumnType::Real:
        if (m_form == Reals && m_width != sizeof(double))
            return false;
        return (m_form == Whole || m_form == Cents || m_form == Reals) &&
               m_bytes.size() == sizeof header + m_slots * m_width;
    case ColumnType::Text:
        return m_form == Texts && checkTexts();
    }
    return false;
}

bool ChunkView::checkTexts() {
    if (m_base == 0 || m_base > m_slots || m_width == 0)
        return false;
    const std::size_t places = sizeof(Header) + (m_base + 1) * sizeof(std::uint32_t);
    const std::size_t texts = places + m_slots * m_width;
    if (texts > m_bytes.size())
        return false;
    std::size_t last = texts;
    for (std::size_t i = 0; i <= m_base; ++i) {
        const std::size_t start = load<std::uint32_t>(m_bytes.data() + sizeof(Header) + i * sizeof(std::uint32_t));
        if (start < last || start > m_bytes.size())
            return false;
        last = start;
    }
    m_numbers = m_bytes.data() + places;
    for (std::size_t slot = 0; slot < m_slots; ++slot)
        if (numberAt(slot) > m_base)
            return false;
    return last == m_bytes.size();
}

std::uint64_t ChunkView::numberAt(std::size_t slot) const {
    const std::byte* const at = m_numbers + slot * m_width;
    switch (m_width) {
    case 0:
        return 0;
    case 1:
        return load<std::uint8_t>(at);
    case 2:
        return load<std::uint16_t>(at);
    case 4:
        return load<std::uint32_t>(at);
    default:
        return load<std::uint64_t>(at);
    }
}

bool ChunkView::isNull(std::size_t slot) const {
    if (slot >= m_slots)
        return true;
    if (m_form == Reals)
        return std::isnan(load<double>(m_numbers + slot * sizeof(double)));
    return m_nulls && numberAt(slot) == 0;
}

double ChunkView::real(std::size_t slot) const {
    if (slot >= m_slots)
        return std::numeric_limits<double>::quiet_NaN();
    if (m_form == Reals)
        return load<double>(m_numbers + slot * sizeof(double));
    const std::int64_t number = integer(slot);
    if (number == kNullInteger)
        return std::numeric_limits<double>::quiet_NaN();
    return m_form == Cents ? static_cast<double>(number) / 100.0 : static_cast<double>(number);
}

std::string_view ChunkView::text(std::size_t slot) const {
    if (slot >= m_slots)
        return {};
    const std::uint64_t number = numberAt(slot);
    if (number == 0)
        return {};
    const std::byte* const starts = m_bytes.data() + sizeof(Header) + (number - 1) * sizeof(std::uint32_t);
    const auto from = load<std::uint32_t>(starts);
    const auto to = load<std::uint32_t>(starts + sizeof(std::uint32_t));
    return {reinterpret_cast<const char*>(m_bytes.data()) + from, to - from};
}

bool ChunkView::mayHold(std::int64_t value) const {
    if (m_slots == 0)
        return false;
    const std::uint64_t above = static_cast<std::uint64_t>(value) - m_base;
    if (static_cast<std::int64_t>(m_base) > value)
        return false;
    const std::uint64_t most = m_width == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8U * m_width)) - 1;
    return above <= most;
}

} // namespace core::store::events
