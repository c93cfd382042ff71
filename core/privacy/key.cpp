// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/key.h"

#include "core/privacy/derive.h"
#include "core/privacy/new_file.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cstring>

namespace core::privacy {
namespace {

constexpr std::string_view kMagic = "taillight-key 1";
constexpr std::size_t kIdBytes = 8;
constexpr std::size_t kCheckBytes = 8;
constexpr std::size_t kLongestFile = 1024;
constexpr std::uint64_t kMostMemory = 1ULL << 30U;
constexpr std::uint64_t kMostPasses = 16;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hashHex(std::string_view message, std::size_t size) {
    unsigned char digest[64];
    crypto_generichash(digest, size, bytesOf(message), message.size(), nullptr, 0);
    return toHex(digest, size);
}

/// Lines "name value" of a key file, the first of which is the magic.
std::string_view valueOf(std::string_view text, std::string_view name) {
    const std::string start = "\n" + std::string(name) + " ";
    const auto found = text.find(start);
    if (found == std::string_view::npos)
        return {};
    text.remove_prefix(found + start.size());
    return text.substr(0, text.find('\n'));
}

} // namespace

KeyDerivation KeyDerivation::fresh() {
    KeyDerivation derivation{std::string(crypto_pwhash_SALTBYTES, '\0'), crypto_pwhash_OPSLIMIT_MODERATE,
                             crypto_pwhash_MEMLIMIT_MODERATE};
    startSodium();
    randombytes_buf(derivation.salt.data(), derivation.salt.size());
    return derivation;
}

Json KeyDerivation::json() const {
    return Json{{"algorithm", "argon2id13"},
                {"salt", toHex(bytesOf(salt), salt.size())},
                {"passes", passes},
                {"memory", memory}};
}

Result<KeyDerivation> KeyDerivation::fromJson(const Json& json) {
    const Error bad(ErrorCode::BadKeyFile, "the costs of its key derivation cannot be read");
    const auto text = [&json](const char* name) {
        return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : "";
    };
    const auto number = [&json](const char* name) {
        return json.contains(name) && json[name].is_number_unsigned() ? json[name].get<std::uint64_t>() : 0;
    };
    KeyDerivation derivation;
    const std::string hex = text("salt");
    derivation.salt.resize(crypto_pwhash_SALTBYTES);
    std::size_t size = 0;
    if (text("algorithm") != "argon2id13" || hex.size() != 2 * derivation.salt.size() ||
        sodium_hex2bin(reinterpret_cast<unsigned char*>(derivation.salt.data()), derivation.salt.size(), hex.data(),
                       hex.size(), nullptr, &size, nullptr) != 0 ||
        size != derivation.salt.size())
        return bad;
    derivation.passes = number("passes");
    derivation.memory = number("memory");
    if (derivation.passes < 1 || derivation.passes > kMostPasses || derivation.memory < crypto_pwhash_MEMLIMIT_MIN ||
        derivation.memory > kMostMemory)
        return bad;
    return derivation;
}

PseudonymKey::PseudonymKey(Secret bytes) : m_bytes(std::move(bytes)) {
    assert(m_bytes.size() == kBytes);
    unsigned char id[crypto_generichash_BYTES_MIN];
    constexpr std::string_view kName = "taillight key id";
    crypto_generichash(id, sizeof id, bytesOf(kName), kName.size(), m_bytes.data(), m_bytes.size());
    m_id = toHex(id, kIdBytes);
}

PseudonymKey PseudonymKey::fromBytes(std::string_view bytes) {
    return PseudonymKey(Secret(bytes));
}

Result<PseudonymKey> PseudonymKey::createFile(const std::string& path) {
    Secret bytes(kBytes);
    randombytes_buf(bytes.data(), bytes.size());
    PseudonymKey key(std::move(bytes));
    const std::string front = std::string(kMagic) + "\nid " + key.m_id + "\nkey ";
    // The digits of the key stand in memory that is wiped, never in a string that may have been copied as it grew.
    Secret text(front.size() + 2 * kBytes + 1);
    std::copy(front.begin(), front.end(), text.data());
    writeHex(key.m_bytes.data(), kBytes, text.data() + front.size());
    text.data()[text.size() - 1] = '\n';
    const std::string check = "check " + hashHex(text.view(), 16).substr(0, 2 * kCheckBytes) + "\n";
    TL_TRY(NewFile file, NewFile::create(path));
    TL_CHECK_STATUS(file.write({text.data(), text.size()}));
    TL_CHECK_STATUS(file.write({bytesOf(check), check.size()}));
    TL_CHECK_STATUS(file.publish());
    return key;
}

Result<PseudonymKey> PseudonymKey::fromFile(const std::string& path) {
    TL_TRY(const Secret content, readPrivateFile(path, kLongestFile));
    const std::string_view text = content.view();
    if (!text.starts_with("taillight-key "))
        return Error(ErrorCode::BadKeyFile, "it is no key file; make one with taillight-cli key new").inFile(path);
    if (text.substr(0, text.find('\n')) != kMagic)
        return Error(ErrorCode::BadKeyFile, "it was made by a newer version of the program").inFile(path);
    const auto checked = text.find("\ncheck ");
    const std::string_view hex = valueOf(text, "key");
    Secret bytes(kBytes);
    std::size_t size = 0;
    const bool whole =
        checked != std::string_view::npos &&
        hashHex(text.substr(0, checked + 1), 16).substr(0, 2 * kCheckBytes) == valueOf(text, "check") &&
        sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &size, nullptr) == 0 &&
        size == kBytes;
    if (!whole)
        return Error(ErrorCode::BadKeyFile, "it is damaged (its check sum is wrong); use a copy of it").inFile(path);
    PseudonymKey key(std::move(bytes));
    if (key.m_id != valueOf(text, "id"))
        return Error(ErrorCode::BadKeyFile, "it is damaged (its id is that of another key)").inFile(path);
    return key;
}

