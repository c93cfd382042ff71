// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace core::privacy {

/// Bytes that nobody else should see: kept out of swap where the system allows it, wiped when they are given up.
/// Moved, never copied.
class Secret {
public:
    Secret() = default;
    /// `size` zero bytes.
    explicit Secret(std::size_t size);
    explicit Secret(std::string_view bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    unsigned char* data() { return m_bytes; }
    const unsigned char* data() const { return m_bytes; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::string_view view() const;

private:
    void release();
    unsigned char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Before its first use the library of this folder picks its fastest code and opens its source of random numbers: more
/// than once does no harm, from any thread. Every Secret does it.
void startSodium();

/// Overwrites a text and empties it.
void wipe(std::string& text);

/// The first line of a file, without its line end, as a passphrase. Errors of readFile; BadKeyFile when that line is
/// empty or longer than 1024 bytes, or when others may read the file (its mode must grant nothing to group and others).
Result<Secret> readPassphraseFile(const std::string& path);

/// Lower-case hexadecimal digits. For secrets: the second, into memory of the caller's (2 · size bytes).
std::string toHex(const unsigned char* bytes, std::size_t size);
void writeHex(const unsigned char* bytes, std::size_t size, unsigned char* out);

} // namespace core::privacy
