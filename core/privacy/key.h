// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/privacy/secret.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::privacy {

/// How a key is made from a passphrase: Argon2id (RFC 9106), one lane. None of it is secret; it is kept in the project.
struct KeyDerivation {
    std::string salt;             ///< 16 bytes
    std::uint64_t passes = 0;     ///< Argon2's t
    std::uint64_t memory = 0;     ///< bytes, at most 1 GiB
    static KeyDerivation fresh(); ///< random salt, libsodium's MODERATE costs (3 passes, 256 MiB)
    Json json() const;
    static Result<KeyDerivation> fromJson(const Json& json);
};

/// The key of a project's pseudonyms. The same key gives the same pseudonym in every file and every project; without it
/// nobody can test whether a person is among them. Immutable; any thread.
class PseudonymKey {
public:
    static constexpr std::size_t kBytes = 32;

    /// Makes a random key in a new file that only its owner can read. FileExists, WriteFailed, DiskFull.
    static Result<PseudonymKey> createFile(const std::string& path);
    /// BadKeyFile: no key file, damaged, of a newer version, or readable by others.
    static Result<PseudonymKey> fromFile(const std::string& path);
    /// Takes about a second and the memory that `derivation` says; cancel of `job` is answered at once. Usage for an
    /// empty passphrase, OutOfMemory, Cancelled.
    static Result<PseudonymKey> fromPassphrase(const Secret& passphrase, const KeyDerivation& derivation,
                                               JobContext* job = nullptr);
    /// For tests and for keys kept elsewhere: exactly kBytes.
    static PseudonymKey fromBytes(std::string_view bytes);

    /// 16 hexadecimal digits that name the key and tell nothing of it.
    const std::string& id() const { return m_id; }
    /// The key of one domain ("user", "order"): BLAKE2b keyed with this key, of the domain's name.
    Secret domainKey(std::string_view domain) const;

private:
    explicit PseudonymKey(Secret bytes);
    Secret m_bytes;
    std::string m_id;
};

/// Makes the pseudonyms of one domain: first letter of the domain, "_", and 26 characters of base32 (RFC 4648, lower
/// case) for the 128 bits of BLAKE2b(domain key, value). Different domains give the same value different pseudonyms.
class Pseudonymiser {
public:
    static constexpr std::size_t kLength = 28;
    Pseudonymiser(const PseudonymKey& key, std::string_view domain);
    /// Writes kLength characters.
    void write(std::string_view value, char* out) const;
    std::string operator()(std::string_view value) const;
    /// Whether a text has the shape of a pseudonym.
    static bool looksLike(std::string_view text);

private:
    Secret m_key;
    char m_letter = 'x';
};

} // namespace core::privacy
