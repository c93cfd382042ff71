// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace core::data {

/// Compares what came out of a .gz file with the checksum and length in its trailer (RFC 1952), which libarchive skips:
/// one flipped bit would otherwise change the data without a word. Files of several members, where only the whole chain
/// of trailers could tell, get no verdict.
class GzipCheck {
public:
    /// The next bytes of the file.
    void addPacked(std::string_view bytes);
    /// The next bytes that were unpacked from it.
    void addPlain(std::string_view bytes);
    /// After the end of both.
    bool damaged() const;

private:
    std::string m_tail; ///< the last bytes of the file so far
    std::uint32_t m_crc = 0xFFFFFFFFU;
    std::uint32_t m_length = 0; ///< modulo 2³², as the trailer has it
    std::uint64_t m_packed = 0;
    bool m_severalMembers = false;
};

} // namespace core::data
