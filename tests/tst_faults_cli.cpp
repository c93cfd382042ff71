// SPDX-License-Identifier: GPL-3.0-or-later
// A real taillight-cli on a drive that fails, a share without locks, a project that another process has.
#include "core/store/project.h"
#include "tests/support/fault_fixture.h"

using namespace core;
using namespace core::store;
using namespace storetest;
using namespace faults;
using Access = Project::Access;

class TestFaultsCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!QFile::exists(QStringLiteral(TAILLIGHT_FAULT_SHIM)))
            QSKIP("the fault shim cannot be loaded before a sanitizer");
    }

    void aShareWithoutLocksIsRefused() {
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const auto before = *readFile(path);
        const QString project = QString::fromStdString(path);
        const QString log = QString::fromStdString(folder.write("log.csv", madeLog(10)));
        const auto tries = std::initializer_list<QStringList>{
            {QStringLiteral("import"), project, QStringLiteral("--log"), log}, {QStringLiteral("check"), project}};
        for (const QStringList& arguments : tries) {
            const Ended ended = cliWith("TAILLIGHT_FAULT_LOCKS", QStringLiteral("1"), arguments);
            QCOMPARE(ended.exitCode, 1);
            QVERIFY2(ended.err.contains(QStringLiteral("offers no file locks")), qPrintable(ended.err));
        }
        QVERIFY(*readFile(path) == before);
    }

    void anUnpluggedDrive_data() {
        QTest::addColumn<int>("operations");
        for (const int operations : {0, 1, 3, 10, 30, 60, 100, 200, 400, 800})
            QTest::addRow("after %d", operations) << operations;
    }
    void anUnpluggedDrive() {
        QFETCH(int, operations);
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const std::string before = kinds::contentOf(*openProject(path, Access::ReadOnly));
        const QString log = QString::fromStdString(folder.write("large.csv", madeLog(150'000)));
        const Ended ended =
            cliWith("TAILLIGHT_FAULT_UNPLUG", QString::number(operations),
                    {QStringLiteral("import"), QString::fromStdString(path), QStringLiteral("--log"), log});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("shop.taillight")), qPrintable(ended.err));
        // Plugged in again.
        const auto project = openProject(path, Access::ReadWrite);
        QVERIFY(project);
        QCOMPARE(damageOf(*project), std::string());
        QCOMPARE(kinds::contentOf(*project), before);
    }

    void aDiskThatFillsUp_data() {
        QTest::addColumn<int>("space");
        for (const int space : {0, 5'000, 50'000, 300'000, 900'000})
            QTest::addRow("after %d bytes", space) << space;
    }
    void aDiskThatFillsUp() {
        QFETCH(int, space);
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const std::string before = kinds::contentOf(*openProject(path, Access::ReadOnly));
        const QString log = QString::fromStdString(folder.write("large.csv", madeLog(150'000)));
        const Ended ended =
            cliWith("TAILLIGHT_FAULT_SPACE", QString::number(space),
                    {QStringLiteral("import"), QString::fromStdString(path), QStringLiteral("--log"), log});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("the disk is full")), qPrintable(ended.err));
        const auto project = openProject(path, Access::ReadWrite);
        QVERIFY(project);
        QCOMPARE(damageOf(*project), std::string());
        QCOMPARE(kinds::contentOf(*project), before);
    }

    void whoHasItIsNamed() {
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        const auto project = openProject(path);
        QVERIFY(project);
        const Ended ended = cli({QStringLiteral("compact"), QString::fromStdString(path)});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(
            ended.err.contains(QStringLiteral("It is held by process %1 on ").arg(QCoreApplication::applicationPid())),
            qPrintable(ended.err));
        // Reading is allowed.
        QCOMPARE(cli({QStringLiteral("check"), QString::fromStdString(path)}).exitCode, 0);
    }
};

QTEST_APPLESS_MAIN(TestFaultsCli)
#include "tst_faults_cli.moc"
