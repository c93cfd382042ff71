// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_runner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using core::ErrorCode;
using core::JobContext;
using core::Result;
using widgets::Job;
using widgets::JobRunner;

namespace {

JobRunner::Options named(const char* title) {
    JobRunner::Options options;
    options.title = QString::fromUtf8(title);
    return options;
}

/// Works until it is told to end.
Result<int> endless(JobContext& job) {
    while (job.proceed() && !job.stopRequested())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (job.cancelled())
        return core::Error(ErrorCode::Cancelled);
    return 7;
}

} // namespace

class TestJobs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultArrivesOnTheGuiThread() {
        JobRunner runner;
        QSignalSpy started(&runner, &JobRunner::jobStarted), ended(&runner, &JobRunner::jobEnded);
        int value = 0;
        QThread* thread = nullptr;
        QThread* worker = nullptr;
        Job* const job = runner.run<int>(
            named("count"), this,
            [&worker](JobContext&) -> Result<int> {
                worker = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                thread = QThread::currentThread();
                value = result.ok() ? *result : -1;
            });
        QCOMPARE(value, 0); // never from within run()
        QVERIFY(runner.busy());
        QTRY_COMPARE(value, 42);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(worker != QThread::currentThread());
        QCOMPARE(job->state(), Job::State::Finished);
        QCOMPARE(started.count(), 1);
        QCOMPARE(ended.count(), 1);
        QVERIFY(!runner.busy());
        QCOMPARE(runner.jobs().size(), std::size_t(1));
    }

    void errorsAreKept() {
        JobRunner runner;
        ErrorCode code = ErrorCode::Internal;
        Job* const job = runner.run<void>(
            named("fail"), this,
            [](JobContext&) -> core::Status { return core::Error(ErrorCode::FileNotFound).inFile("gone.csv"); },
            [&code](core::Status status) { code = status.error().code; });
        QTRY_COMPARE(job->state(), Job::State::Failed);
        QCOMPARE(code, ErrorCode::FileNotFound);
        QVERIFY(job->errorSentence().contains(QStringLiteral("gone.csv")));
    }

    void progressIsDelivered() {
        JobRunner runner;
        std::atomic<bool> go{false};
        Job* const job = runner.run<void>(
            named("progress"), this,
            [&go](JobContext& context) -> core::Status {
                context.begin("Reading rows", 200, "rows");
                std::this_thread::sleep_for(std::chrono::milliseconds(60));
                context.report(150);
                while (!go && context.proceed())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return context.check();
            },
            [](core::Status) {});
        QTRY_COMPARE(job->progress().done, 150);
        QCOMPARE(job->progress().stage, std::string("Reading rows"));
        QCOMPARE(job->progress().fraction(), 0.75);
        QCOMPARE(job->state(), Job::State::Running);
        go = true;
        QTRY_COMPARE(job->state(), Job::State::Finished);
    }

    void cancelEndsTheJobAndTellsSo() {
        JobRunner runner;
        bool cancelled = false;
        Job* const job = runner.run<int>(named("endless"), this, endless, [&cancelled](Result<int> result) {
            cancelled = !result.ok() && result.error().code == ErrorCode::Cancelled;
        });
        QTRY_COMPARE(job->state(), Job::State::Running);
        job->cancel();
        QTRY_COMPARE(job->state(), Job::State::Cancelled);
        QVERIFY(cancelled);
    }

    void pauseHoldsTheWork() {
        JobRunner runner;
        std::atomic<int> rounds{0};
        JobRunner::Options options = named("pausing");
        options.canPause = true;
        Job* const job = runner.run<void>(
            options, this,
            [&rounds](JobContext& context) -> core::Status {
                while (context.proceed()) {
                    ++rounds;
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                return context.check();
            },
            [](core::Status) {});
        QTRY_COMPARE(job->state(), Job::State::Running);
        job->pause();
        QCOMPARE(job->state(), Job::State::Paused);
        QTest::qWait(20);
        const int held = rounds;
        QTest::qWait(40);
        QCOMPARE(rounds.load(), held);
        job->resume();
        QTRY_VERIFY(rounds > held);
        job->pause();
        job->cancel(); // wakes what is paused
        QTRY_COMPARE(job->state(), Job::State::Cancelled);
    }

    void stopEarlyKeepsTheResult() {
        JobRunner runner;
        int value = 0;
        Job* const job =
            runner.run<int>(named("stopping"), this, endless, [&value](Result<int> r) { value = r.ok() ? *r : -1; });
        QTRY_COMPARE(job->state(), Job::State::Running);
        job->stopEarly();
        QTRY_COMPARE(job->state(), Job::State::Finished);
        QCOMPARE(value, 7);
    }

    void aNewerJobSupersedesTheOlder() {
        JobRunner runner;
        JobRunner::Options options = named("query");
        options.supersedes = QStringLiteral("key");
        int first = 0, second = 0;
        // The older one ignores its cancellation for a while and ends well: its result must still be dropped.
        const QPointer<Job> older = runner.run<int>(
            options, this,
            [](JobContext&) -> Result<int> {
                std::this_thread::sleep_for(std::chrono::milliseconds(30));
                return 1;
            },
            [&first](Result<int>) { ++first; });
        runner.run<int>(
            options, this, [](JobContext&) -> Result<int> { return 2; }, [&second](Result<int>) { ++second; });
        QTRY_COMPARE(second, 1);
        QTRY_COMPARE(older->state(), Job::State::Cancelled);
        QTest::qWait(10);
        QCOMPARE(first, 0);
    }

    void aGoneReceiverHearsNothing() {
        JobRunner runner;
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        std::atomic<bool> go{false};
        Job* const job = runner.run<int>(
            named("orphan"), receiver.get(),
            [&go](JobContext&) -> Result<int> {
                while (!go)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return 1;
            },
            [&called](Result<int>) { called = true; });
        receiver.reset();
        go = true;
        QTRY_COMPARE(job->state(), Job::State::Finished);
        QVERIFY(!called);
    }

    void exceptionsBecomeErrors() {
        JobRunner runner;
        core::Error error;
        Job* const job = runner.run<int>(
            named("throwing"), this, [](JobContext&) -> Result<int> { throw std::runtime_error("broken invariant"); },
            [&error](Result<int> result) { error = result.error(); });
        QTRY_COMPARE(job->state(), Job::State::Failed);
        QCOMPARE(error.code, ErrorCode::Internal);
        QCOMPARE(error.detail, std::string("broken invariant"));
        Job* const odd = runner.run<void>(
            named("odd"), this, [](JobContext&) -> core::Status { throw 3; },
            [&error](core::Status s) { error = s.error(); });
        QTRY_COMPARE(odd->state(), Job::State::Failed);
        QCOMPARE(error.code, ErrorCode::Internal);
    }

    void trainingJobsQueue() {
        JobRunner runner;
        JobRunner::Options options = named("training");
        options.lane = JobRunner::Lane::Training;
        std::atomic<int> running{0}, most{0};
        const auto work = [&](JobContext&) -> Result<int> {
            most = std::max(most.load(), ++running);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            --running;
            return 0;
        };
        int done = 0;
        std::vector<int> order;
        for (int i = 0; i < 4; ++i)
            runner.run<int>(options, this, work, [&, i](Result<int>) {
                order.push_back(i);
                ++done;
            });
        QTRY_COMPARE(done, 4);
        QCOMPARE(most.load(), 1);
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 3}));
    }

    void aWaitingJobThatIsCancelledNeverRuns() {
        JobRunner runner;
        JobRunner::Options options = named("training");
        options.lane = JobRunner::Lane::Training;
        Job* const blocker = runner.run<int>(options, this, endless, [](Result<int>) {});
        bool ran = false, told = false;
        Job* const waiting = runner.run<int>(
            options, this,
            [&ran](JobContext&) -> Result<int> {
                ran = true;
                return 0;
            },
            [&told](Result<int> result) { told = result.error().code == ErrorCode::Cancelled; });
        QTRY_COMPARE(blocker->state(), Job::State::Running);
        QCOMPARE(waiting->state(), Job::State::Waiting);
        waiting->cancel();
        blocker->cancel();
        QTRY_COMPARE(waiting->state(), Job::State::Cancelled);
        QVERIFY(told);
        QVERIFY(!ran);
    }

    void quietJobsAreNotShown() {
        JobRunner runner;
        QSignalSpy started(&runner, &JobRunner::jobStarted), ended(&runner, &JobRunner::jobEnded);
        JobRunner::Options options = named("query");
        options.quiet = true;
        bool done = false;
        const QPointer<Job> job = runner.run<int>(
            options, this, [](JobContext&) -> Result<int> { return 1; }, [&done](Result<int>) { done = true; });
        QVERIFY(!runner.busy());
        QTRY_VERIFY(done);
        QTRY_VERIFY(job.isNull());
        QCOMPARE(started.count() + ended.count(), 0);
        QVERIFY(runner.jobs().empty());
    }

    void theDestructorCancelsAndWaits() {
        std::atomic<bool> ended{false};
        bool called = false;
        {
            JobRunner runner;
            Job* const job = runner.run<int>(
                named("endless"), this,
                [&ended](JobContext& context) {
                    Result<int> result = endless(context);
                    ended = true;
                    return result;
                },
                [&called](Result<int>) { called = true; });
            QTRY_COMPARE(job->state(), Job::State::Running);
        }
        QVERIFY(ended);
        QTest::qWait(10);
        QVERIFY(!called);
    }

    void oldEndedJobsAreForgotten() {
        JobRunner runner;
        int done = 0;
        for (int i = 0; i < 70; ++i)
            runner.run<int>(
                named("short"), this, [](JobContext&) -> Result<int> { return 1; }, [&done](Result<int>) { ++done; });
        QTRY_COMPARE(done, 70);
        QCOMPARE(runner.jobs().size(), std::size_t(50));
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
