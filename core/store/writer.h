// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace core::store {

/// The writing connection of a project and the one thread that uses it. Work is done in the order in which it is
/// posted, each piece in one transaction.
class Writer {
public:
    using Work = std::function<Status(Database&)>;

    explicit Writer(std::unique_ptr<Database> database);
    /// Finishes what was posted, folds the WAL into the file and closes the connection.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Any thread but the writer's own: posts `work` and waits for its commit or rollback.
    Status run(const Work& work);
    /// The same outside any transaction: for what SQLite cannot do inside one. `work` begins its own where it needs
    /// one; one that it leaves open is rolled back.
    Status runAlone(const Work& work);
    std::uint64_t commits() const { return m_commits.load(std::memory_order_acquire); }

private:
    struct Task;
    Status post(const Work& work, bool alone);
    void loop();
    Status perform(const Work& work);
    Status performAlone(const Work& work);
    void foldWal();

    std::unique_ptr<Database> m_database;
    int m_walFrames = 0; ///< after the last commit
    std::atomic<std::uint64_t> m_commits{0};
    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::condition_variable m_finished;
    std::deque<Task*> m_queue;
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses all of the above
};

/// Runs `work` so that no exception of a library leaves it: no memory is OutOfMemory, anything else Internal.
Status guarded(const Writer::Work& work, Database& database);

} // namespace core::store
