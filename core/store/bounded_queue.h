// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace core::store::importing {

/// Passes pieces of work from one thread to another, at most `capacity` of them waiting.
template <class T> class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    /// Waits while the queue is full. False once the other side has given up.
    bool push(T piece) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_pieces.size() < m_capacity; });
        if (m_closed)
            return false;
        m_pieces.push_back(std::move(piece));
        m_changed.notify_all();
        return true;
    }
    /// Waits for a piece, for at most `patience`: nothing then, and at the end.
    std::optional<T> pop(std::chrono::milliseconds patience) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [this] { return m_closed || !m_pieces.empty(); });
        if (m_pieces.empty())
            return std::nullopt;
        std::optional<T> piece(std::move(m_pieces.front()));
        m_pieces.pop_front();
        m_changed.notify_all();
        return piece;
    }
    /// Nothing more comes in (what waits can still be taken), or is wanted.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    bool finished() const {
        const std::lock_guard lock(m_mutex);
        return m_closed && m_pieces.empty();
    }

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_pieces;
    bool m_closed = false;
};

} // namespace core::store::importing
