// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/event_columns.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

/// One column of a block of events as bytes.
///
/// A chunk begins with a header of 16 bytes: form, width, 1 if there are NULLs, 0, number of slots (32 bits), and a
/// base of 64 bits. All numbers are little-endian. What follows depends on the form:
///   Integers  slots × width bytes; a value is base + number, or, with NULLs, NULL for 0 and base + number − 1
///   Whole     the same; the value is a real number without a fraction
///   Cents     the same; the value is that number divided by 100 (only where this gives back the very same real number)
///   Reals     slots × 8 bytes, IEEE 754; NULL is NaN, which SQL does not know
///   Texts     base = number of different texts n; n + 1 × 32 bits: where they begin and the last one ends; slots ×
///   width
///             bytes: number of the text, 0 = NULL; the texts, UTF-8
/// A width of 0 stands for slots × 0. NULLs behind the last value are left out, and a column without any value in a
/// block has no chunk: the same values are always the same bytes.
namespace core::store::events {

using Bytes = std::vector<std::byte>;

/// NULL among integers that are packed or unpacked. No column holds this number.
constexpr std::int64_t kNullInteger = std::numeric_limits<std::int64_t>::min();
/// NULL among reals; like any NaN.
constexpr double kNullReal = std::numeric_limits<double>::quiet_NaN();

/// Empty: every value is NULL.
Bytes packIntegers(std::span<const std::int64_t> values);
/// NULL is NaN.
Bytes packReals(std::span<const double> values);
/// NULL has no data(). Together at most 4 GB.
Bytes packTexts(std::span<const std::string_view> values);

/// Reads single values out of a chunk, without unpacking it.
class ChunkView {
public:
    /// A chunk whose values are all NULL.
    ChunkView() = default;
    /// False where the bytes are no chunk of a column of this type: every value is NULL then.
    bool assign(Bytes bytes, ColumnType type);
    void clear();

    std::size_t slots() const { return m_slots; }
    bool isNull(std::size_t slot) const;
    /// Of a column of integers; kNullInteger = NULL.
    std::int64_t integer(std::size_t slot) const {
        if (slot >= m_slots)
            return kNullInteger;
        const std::uint64_t number = numberAt(slot);
        if (m_nulls && number == 0)
            return kNullInteger;
        return static_cast<std::int64_t>(m_base + number - (m_nulls ? 1 : 0));
    }
    /// Of a column of reals; NaN = NULL.
    double real(std::size_t slot) const;
    /// Of a column of texts; without data() = NULL.
    std::string_view text(std::size_t slot) const;
    /// False when no value of a column of integers is `value`.
    bool mayHold(std::int64_t value) const;

private:
    std::uint64_t numberAt(std::size_t slot) const;
    bool check(ColumnType type);
    bool checkTexts();

    Bytes m_bytes;
    const std::byte* m_numbers = nullptr;
    std::size_t m_slots = 0;
    std::uint64_t m_base = 0;
    int m_form = 0;
    std::uint8_t m_width = 0;
    bool m_nulls = false;
};

} // namespace core::store::events
