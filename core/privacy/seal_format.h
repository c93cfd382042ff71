// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/privacy/seal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// A sealed file, numbers little-endian:
///
///      0   8  magic "TLSEAL\r\n" (a transfer as text would change it)
///      8   1  version 1
///      9   1  what is inside (SealedKind)
///     10   1  key derivation: 1 = Argon2id 1.3, one lane
///     11   1  zero
///     12   4  passes of Argon2id
///     16   4  its memory in KiB
///     20   4  bytes of plain text per chunk
///     24   8  bytes of plain text in all
///     32  16  salt
///     48  24  header of the secretstream (XChaCha20-Poly1305)
///     72  16  key check: BLAKE2b-128 of bytes 0…71 keyed with the check key
///     88   8  sum: the first half of BLAKE2b-128 of bytes 0…87, against accidents
///     96      the chunks: each its plain text and 17 bytes; the last one carries the tag FINAL
///
/// Argon2id gives 32 bytes, BLAKE2b keyed with them of "taillight seal stream" and "taillight seal check" the two keys.
/// The header is the associated data of the first chunk, and each chunk depends on those before it: a chunk that was
/// changed, moved, repeated or left out fails, and so does a header that was. A wrong sum is damage; a right sum and a
/// wrong key check is a wrong passphrase (or somebody who changed the header on purpose: that cannot be told apart).
namespace core::privacy::sealing {

inline constexpr std::size_t kHeaderBytes = 96;
inline constexpr std::size_t kSaltBytes = 16;
inline constexpr std::size_t kStreamHeaderBytes = 24;
inline constexpr std::size_t kChunkOverhead = 17;
inline constexpr std::uint32_t kChunkBytes = 64U << 10U;
inline constexpr std::uint32_t kLargestChunk = 1U << 20U;

using HeaderBytes = std::array<unsigned char, kHeaderBytes>;

struct Header {
    SealInfo info;
    std::uint32_t chunk = kChunkBytes;
    std::array<unsigned char, kSaltBytes> salt{};
    std::array<unsigned char, kStreamHeaderBytes> stream{};
    std::uint64_t chunks() const { return info.size == 0 ? 1 : (info.size + chunk - 1) / chunk; }
    /// Of the whole sealed file.
    std::uint64_t sealedSize() const { return kHeaderBytes + info.size + chunks() * kChunkOverhead; }
};

struct Keys {
    Secret stream, check;
};
/// The two keys from Argon2id's 32 bytes.
Keys splitKey(const Secret& master);

/// With key check and sum.
HeaderBytes writeHeader(const Header& header, const Secret& checkKey);
/// NotSealed, SealDamaged (wrong sum, impossible values). The key check is not looked at.
Result<Header> readHeader(const HeaderBytes& bytes, std::size_t size, const std::string& path);
bool checksKey(const HeaderBytes& bytes, const Secret& checkKey);

} // namespace core::privacy::sealing
