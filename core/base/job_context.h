// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace core {

/// A snapshot of how far a piece of long work has come.
struct Progress {
    std::string stage;       ///< English, translation context "Job": "Reading rows", "Training" …
    std::int64_t done = 0;   ///< in `unit`s
    std::int64_t total = 0;  ///< 0 = not known
    std::string unit;        ///< "rows", "bytes", "batches" …
    double perSecond = 0;    ///< rate of `done` since the stage began
    double secondsLeft = -1; ///< negative = not known
    double fraction() const { return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1.0; }
};

/// What long work sees of whoever started it: progress goes out, cancel and pause come in.
/// Work runs on one thread and calls report()/proceed(); any thread may call cancel(), pause(), resume(), stop().
/// Work asks proceed() at least every 0.1 s.
class JobContext {
public:
    using Listener = std::function<void(const Progress&)>;

    JobContext() = default;
    explicit JobContext(Listener listener) : m_listener(std::move(listener)) {}
    JobContext(const JobContext&) = delete;
    JobContext& operator=(const JobContext&) = delete;

    /// From outside: give the work up; it returns ErrorCode::Cancelled and leaves things as they were.
    void cancel();
    /// From outside: end early and keep what is best so far (training); work without such a notion ignores it.
    void stop();
    void pause();
    void resume();
    bool paused() const { return m_paused.load(std::memory_order_relaxed); }
    bool cancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    bool stopRequested() const { return m_stop.load(std::memory_order_relaxed); }

    /// From the work: waits while paused; false once cancelled.
    bool proceed();
    /// The same as a Status, for TL_CHECK_STATUS.
    Status check();

    /// From the work: begins a stage; rate and time left are counted from here. total 0 = not known.
    void begin(std::string stage, std::int64_t total, std::string unit);
    /// From the work, as often as it likes: the listener hears at most 20 times a second, and of every begin().
    void report(std::int64_t done);
    void report(std::int64_t done, std::int64_t total);

private:
    void emitProgress(std::int64_t done, bool force);

    Listener m_listener;
    std::atomic<bool> m_cancelled{false};
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_paused{false};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Progress m_progress;
    std::chrono::steady_clock::time_point m_stageStart = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_lastReport{};
    std::chrono::steady_clock::duration m_pausedFor{};
};

} // namespace core
