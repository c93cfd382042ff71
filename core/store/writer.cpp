// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include <sqlite3.h>

#include <cassert>
#include <exception>
#include <new>
#include <optional>

namespace core::store {

namespace {
constexpr int kManyFrames = 1000; ///< pages in the WAL from which on it is folded into the file
}

struct Writer::Task {
    const Work& work;
    bool alone;
    std::optional<Status> status; ///< set when done, under the writer's mutex
};

Writer::Writer(std::unique_ptr<Database> database) : m_database(std::move(database)) {
    // In the place of SQLite's own hook, which folds the WAL within the commit.
    sqlite3_wal_hook(
        m_database->handle(),
        [](void* frames, sqlite3*, const char*, int count) -> int {
            *static_cast<int*>(frames) = count;
            return SQLITE_OK;
        },
        &m_walFrames);
    m_thread = std::thread([this] { loop(); });
}

Writer::~Writer() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_posted.notify_all();
    m_thread.join();
}

Status Writer::run(const Work& work) {
    return post(work, false);
}

Status Writer::runAlone(const Work& work) {
    return post(work, true);
}

Status Writer::post(const Work& work, bool alone) {
    assert(std::this_thread::get_id() != m_thread.get_id()); // would wait for itself
    Task task{work, alone, {}};
    std::unique_lock lock(m_mutex);
    m_queue.push_back(&task);
    m_posted.notify_one();
    m_finished.wait(lock, [&task] { return task.status.has_value(); });
    return std::move(*task.status);
}

void Writer::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_posted.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty())
            break;
        Task* const task = m_queue.front();
        m_queue.pop_front();
        lock.unlock();
        Status status = task->alone ? performAlone(task->work) : perform(task->work);
        lock.lock();
        task->status = std::move(status);
        m_finished.notify_all();
        if (!m_queue.empty() || m_stopping)
            continue;
        lock.unlock();
        foldWal();
        lock.lock();
    }
    lock.unlock();
    // Without it the -wal file would stay as large as the largest import. A reader elsewhere may prevent it: no harm.
    static_cast<void>(m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    m_database.reset();
}

/// What SQLite would do within the commit: nobody needs to wait for it, as what is in the WAL is committed. Readers may
/// keep some of it from being done: then it is done after a later commit.
void Writer::foldWal() {
    if (m_walFrames < kManyFrames)
        return;
    m_walFrames = 0;
    sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

Status Writer::perform(const Work& work) {
    TL_TRY(const auto transaction, Transaction::begin(*m_database));
    const Status status = guarded(work, *m_database);
    // The probe may look at things that live no longer than the work.
    m_database->setCancelProbe({});
    TL_CHECK_STATUS(status);
    TL_CHECK_STATUS(transaction->commit());
    m_commits.fetch_add(1, std::memory_order_release);
    return {};
}

Status Writer::performAlone(const Work& work) {
    const Status status = guarded(work, *m_database);
    m_database->setCancelProbe({});
    if (m_database->inTransaction())
        TL_CHECK_STATUS(m_database->execute("ROLLBACK"));
    TL_CHECK_STATUS(status);
    m_commits.fetch_add(1, std::memory_order_release);
    return {};
}

Status guarded(const Writer::Work& work, Database& database) {
    try {
        return work(database);
    } catch (const std::bad_alloc&) {
        return Error(ErrorCode::OutOfMemory, "the project's data did not fit");
    } catch (const std::exception& exception) {
        return Error(ErrorCode::Internal, exception.what());
    }
}

} // namespace core::store