Result<PseudonymKey> PseudonymKey::fromPassphrase(const Secret& passphrase, const KeyDerivation& derivation,
                                                  JobContext* job) {
    TL_TRY(Secret bytes, deriveKey(passphrase, derivation.salt, derivation.passes, derivation.memory, job));
    return PseudonymKey(std::move(bytes));
}

Secret PseudonymKey::domainKey(std::string_view domain) const {
    const std::string message = "taillight pseudonym 1:" + std::string(domain);
    Secret key(kBytes);
    crypto_generichash(key.data(), key.size(), bytesOf(message), message.size(), m_bytes.data(), m_bytes.size());
    return key;
}

Pseudonymiser::Pseudonymiser(const PseudonymKey& key, std::string_view domain) : m_key(key.domainKey(domain)) {
    for (const char c : domain)
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            m_letter = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            break;
        }
}

void Pseudonymiser::write(std::string_view value, char* out) const {
    static constexpr char kDigits[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char digest[16];
    crypto_generichash(digest, sizeof digest, bytesOf(value), value.size(), m_key.data(), m_key.size());
    *out++ = m_letter;
    *out++ = '_';
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const unsigned char byte : digest) {
        buffer = (buffer << 8U) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            *out++ = kDigits[(buffer >> bits) & 31U];
        }
    }
    *out = kDigits[(buffer << (5 - bits)) & 31U]; // 128 = 25 × 5 + 3
}

std::string Pseudonymiser::operator()(std::string_view value) const {
    std::string text(kLength, '\0');
    write(value, text.data());
    return text;
}

bool Pseudonymiser::looksLike(std::string_view text) {
    if (text.size() != kLength || text[1] != '_' || text[0] < 'a' || text[0] > 'z')
        return false;
    for (const char c : text.substr(2))
        if (!((c >= 'a' && c <= 'z') || (c >= '2' && c <= '7')))
            return false;
    return true;
}

} // namespace core::privacy
