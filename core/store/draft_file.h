// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace core::store {

/// A file that appears under its name when it is complete, for its owner only. Goes away when it was not finished.
class DraftFile {
public:
    explicit DraftFile(std::string path) : m_path(std::move(path)), m_draft(m_path + ".XXXXXX") {}
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    /// IsDirectory, WriteFailed.
    Status open();
    std::string& buffer() { return m_buffer; }
    /// DiskFull, WriteFailed.
    Status flushIfLarge();
    /// Flushes to the disk and takes the name; what had it before is replaced.
    Status finish();

private:
    Status flush();
    Error failed() const;

    std::string m_path, m_draft, m_buffer;
    int m_fd = -1;
};

} // namespace core::store
