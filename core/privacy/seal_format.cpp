// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/seal_format.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace core::privacy::sealing {
namespace {

static_assert(kSaltBytes == crypto_pwhash_SALTBYTES);
static_assert(kStreamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(kChunkOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

constexpr std::string_view kMagic = "TLSEAL\r\n";
constexpr std::size_t kCheckAt = 72;
constexpr std::size_t kCheckBytes = 16;
constexpr std::size_t kSumAt = 88;
constexpr std::size_t kSumBytes = 8;

template <class T> void put(unsigned char* at, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
        at[i] = static_cast<unsigned char>(value >> (8 * i));
}

template <class T> T get(const unsigned char* at) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value |= static_cast<T>(static_cast<T>(at[i]) << (8 * i));
    return value;
}

void keyCheck(unsigned char* out, const HeaderBytes& bytes, const Secret& checkKey) {
    crypto_generichash(out, kCheckBytes, bytes.data(), kCheckAt, checkKey.data(), checkKey.size());
}

void sum(unsigned char* out, const HeaderBytes& bytes) {
    unsigned char digest[16];
    crypto_generichash(digest, sizeof digest, bytes.data(), kSumAt, nullptr, 0);
    std::memcpy(out, digest, kSumBytes);
}

Secret subKey(const Secret& master, std::string_view name) {
    Secret key(32);
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                       master.data(), master.size());
    return key;
}

} // namespace

Keys splitKey(const Secret& master) {
    return {subKey(master, "taillight seal stream"), subKey(master, "taillight seal check")};
}

HeaderBytes writeHeader(const Header& header, const Secret& checkKey) {
    HeaderBytes bytes{};
    std::copy(kMagic.begin(), kMagic.end(), bytes.begin());
    bytes[8] = 1;
    bytes[9] = static_cast<unsigned char>(header.info.kind);
    bytes[10] = 1;
    put(&bytes[12], static_cast<std::uint32_t>(header.info.costs.passes));
    put(&bytes[16], static_cast<std::uint32_t>(header.info.costs.memory >> 10U));
    put(&bytes[20], header.chunk);
    put(&bytes[24], header.info.size);
    std::copy(header.salt.begin(), header.salt.end(), &bytes[32]);
    std::copy(header.stream.begin(), header.stream.end(), &bytes[48]);
    keyCheck(&bytes[kCheckAt], bytes, checkKey);
    sum(&bytes[kSumAt], bytes);
    return bytes;
}

Result<Header> readHeader(const HeaderBytes& bytes, std::size_t size, const std::string& path) {
    const auto damaged = [&path](const char* what) { return Error(ErrorCode::SealDamaged, what).inFile(path); };
    if (size < kMagic.size() || !std::equal(kMagic.begin(), kMagic.end(), bytes.begin()))
        return Error(ErrorCode::NotSealed).inFile(path);
    if (size < kHeaderBytes)
        return damaged("it ends within its header");
    unsigned char expected[kSumBytes];
    sum(expected, bytes);
    if (std::memcmp(expected, &bytes[kSumAt], kSumBytes) != 0)
        return damaged("its header was changed");
    if (bytes[8] != 1)
        return Error(ErrorCode::UnsupportedFormat, "a sealed project of a newer version").inFile(path);
    Header header;
    header.info.kind = static_cast<SealedKind>(bytes[9]);
    header.info.costs.passes = get<std::uint32_t>(&bytes[12]);
    header.info.costs.memory = std::uint64_t{get<std::uint32_t>(&bytes[16])} << 10U;
    header.chunk = get<std::uint32_t>(&bytes[20]);
    header.info.size = get<std::uint64_t>(&bytes[24]);
    std::copy_n(&bytes[32], kSaltBytes, header.salt.begin());
    std::copy_n(&bytes[48], kStreamHeaderBytes, header.stream.begin());
    const bool possible = (bytes[9] == 1 || bytes[9] == 2) && bytes[10] == 1 && bytes[11] == 0 && header.chunk >= 16 &&
                          header.chunk <= kLargestChunk && header.info.size < (1ULL << 60U) &&
                          header.info.costs.passes >= crypto_pwhash_OPSLIMIT_MIN &&
                          header.info.costs.memory >= crypto_pwhash_MEMLIMIT_MIN;
    if (!possible)
        return damaged("its header holds values that cannot be");
    return header;
}

bool checksKey(const HeaderBytes& bytes, const Secret& checkKey) {
    unsigned char expected[kCheckBytes];
    keyCheck(expected, bytes, checkKey);
    return sodium_memcmp(expected, &bytes[kCheckAt], kCheckBytes) == 0;
}

} // namespace core::privacy::sealing
