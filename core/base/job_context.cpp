// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job_context.h"

namespace core {
namespace {
constexpr std::chrono::milliseconds kReportInterval{50};
}

void JobContext::cancel() {
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
    }
    m_wake.notify_all();
}

void JobContext::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_paused = false;
    }
    m_wake.notify_all();
}

void JobContext::pause() {
    m_paused = true;
}

void JobContext::resume() {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_wake.notify_all();
}

bool JobContext::proceed() {
    if (m_paused && !m_cancelled) {
        const auto since = std::chrono::steady_clock::now();
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_paused || m_cancelled; });
        m_pausedFor += std::chrono::steady_clock::now() - since;
    }
    return !m_cancelled;
}

Status JobContext::check() {
    if (proceed())
        return {};
    return Error(ErrorCode::Cancelled);
}

void JobContext::begin(std::string stage, std::int64_t total, std::string unit) {
    m_progress = Progress{};
    m_progress.stage = std::move(stage);
    m_progress.total = total;
    m_progress.unit = std::move(unit);
    m_stageStart = std::chrono::steady_clock::now();
    m_pausedFor = {};
    emitProgress(0, true);
}

void JobContext::report(std::int64_t done) {
    emitProgress(done, false);
}

void JobContext::report(std::int64_t done, std::int64_t total) {
    m_progress.total = total;
    emitProgress(done, false);
}

void JobContext::emitProgress(std::int64_t done, bool force) {
    const auto now = std::chrono::steady_clock::now();
    if (!m_listener || (!force && now - m_lastReport < kReportInterval))
        return;
    m_lastReport = now;
    m_progress.done = done;
    // Time spent paused is no work: it must not slow the rate down.
    const double seconds = std::chrono::duration<double>(now - m_stageStart - m_pausedFor).count();
    m_progress.perSecond = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    m_progress.secondsLeft = m_progress.total > 0 && m_progress.perSecond > 0
                                 ? static_cast<double>(m_progress.total - done) / m_progress.perSecond
                                 : -1;
    m_listener(m_progress);
}

} // namespace core
