// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_runner.h"

#include "widgets/text.h"

#include <QRunnable>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <exception>
#include <new>

namespace widgets {
namespace {

constexpr std::size_t kKeptEnded = 50;

/// Core reports failures as results; what still arrives as an exception is our mistake, or a lack of memory.
core::Status runGuarded(const std::function<core::Status(core::JobContext&)>& work, core::JobContext& context) {
    if (context.cancelled())
        return core::Error(core::ErrorCode::Cancelled);
    try {
        return work(context);
    } catch (const std::bad_alloc&) {
        return core::Error(core::ErrorCode::OutOfMemory, "the work needed more than there is");
    } catch (const std::exception& exception) {
        return core::Error(core::ErrorCode::Internal, exception.what());
    } catch (...) {
        return core::Error(core::ErrorCode::Internal, "an unknown exception");
    }
}

} // namespace

void Job::cancel() {
    m_context->cancel();
}

void Job::pause() {
    if (!m_canPause || m_state != State::Running)
        return;
    m_context->pause();
    m_state = State::Paused;
    Q_EMIT changed();
}

void Job::resume() {
    if (m_state != State::Paused)
        return;
    m_context->resume();
    m_state = State::Running;
    Q_EMIT changed();
}

void Job::stopEarly() {
    if (isEnded())
        return;
    m_context->stop();
    if (m_state == State::Paused)
        m_state = State::Running;
    Q_EMIT changed();
}

class JobRunner::Impl {
public:
    /// What the GUI thread keeps of a job until it ends. `done` never leaves the GUI thread: it may hold widgets.
    struct Active {
        Job* job;
        QPointer<QObject> receiver;
        bool hasReceiver;
        std::function<void(const core::Status&)> done;
        QString key;
        bool quiet;
        bool superseded = false;
    };

    explicit Impl(JobRunner& runner) : m_runner(runner) {
        m_general.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 2, 4));
        m_training.setMaxThreadCount(1);
        m_training.setExpiryTimeout(-1); // LibTorch keeps state per thread; a fresh one would pay for it again
    }

    void supersede(const QString& key) {
        if (key.isEmpty())
            return;
        for (Active& active : m_active) {
            if (active.key != key)
                continue;
            active.superseded = true;
            active.job->cancel();
        }
    }

    void started(const QPointer<Job>& job) {
        if (job.isNull() || job->m_state != Job::State::Waiting)
            return;
        job->m_state = Job::State::Running;
        Q_EMIT job->changed();
    }

    void progressed(const QPointer<Job>& job, const core::Progress& progress) {
        if (job.isNull() || job->isEnded())
            return;
        job->m_progress = progress;
        Q_EMIT job->changed();
    }

    void finished(const QPointer<Job>& pointer, const core::Status& status) {
        const auto place =
            std::find_if(m_active.begin(), m_active.end(), [&](const Active& active) { return active.job == pointer; });
        if (pointer.isNull() || place == m_active.end())
            return;
        Active active = std::move(*place);
        m_active.erase(place);
        Job& job = *active.job;
        if (active.superseded || (!status.ok() && status.error().code == core::ErrorCode::Cancelled))
            job.m_state = Job::State::Cancelled;
        else
            job.m_state = status.ok() ? Job::State::Finished : Job::State::Failed;
        if (!status.ok())
            job.m_error = errorText(status.error());
        Q_EMIT job.changed();
        Q_EMIT job.ended(&job);
        const QPointer<JobRunner> runner = &m_runner; // a slot or `done` may close the window
        if (!active.quiet)
            Q_EMIT m_runner.jobEnded(&job);
        if (!active.superseded && (!active.hasReceiver || !active.receiver.isNull()))
            active.done(status);
        if (runner.isNull())
            return;
        if (active.quiet)
            job.deleteLater();
        else
            forgetOldest();
    }

    void forgetOldest() {
        auto& jobs = m_runner.m_jobs;
        auto ended = std::count_if(jobs.begin(), jobs.end(), [](const Job* job) { return job->isEnded(); });
        for (auto place = jobs.begin(); place != jobs.end() && ended > static_cast<std::ptrdiff_t>(kKeptEnded);) {
            if ((*place)->isEnded()) {
                (*place)->deleteLater();
                place = jobs.erase(place);
                --ended;
            } else {
                ++place;
            }
        }
    }

    JobRunner& m_runner;
    QThreadPool m_general, m_training;
    std::vector<Active> m_active;
};

JobRunner::JobRunner(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

JobRunner::~JobRunner() {
    cancelAll();
    m_impl->m_general.waitForDone();
    m_impl->m_training.waitForDone();
    m_impl->m_active.clear();
}

bool JobRunner::busy() const {
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const Job* job) { return !job->isEnded(); });
}

void JobRunner::cancelAll() {
    for (const Impl::Active& active : m_impl->m_active)
        active.job->cancel();
}

Job* JobRunner::start(const Options& options, QObject* receiver, std::function<core::Status(core::JobContext&)> work,
                      std::function<void(const core::Status&)> done) {
    Q_ASSERT(QThread::currentThread() == thread());
    m_impl->supersede(options.supersedes);
    auto* const job = new Job;
    job->setParent(this);
    job->m_title = options.title;
    job->m_canPause = options.canPause;
    const QPointer<Job> pointer = job;
    // The runner outlives its threads (the destructor waits), so they may post to it; the job is looked at on the GUI
    // thread only.
    job->m_context = std::make_shared<core::JobContext>([this, pointer](const core::Progress& progress) {
        QMetaObject::invokeMethod(
            this, [this, pointer, progress] { m_impl->progressed(pointer, progress); }, Qt::QueuedConnection);
    });
    m_impl->m_active.push_back(
        {job, receiver, receiver != nullptr, std::move(done), options.supersedes, options.quiet});
    if (!options.quiet)
        m_jobs.push_back(job);
    QThreadPool& pool = options.lane == Lane::Training ? m_impl->m_training : m_impl->m_general;
    pool.start([this, pointer, context = job->m_context, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this, [this, pointer] { m_impl->started(pointer); }, Qt::QueuedConnection);
        core::Status status = runGuarded(work, *context);
        QMetaObject::invokeMethod(
            this, [this, pointer, status = std::move(status)] { m_impl->finished(pointer, status); },
            Qt::QueuedConnection);
    });
    if (!options.quiet)
        Q_EMIT jobStarted(job);
    return job;
}

} // namespace widgets
