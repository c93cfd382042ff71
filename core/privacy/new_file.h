// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/privacy/secret.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace core::privacy {

/// A descriptor that is closed at the end of its scope.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int fd) : m_fd(fd) {}
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();
    int get() const { return m_fd; }
    bool valid() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// Opens a regular file for reading: FileNotFound, IsDirectory, FileUnreadable.
Result<OpenFile> openToRead(const std::string& path);
/// Fills `bytes` as far as the file reaches; how many were read. Never fewer than asked for but at the end.
Result<std::size_t> readFully(int fd, std::span<unsigned char> bytes, const std::string& path);
Status writeFully(int fd, std::span<const unsigned char> bytes, const std::string& path);
/// DiskFull, WriteFailed.
Error writeError(const std::string& path, int systemCode);

/// A small file with something secret in it; BadKeyFile when group or others may read it or it is longer than `limit`.
Result<Secret> readPrivateFile(const std::string& path, std::size_t limit);

/// A new file (0600) that has no name until it is complete: a killed process leaves nothing of it behind. Where the
/// file system knows no nameless files it has a temporary name, under which it is overwritten and removed if given up.
class NewFile {
public:
    /// FileExists when there is something under this name already; IsDirectory, DiskFull, WriteFailed.
    static Result<NewFile> create(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    int fd() const { return m_file.get(); }
    Status write(std::span<const unsigned char> bytes) { return writeFully(fd(), bytes, m_path); }
    /// To the disk, with what was written so far.
    Status flush();
    /// Flushes and gives the file its name. FileExists when somebody else took it meanwhile.
    Status publish();

private:
    NewFile(OpenFile file, std::string path, std::string temporary)
        : m_file(std::move(file)), m_path(std::move(path)), m_temporary(std::move(temporary)) {}
    OpenFile m_file;
    std::string m_path;
    std::string m_temporary; ///< empty = nameless
    bool m_open = true;
};

} // namespace core::privacy
