// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/gzip_check.h"

#include <array>
#include <cstddef>

namespace core::data {
namespace {

using CrcTables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr std::size_t kHeader = 10;
constexpr std::size_t kTrailer = 8;

/// Tables for eight bytes at a time ("slicing by 8"; Kounavis and Berry, IEEE Trans. Computers 57(11), 2008).
constexpr CrcTables makeTables() {
    CrcTables tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        tables[0][i] = crc;
    }
    for (std::size_t t = 1; t < tables.size(); ++t)
        for (std::size_t i = 0; i < 256; ++i)
            tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xFFU];
    return tables;
}

constexpr CrcTables kTables = makeTables();

std::uint32_t byteAt(std::string_view bytes, std::size_t place) {
    return static_cast<unsigned char>(bytes[place]);
}

std::uint32_t littleEndian(std::string_view bytes, std::size_t place) {
    return byteAt(bytes, place) | byteAt(bytes, place + 1) << 8 | byteAt(bytes, place + 2) << 16 |
           byteAt(bytes, place + 3) << 24;
}

/// Whether the header of a member may begin here. Packed data looks like it once in 10¹⁰ bytes.
bool isHeader(std::string_view bytes, std::size_t place) {
    const std::uint32_t extra = byteAt(bytes, place + 8);
    const std::uint32_t system = byteAt(bytes, place + 9);
    return bytes.substr(place, 3) == "\x1F\x8B\x08" && (byteAt(bytes, place + 3) & 0xE0U) == 0 &&
           (extra == 0 || extra == 2 || extra == 4) && (system <= 13 || system == 255);
}

} // namespace

void GzipCheck::addPacked(std::string_view bytes) {
    const std::uint64_t start = m_packed - m_tail.size(); // place in the file of the first byte in `joined`
    std::string joined = m_tail;
    joined += bytes;
    for (std::size_t at = joined.find('\x1F'); !m_severalMembers && at != std::string::npos;
         at = joined.find('\x1F', at + 1))
        m_severalMembers = at + kHeader <= joined.size() && start + at > 0 && isHeader(joined, at);
    m_packed += bytes.size();
    m_tail = joined.size() > kHeader ? joined.substr(joined.size() - kHeader) : joined;
}

void GzipCheck::addPlain(std::string_view bytes) {
    m_length += static_cast<std::uint32_t>(bytes.size());
    std::uint32_t crc = m_crc;
    while (bytes.size() >= 8) {
        const std::uint32_t low = littleEndian(bytes, 0) ^ crc;
        const std::uint32_t high = littleEndian(bytes, 4);
        crc = kTables[7][low & 0xFFU] ^ kTables[6][low >> 8 & 0xFFU] ^ kTables[5][low >> 16 & 0xFFU] ^
              kTables[4][low >> 24] ^ kTables[3][high & 0xFFU] ^ kTables[2][high >> 8 & 0xFFU] ^
              kTables[1][high >> 16 & 0xFFU] ^ kTables[0][high >> 24];
        bytes.remove_prefix(8);
    }
    for (const char c : bytes)
        crc = (crc >> 8) ^ kTables[0][(crc ^ static_cast<unsigned char>(c)) & 0xFFU];
    m_crc = crc;
}

bool GzipCheck::damaged() const {
    if (m_severalMembers || m_tail.size() < kTrailer)
        return false;
    const std::size_t trailer = m_tail.size() - kTrailer;
    return littleEndian(m_tail, trailer) != (m_crc ^ 0xFFFFFFFFU) || littleEndian(m_tail, trailer + 4) != m_length;
}

} // namespace core::data
