// SPDX-License-Identifier: GPL-3.0-or-later
// taillight-cli split: kinds, folds, checks, exit codes, JSON names.
#include "tests/support/cli_run.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

class TestCliSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_project = m_dir.filePath(QStringLiteral("shop.taillight"));
        QVERIFY(run("sample " + m_dir.path().toUtf8() + " --items 400 --users 60 --events 3000 --classes 5").code == 0);
        QVERIFY(run("import {p} --catalogue " + m_dir.filePath(QStringLiteral("catalogue.csv")).toUtf8()).code == 0);
        QVERIFY(run("import {p} --log " + m_dir.filePath(QStringLiteral("events.csv")).toUtf8()).code == 0);
    }

    void kinds_data() {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("group");
        const auto row = [](const char* options, const char* unit, const char* kind, const char* group = "") {
            QTest::newRow(*options == '\0' ? "plain" : options)
                << QByteArray(options) << QString::fromLatin1(unit) << QString::fromLatin1(kind)
                << QString::fromLatin1(group);
        };
        row("", "item", "stratified");
        row("--stratify none", "item", "random");
        row("--group title", "item", "grouped", "title");
        row("--group brand --no-cross-duplicates", "item", "grouped", "brand");
        row("--unit event", "event", "random");
        row("--unit event --stratify kind", "event", "stratified");
        row("--group user", "event", "grouped", "user");
        row("--unit event --by-time", "event", "time");
        row("--unit event --by-time 2024-06-01,2024-07-01 --dry-run", "event", "time");
        row("--leave-last 1 --events click,purchase", "event", "last");
        row("--events purchase", "event", "random");
    }
    void kinds() {
        QFETCH(QByteArray, options);
        QFETCH(QString, unit);
        QFETCH(QString, kind);
        QFETCH(QString, group);
        const CliOutcome made = run("split {p} --json " + options);
        if (options.contains("--dry-run")) { // whatever the sample's dates are: nothing is stored
            QVERIFY2(made.code == 0 || made.err.contains("leave nothing for"), made.err);
            return;
        }
        QVERIFY2(made.code == 0, made.err);
        const QJsonObject json = made.json();
        for (const char* key : {"id", "name", "created", "unit", "family", "fold", "folds", "config", "rows", "classes",
                                "per_class", "groups", "left_out", "runs", "frozen", "cross_duplicates", "source"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        QCOMPARE(json[QStringLiteral("unit")].toString(), unit);
        const QJsonObject config = json[QStringLiteral("config")].toObject();
        QCOMPARE(config[QStringLiteral("kind")].toString(), kind);
        QCOMPARE(config[QStringLiteral("group")].toString(), group);
        const QJsonObject rows = json[QStringLiteral("rows")].toObject();
        QVERIFY(rows[QStringLiteral("train")].toInt() > rows[QStringLiteral("test")].toInt());
        const CliOutcome check =
            run("split {p} --json --check " + QByteArray::number(json[QStringLiteral("id")].toInt()));
        QVERIFY2(check.code == 0, check.err);
        for (const char* key : {"sound", "missing", "groups", "duplicates", "time", "classes", "findings"})
            QVERIFY2(check.json().contains(QLatin1String(key)), key);
        if (!group.isEmpty())
            QCOMPARE(check.json()[QStringLiteral("groups")].toObject()[QStringLiteral("crossing")].toInt(), 0);
        if (options.contains("no-cross") || group == QLatin1String("title"))
            QCOMPARE(check.json()[QStringLiteral("duplicates")].toObject()[QStringLiteral("sets")].toInt(), 0);
    }

    void foldsListAndRemove() {
        const CliOutcome made = run("split {p} --folds 4 --name cv --json");
        QVERIFY2(made.code == 0, made.err);
        QCOMPARE(made.json()[QStringLiteral("family")].toString(), QStringLiteral("cv"));
        QCOMPARE(made.json()[QStringLiteral("folds")].toArray().size(), 4);
        const auto count = [this] {
            return run("split {p} --list --json").json()[QStringLiteral("splits")].toArray().size();
        };
        const auto before = count();
        const CliOutcome text = run("split {p} --check cv/2");
        QVERIFY(text.out.contains("No title occurs in two parts") || text.out.contains("Items with one title"));
        const CliOutcome removed = run("split {p} --remove cv/3 --json");
        QVERIFY2(removed.code == 0, removed.err);
        QCOMPARE(removed.json()[QStringLiteral("removed")].toArray().size(), 4);
        QCOMPARE(count(), before - 4);
        const CliOutcome planned = run("split {p} --folds 3 --group user --dry-run --json");
        QVERIFY2(planned.code == 0, planned.err);
        QCOMPARE(planned.json()[QStringLiteral("splits")].toArray().size(), 3);
        QCOMPARE(count(), before - 4);
    }

    void exportsEvents() {
        QVERIFY(run("split {p} --group user --name users").code == 0);
        const QString file = m_dir.filePath(QStringLiteral("users.csv"));
        const CliOutcome done = run("export split {p} --split users --out " + file.toUtf8());
        QVERIFY2(done.code == 0, done.err);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readLine().startsWith("event,user,item,kind,time,query,label,part"));
    }

    void wrongUse_data() {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("ratio") << QByteArray("--ratio 8:1") << 2 << QByteArray("8:1:1");
        QTest::newRow("kind") << QByteArray("--kind best") << 2 << QByteArray("best");
        QTest::newRow("group") << QByteArray("--kind grouped --unit item --group user") << 2
                               << QByteArray("title, category");
        QTest::newRow("date") << QByteArray("--unit event --by-time yesterday") << 2 << QByteArray("yesterday");
        QTest::newRow("folds") << QByteArray("--folds 2") << 2 << QByteArray("3 to 100");
        QTest::newRow("split") << QByteArray("--check nothing") << 1 << QByteArray("nothing");
        QTest::newRow("both") << QByteArray("--list --remove x") << 2 << QByteArray("");
        QTest::newRow("too few") << QByteArray("--leave-last 900 --events review") << 1 << QByteArray("");
    }
    void wrongUse() {
        QFETCH(QByteArray, options);
        QFETCH(int, code);
        QFETCH(QByteArray, part);
        const CliOutcome outcome = run("split {p} " + options);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(part), outcome.err);
    }

private:
    CliOutcome run(const QByteArray& line) const { return runCli(words(line.constData(), m_project)); }
    QTemporaryDir m_dir;
    QString m_project;
};

QTEST_APPLESS_MAIN(TestCliSplit)
#include "tst_cli_split.moc"
