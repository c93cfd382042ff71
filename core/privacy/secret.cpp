// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/secret.h"

#include "core/base/file.h"
#include "core/privacy/new_file.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace core::privacy {
namespace {

constexpr std::size_t kLongestPassphrase = 1024;

} // namespace

void startSodium() {
    static const int started = sodium_init();
    if (started < 0)
        throw std::bad_alloc(); // no source of random numbers: nothing here may go on
}

Secret::Secret(std::size_t size) : m_size(size) {
    startSodium();
    if (size == 0)
        return;
    m_bytes = static_cast<unsigned char*>(sodium_malloc(size)); // locked against swapping, between guard pages
    if (m_bytes == nullptr)
        throw std::bad_alloc();
    std::memset(m_bytes, 0, size);
}

Secret::Secret(std::string_view bytes) : Secret(bytes.size()) {
    if (!bytes.empty())
        std::memcpy(m_bytes, bytes.data(), bytes.size());
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        release();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret() {
    release();
}

void Secret::release() {
    sodium_free(m_bytes); // wipes; a null pointer is fine
    m_bytes = nullptr;
    m_size = 0;
}

std::string_view Secret::view() const {
    return {reinterpret_cast<const char*>(m_bytes), m_size};
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

Result<Secret> readPassphraseFile(const std::string& path) {
    TL_TRY(Secret content, readPrivateFile(path, kLongestPassphrase + 2));
    std::string_view line = content.view();
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.empty())
        return Error(ErrorCode::BadKeyFile, "its first line, the passphrase, is empty").inFile(path);
    if (line.size() > kLongestPassphrase)
        return Error(ErrorCode::BadKeyFile, "a passphrase has at most 1024 bytes").inFile(path);
    return Secret(line);
}

void writeHex(const unsigned char* bytes, std::size_t size, unsigned char* out) {
    static constexpr unsigned char kDigits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < size; ++i) {
        *out++ = kDigits[bytes[i] >> 4U];
        *out++ = kDigits[bytes[i] & 15U];
    }
}

std::string toHex(const unsigned char* bytes, std::size_t size) {
    std::string text(2 * size, '\0');
    writeHex(bytes, size, reinterpret_cast<unsigned char*>(text.data()));
    return text;
}

} // namespace core::privacy
