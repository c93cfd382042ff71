// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/read_ahead.h"

#include "core/data/utf8.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace core::data {

namespace {

/// Bytes that the first one of a character says it has.
std::size_t lengthSaid(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// A small file does not need a large piece. UTF-8 is at most three times as long as what it was decoded from.
std::size_t pieceFor(const ByteSource& source, std::size_t wanted) {
    const std::int64_t size = source.fileSize();
    if (source.compression() != "none" || size <= 0)
        return wanted;
    constexpr std::size_t kStep = 1024;
    return std::min(wanted, (3 * static_cast<std::size_t>(size) / kStep + 1) * kStep);
}

} // namespace

ReadAhead::ReadAhead(std::unique_ptr<ByteSource> source, std::size_t piece)
    : m_source(std::move(source)),
      m_size(pieceFor(*m_source, piece)),
      m_compression(m_source->compression()),
      m_fileSize(m_source->fileSize()) {}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ReadAhead::check(Piece& piece) {
    std::string_view bytes(piece.bytes(), piece.size);
    bool clean = std::memchr(bytes.data(), 0, bytes.size()) == nullptr;
    if (!m_open.empty()) {
        const std::size_t missing = std::min(lengthSaid(m_open.front()) - m_open.size(), bytes.size());
        m_open += bytes.substr(0, missing);
        bytes.remove_prefix(missing);
        const bool whole = m_open.size() == lengthSaid(m_open.front());
        clean = clean && (whole ? isUtf8(m_open) : !piece.last);
        if (whole)
            m_open.clear();
    }
    if (m_open.empty()) {
        const std::size_t whole = piece.last ? bytes.size() : wholeCharacters(bytes);
        clean = clean && isUtf8(bytes.substr(0, whole));
        m_open = bytes.substr(whole);
    }
    piece.open = m_open.size();
    piece.clean = clean;
}

Result<ReadAhead::Piece> ReadAhead::read(std::vector<char> buffer) {
    Piece piece;
    piece.buffer = std::move(buffer);
    piece.buffer.resize(kRoom + m_size + kBehind);
    if (!m_ended) {
        TL_TRY(piece.size, m_source->read({piece.bytes(), m_size}));
    }
    piece.last = m_ended = piece.size < m_size;
    piece.consumed = m_source->consumed();
    check(piece);
    return piece;
}

Result<ReadAhead::Piece> ReadAhead::next(std::vector<char> used) {
    if (!m_started && (m_first || m_ended)) {
        m_first = false;
        return read(std::move(used));
    }
    if (!m_started) {
        m_started = true;
        m_thread = std::thread([this] { run(); });
    }
    std::unique_lock lock(m_mutex);
    m_unused.push_back(std::move(used));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_done || !m_pieces.empty(); });
    Piece piece;
    if (!m_pieces.empty()) {
        piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        m_consumed = piece.consumed;
        m_changed.notify_all();
        return piece;
    }
    TL_CHECK_STATUS(m_failure);
    piece.buffer.resize(kRoom + kBehind);
    piece.clean = piece.last = true;
    piece.consumed = m_consumed;
    return piece;
}

void ReadAhead::run() {
    for (;;) {
        std::vector<char> buffer;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stop || m_pieces.size() < kAhead; });
            if (m_stop)
                return;
            if (!m_unused.empty()) {
                buffer = std::move(m_unused.back());
                m_unused.pop_back();
            }
        }
        Result<Piece> piece = [&]() -> Result<Piece> {
            try {
                return read(std::move(buffer));
            } catch (const std::bad_alloc&) {
                return Error(ErrorCode::OutOfMemory, "a piece of the file did not fit");
            }
        }();
        const std::lock_guard lock(m_mutex);
        m_done = !piece.ok() || piece->last;
        if (piece.ok())
            m_pieces.push_back(std::move(piece).value());
        else
            m_failure = std::move(piece).error();
        m_changed.notify_all();
        if (m_done)
            return;
    }
}

} // namespace core::data
