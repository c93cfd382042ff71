// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace core::store {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

} // namespace

DraftFile::~DraftFile() {
    if (m_fd < 0)
        return;
    ::close(m_fd);
    ::unlink(m_draft.c_str());
}

Status DraftFile::open() {
    std::error_code ignored;
    if (std::filesystem::is_directory(m_path, ignored))
        return Error(ErrorCode::IsDirectory).inFile(m_path);
    m_fd = ::mkostemp(m_draft.data(), O_CLOEXEC); // 0600
    if (m_fd < 0)
        return failed();
    return {};
}

Status DraftFile::flushIfLarge() {
    return m_buffer.size() < kBufferBytes ? Status() : flush();
}

Status DraftFile::finish() {
    TL_CHECK_STATUS(flush());
    if (::fsync(m_fd) != 0 || ::rename(m_draft.c_str(), m_path.c_str()) != 0)
        return failed();
    ::close(m_fd);
    m_fd = -1;
    return {};
}

Status DraftFile::flush() {
    for (std::string_view rest = m_buffer; !rest.empty();) {
        const ssize_t written = ::write(m_fd, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failed();
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Error DraftFile::failed() const {
    if (errno == ENOSPC || errno == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(m_path);
    return Error(ErrorCode::WriteFailed, std::strerror(errno)).inFile(m_path);
}

} // namespace core::store
