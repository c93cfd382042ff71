// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace widgets {

/// One running or ended job as the job bar and the Jobs dock see it. GUI thread only; progress arrives queued.
class Job : public QObject {
    Q_OBJECT
public:
    enum class State { Waiting, Running, Paused, Finished, Failed, Cancelled };

    QString title() const { return m_title; }
    State state() const { return m_state; }
    const core::Progress& progress() const { return m_progress; }
    QString errorSentence() const { return m_error; }
    bool canPause() const { return m_canPause; }
    bool isEnded() const {
        return m_state == State::Finished || m_state == State::Failed || m_state == State::Cancelled;
    }

    void cancel();
    void pause();
    void resume();
    void stopEarly(); ///< training: stop and keep the best

Q_SIGNALS:
    void changed();
    void ended(widgets::Job* job);

private:
    friend class JobRunner;
    QString m_title;
    State m_state = State::Waiting;
    core::Progress m_progress;
    QString m_error;
    bool m_canPause = false;
    std::shared_ptr<core::JobContext> m_context;
};

/// Runs core's plain functions off the GUI thread and hands their Result back on it. Two pools: training has one thread
/// of its own (jobs of that lane queue), everything else shares a small pool. GUI thread only.
class JobRunner : public QObject {
    Q_OBJECT
public:
    enum class Lane { General, Training };
    struct Options {
        QString title;
        Lane lane = Lane::General;
        bool canPause = false;
        QString supersedes; ///< not empty: a new job with the same key cancels the old one, whose result is dropped
        bool quiet = false; ///< not shown in the job bar (short queries)
    };

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override; ///< cancels everything and waits

    /// `work` runs on a pool thread; `done` on the GUI thread, unless `receiver` is gone or the job was superseded. A
    /// job cancelled before its turn answers Cancelled without running; an exception in `work` answers Internal. The
    /// job that is returned lives until it has ended and, unless quiet, as long as it is among jobs(): hold it in a
    /// QPointer.
    template <class T> Job* run(const Options& options, QObject* receiver,
                                std::function<core::Result<T>(core::JobContext&)> work,
                                std::function<void(core::Result<T>)> done) {
        auto slot = std::make_shared<std::unique_ptr<core::Result<T>>>();
        return start(
            options, receiver,
            [slot, work = std::move(work)](core::JobContext& job) -> core::Status {
                *slot = std::make_unique<core::Result<T>>(work(job));
                if ((*slot)->ok())
                    return {};
                return (*slot)->error();
            },
            [slot, done = std::move(done)](const core::Status& status) {
                if (*slot)
                    done(std::move(**slot));
                else if (!status.ok())
                    done(core::Result<T>(status.error()));
            });
    }

    /// Oldest first, without the quiet ones; of the ended ones the last 50 are kept.
    const std::vector<Job*>& jobs() const { return m_jobs; }
    /// Whether a job that is not quiet waits or runs.
    bool busy() const;
    void cancelAll(); ///< quiet ones too

Q_SIGNALS:
    /// Neither is emitted for quiet jobs.
    void jobStarted(widgets::Job* job);
    void jobEnded(widgets::Job* job);

private:
    Job* start(const Options& options, QObject* receiver, std::function<core::Status(core::JobContext&)> work,
               std::function<void(const core::Status&)> done);

    class Impl;
    std::unique_ptr<Impl> m_impl;
    std::vector<Job*> m_jobs;
};

} // namespace widgets
