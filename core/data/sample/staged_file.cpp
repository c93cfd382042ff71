// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample/staged_file.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace core::data::sample {
namespace {

Error writeError(const std::string& path, int code) {
    if (code == ENOSPC || code == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(path);
    return Error(ErrorCode::WriteFailed, std::strerror(code)).inFile(path);
}

} // namespace

StagedFile::StagedFile(std::string path)
    : m_path(std::move(path)), m_temporary(m_path + ".partial-" + std::to_string(::getpid())) {
    m_buffer.reserve(kFull + (kFull >> 4));
}

StagedFile::~StagedFile() {
    if (m_file >= 0)
        ::close(m_file);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Status StagedFile::create() {
    m_file = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (m_file < 0)
        return writeError(m_path, errno);
    return {};
}

Status StagedFile::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_file, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeError(m_path, errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Status StagedFile::finish() {
    TL_CHECK_STATUS(flush());
    if (::fsync(m_file) != 0)
        return writeError(m_path, errno);
    const int file = m_file;
    m_file = -1;
    if (::close(file) != 0)
        return writeError(m_path, errno);
    return {};
}

Status StagedFile::publish() {
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return writeError(m_path, errno);
    m_temporary.clear();
    return {};
}

void putNumber(std::string& row, double value) {
    std::array<char, 32> text;
    const auto [end, code] = std::to_chars(text.data(), text.data() + text.size(), value);
    row.append(text.data(), static_cast<std::size_t>(end - text.data()));
}

void putCents(std::string& row, std::int64_t cents) {
    std::array<char, 24> text;
    const auto [end, code] = std::to_chars(text.data(), text.data() + text.size(), cents / 100);
    row.append(text.data(), static_cast<std::size_t>(end - text.data()));
    row += '.';
    row += static_cast<char>('0' + cents / 10 % 10);
    row += static_cast<char>('0' + cents % 10);
}

} // namespace core::data::sample
