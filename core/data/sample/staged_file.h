// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace core::data::sample {

/// A large file in the making: written in big blocks under a temporary name beside its own. It vanishes with the object
/// unless it was published.
class StagedFile {
public:
    explicit StagedFile(std::string path);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    Status create();
    /// Rows are put together here; flushIfFull() after each of them.
    std::string& buffer() { return m_buffer; }
    Status flushIfFull() { return m_buffer.size() < kFull ? Status() : flush(); }
    /// Everything is on the disk, still under the temporary name.
    Status finish();
    /// Gives the file its name.
    Status publish();
    const std::string& path() const { return m_path; }

private:
    static constexpr std::size_t kFull = std::size_t{1} << 20;
    Status flush();

    std::string m_path;
    std::string m_temporary;
    std::string m_buffer;
    int m_file = -1;
};

/// Appends the shortest decimal number that reads back as `value`.
void putNumber(std::string& row, double value);
/// Appends an amount of money: two decimals.
void putCents(std::string& row, std::int64_t cents);

} // namespace core::data::sample
