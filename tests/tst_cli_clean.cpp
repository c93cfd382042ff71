// SPDX-License-Identifier: GPL-3.0-or-later
// taillight-cli clean and quality: the real program, its documents and exit codes.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Outcome cli(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(TAILLIGHT_CLI), arguments);
    Outcome outcome;
    if (!process.waitForFinished(120'000))
        return outcome;
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestCliClean : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_project;

    Outcome clean(const char* rest) const {
        return cli(QStringList{QStringLiteral("clean"), m_project} + words(rest) + words("--json"));
    }
    int events() const {
        const Outcome outcome = clean("list");
        return outcome.json()[QStringLiteral("accounts")].toArray()[0].toObject()[QStringLiteral("left")].toInt();
    }

private Q_SLOTS:
    void init() {
        m_project = m_dir.filePath(QStringLiteral("%1.taillight").arg(QLatin1String(QTest::currentTestFunction())));
        QFile log(m_dir.filePath(QStringLiteral("log.csv")));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("item,user,kind,time,quantity,price,order\n"
                  "a,u1,purchase,2024-01-01 10:00:00,2,10,o1\n"
                  "a,u1,purchase,2024-01-01 10:00:00,2,10,o1\n"
                  "a,u1,purchase,2024-01-03 10:00:00,-2,10,C3\n"
                  "b,u2,purchase,2024-01-04 10:00:00,1,0,o4\n"
                  "b,u2,teleport,2024-01-04 10:00:00,1,3,o4\n");
        log.close();
        // The rows of one test function share a project: the first has imported the log already.
        QFile::remove(m_project);
        const Outcome imported = cli(
            {QStringLiteral("import"), m_project, QStringLiteral("--log"), log.fileName(), QStringLiteral("--json")});
        QVERIFY2(imported.code == 0, imported.err);
    }

    void stepsAreAppliedListedAndUndone() {
        const Outcome preview = clean("preview cancellations --set pairing=exact");
        QVERIFY2(preview.code == 0, preview.err);
        QCOMPARE(preview.json()[QStringLiteral("events_dropped")].toInt(), 2);
        QCOMPARE(preview.json()[QStringLiteral("examples")].toArray().size(), 2);
        QVERIFY(preview.json()[QStringLiteral("blocked_by")].isNull());
        QCOMPARE(events(), 4);

        const Outcome applied = clean("apply duplicate_events");
        QVERIFY2(applied.code == 0, applied.err);
        for (const char* key : {"id", "kind", "config", "created", "events_dropped", "items_dropped", "rows_dropped",
                                "values_changed", "numbers", "seconds"})
            QVERIFY2(applied.json().contains(QLatin1String(key)), key);
        QCOMPARE(applied.json()[QStringLiteral("events_dropped")].toInt(), 1);
        QCOMPARE(clean("apply cancellations --set pairing=exact").json()[QStringLiteral("events_dropped")].toInt(), 2);
        QCOMPARE(clean(R"(apply invalid_values --config {"zero_price":true})").json()[QStringLiteral("id")].toInt(), 3);

        const QJsonObject list = clean("list").json();
        QCOMPARE(list[QStringLiteral("steps")].toArray().size(), 3);
        const QJsonObject account = list[QStringLiteral("accounts")].toArray()[0].toObject();
        QCOMPARE(account[QStringLiteral("read")].toInt(), 5);
        QCOMPARE(account[QStringLiteral("rejected")].toInt(), 1);
        QCOMPARE(account[QStringLiteral("left")].toInt(), 0);
        QVERIFY(account[QStringLiteral("adds_up")].toBool());

        QCOMPARE(clean("undo").json()[QStringLiteral("rows_back")].toInt(), 1);
        QCOMPARE(clean("undo --to 0").json()[QStringLiteral("steps")].toInt(), 2);
        QCOMPARE(events(), 4);
        QCOMPARE(clean("undo").code, 1);
    }

    void aRecipeIsSavedAndReplayed() {
        QCOMPARE(clean("apply duplicate_events").code, 0);
        QCOMPARE(clean("apply cancellations").code, 0);
        const QString recipe = m_dir.filePath(QStringLiteral("recipe.json"));
        QCOMPARE(
            cli({QStringLiteral("clean"), m_project, QStringLiteral("recipe"), QStringLiteral("--out"), recipe}).code,
            0);
        QCOMPARE(clean("undo --to 0").code, 0);
        const Outcome replayed =
            cli({QStringLiteral("clean"), m_project, QStringLiteral("replay"), recipe, QStringLiteral("--json")});
        QVERIFY2(replayed.code == 0, replayed.err);
        QCOMPARE(replayed.json()[QStringLiteral("steps")].toArray().size(), 2);
        QCOMPARE(events(), 2);
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char* arguments, int code, const char* part) {
            QTest::newRow(arguments) << QByteArray(arguments) << code << QByteArray(part);
        };
        row("apply", 2, "clean PROJECT apply KIND");
        row("apply scrub", 2, "duplicate_events");
        row("apply scale --set colour=1", 2, "column");
        row("apply scale --set low=much", 2, "a number");
        row("apply scale --set low", 2, "NAME=VALUE");
        row("apply outliers --set k=-1", 2, "0 to 1000");
        row("apply scale --config [1]", 2, "JSON object");
        row("scrub", 2, "list");
        row("replay /no/such/file", 1, "no such file");
        row("undo --to 7", 2, "0");
        row("preview missing_values --set column=item.nothing", 2, "item.price");
    }
    void mistakesAreNamed() {
        QFETCH(QByteArray, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, part);
        const Outcome outcome = cli(QStringList{QStringLiteral("clean"), m_project} + words(arguments.constData()));
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(part), outcome.err);
    }

    void kindsAreShown() {
        const Outcome outcome = clean("kinds");
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.json()[QStringLiteral("kinds")].toArray().size(), 10);
        const Outcome text = cli({QStringLiteral("clean"), m_project, QStringLiteral("kinds")});
        QVERIFY(text.out.contains("duplicate_events"));
    }

    void qualityHasTheStableNames() {
        const Outcome outcome = cli({QStringLiteral("quality"), m_project, QStringLiteral("--json")});
        QVERIFY2(outcome.code == 0, outcome.err);
        const QJsonObject json = outcome.json();
        for (const char* key : {"subject", "columns", "findings", "imbalance", "seconds"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        bool seen = false;
        for (const QJsonValue value : json[QStringLiteral("columns")].toArray()) {
            const QJsonObject column = value.toObject();
            for (const char* key :
                 {"table", "name", "type", "rows", "missing", "null", "empty", "distinct", "top", "gini"})
                QVERIFY2(column.contains(QLatin1String(key)), key);
            if (column[QStringLiteral("table")] == QLatin1String("event") &&
                column[QStringLiteral("name")] == QLatin1String("price")) {
                seen = true;
                QCOMPARE(column[QStringLiteral("max")].toDouble(), 10.0);
                QVERIFY(column.contains(QStringLiteral("histogram")));
            }
        }
        QVERIFY(seen);
        const Outcome file = cli({QStringLiteral("quality"), QStringLiteral("--file"),
                                  m_dir.filePath(QStringLiteral("log.csv")), QStringLiteral("--json")});
        QVERIFY2(file.code == 0, file.err);
        QCOMPARE(file.json()[QStringLiteral("columns")].toArray().size(), 7);
        QCOMPARE(cli({QStringLiteral("quality")}).code, 2);
        QVERIFY(cli({QStringLiteral("quality"), m_project}).out.contains("event.price"));
    }
};

QTEST_GUILESS_MAIN(TestCliClean)
#include "tst_cli_clean.moc"
