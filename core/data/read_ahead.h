// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/byte_source.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace core::data {

/// Reads (and unpacks) a source on a thread of its own, some pieces ahead of whoever cuts them into records, and checks
/// that they are UTF-8 without NUL. The first piece is read at once and without a thread: most files that are opened to
/// be looked at have no second one.
class ReadAhead {
public:
    /// Bytes in front of a piece that its taker may write to: the end of what came before, mostly part of a record.
    static constexpr std::size_t kRoom = std::size_t{1} << 14;
    /// Bytes behind it that may be read.
    static constexpr std::size_t kBehind = 64;

    struct Piece {
        std::vector<char> buffer; ///< kRoom bytes, the bytes of the file, kBehind bytes
        std::size_t size = 0;     ///< of the file's bytes
        std::size_t open = 0;     ///< of them at the end: a character that is not there in full
        bool clean = false;       ///< UTF-8 without NUL, but for those, with the open one of the piece before it
        bool last = false;        ///< the file holds nothing behind it
        std::int64_t consumed = 0;
        const char* bytes() const { return buffer.data() + kRoom; }
        char* bytes() { return buffer.data() + kRoom; }
    };

    /// `piece`: bytes in one.
    ReadAhead(std::unique_ptr<ByteSource> source, std::size_t piece);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next piece, after the last one an empty one; errors of ByteSource::read. `used`: a buffer that is not needed
    /// any more.
    Result<Piece> next(std::vector<char> used = {});

    std::string compression() const { return m_compression; }
    std::int64_t fileSize() const { return m_fileSize; }

private:
    static constexpr std::size_t kAhead = 3;

    Result<Piece> read(std::vector<char> buffer);
    void check(Piece& piece);
    void run();

    std::unique_ptr<ByteSource> m_source; ///< used by the thread once it runs
    const std::size_t m_size;
    const std::string m_compression;
    const std::int64_t m_fileSize;
    std::string m_open; ///< the character that is not there in full yet; as m_source
    bool m_ended = false, m_started = false, m_first = true;

    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece> m_pieces;
    std::vector<std::vector<char>> m_unused;
    Status m_failure;
    std::int64_t m_consumed = 0;
    bool m_stop = false, m_done = false;
};

} // namespace core::data
