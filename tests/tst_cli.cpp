// SPDX-License-Identifier: GPL-3.0-or-later
// The headless contract: commands, exit codes, JSON names, sentences. Runs the real program.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Outcome cli(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(TAILLIGHT_CLI), arguments);
    Outcome outcome;
    if (!process.waitForFinished(240'000))
        return outcome;
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

bool hasKeys(const QJsonObject& object, const QStringList& keys) {
    for (const QString& key : keys)
        if (!object.contains(key)) {
            qWarning() << "missing" << key << "in" << object.keys();
            return false;
        }
    return true;
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_project;
    bool m_engine = QFile::exists(QString::fromLocal8Bit(qgetenv("TAILLIGHT_ENGINE")));

    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString importOf(const QByteArray& csv, const char* name = "bad.csv") {
        writeFile(path(name), csv);
        return path(name);
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = path("shop.taillight");
        const Outcome sample =
            cli({QStringLiteral("sample"), m_dir.path(), QStringLiteral("--items"), QStringLiteral("600"),
                 QStringLiteral("--users"), QStringLiteral("200"), QStringLiteral("--events"), QStringLiteral("5000"),
                 QStringLiteral("--classes"), QStringLiteral("5"), QStringLiteral("--json")});
        QCOMPARE(sample.code, 0);
        QCOMPARE(sample.json()[QStringLiteral("events")].toInt(), 5000);
        const Outcome catalogue = cli({QStringLiteral("import"), m_project, QStringLiteral("--catalogue"),
                                       path("catalogue.csv"), QStringLiteral("--json")});
        QVERIFY2(catalogue.code == 0, catalogue.err);
        QCOMPARE(catalogue.json()[QStringLiteral("imported")].toInt(), 600);
        const Outcome log = cli({QStringLiteral("import"), m_project, QStringLiteral("--log"), path("events.csv"),
                                 QStringLiteral("--json")});
        QVERIFY2(log.code == 0, log.err);
        QCOMPARE(log.json()[QStringLiteral("read")].toInt(), 5000);
    }

    void describeHasTheStableNames() {
        const Outcome outcome = cli({QStringLiteral("describe"), m_project, QStringLiteral("--entity"),
                                     QStringLiteral("item"), QStringLiteral("--json")});
        QVERIFY2(outcome.code == 0, outcome.err);
        const QJsonObject json = outcome.json();
        QVERIFY(hasKeys(json, {QStringLiteral("entity"), QStringLiteral("measure"), QStringLiteral("entities"),
                               QStringLiteral("total"), QStringLiteral("indices"), QStringLiteral("buckets")}));
        QVERIFY(hasKeys(json[QStringLiteral("indices")].toObject(),
                        {QStringLiteral("imbalance_ratio"), QStringLiteral("gini"), QStringLiteral("entropy"),
                         QStringLiteral("normalised_entropy"), QStringLiteral("effective_number"),
                         QStringLiteral("kl_to_uniform"), QStringLiteral("top_1pct_share"),
                         QStringLiteral("top_20pct_share")}));
        const QJsonObject buckets = json[QStringLiteral("buckets")].toObject();
        QVERIFY(hasKeys(buckets, {QStringLiteral("rule"), QStringLiteral("head"), QStringLiteral("mid"),
                                  QStringLiteral("tail"), QStringLiteral("cold")}));
        double share = 0;
        int entities = 0;
        for (const char* bucket : {"head", "mid", "tail", "cold"}) {
            share += buckets[QLatin1String(bucket)].toObject()[QStringLiteral("share")].toDouble();
            entities += buckets[QLatin1String(bucket)].toObject()[QStringLiteral("entities")].toInt();
        }
        QVERIFY(std::abs(share - 1) < 1e-9);
        QCOMPARE(entities, json[QStringLiteral("entities")].toInt());
    }

    void describeHasSections() {
        const auto run = [this](QStringList more) {
            return cli(QStringList{QStringLiteral("describe"), m_project, QStringLiteral("--json")} + more);
        };
        const Outcome all = run({QStringLiteral("--section"), QStringLiteral("all"), QStringLiteral("--power-law-test"),
                                 QStringLiteral("20")});
        QVERIFY2(all.code == 0, all.err);
        const QJsonObject json = all.json();
        QVERIFY(hasKeys(json, {QStringLiteral("power_law"), QStringLiteral("exposure"), QStringLiteral("time"),
                               QStringLiteral("causes"), QStringLiteral("advice")}));
        QVERIFY(hasKeys(json[QStringLiteral("power_law")].toObject(),
                        {QStringLiteral("x_min"), QStringLiteral("alpha"), QStringLiteral("alpha_error"),
                         QStringLiteral("ks"), QStringLiteral("tail"), QStringLiteral("rivals"), QStringLiteral("p"),
                         QStringLiteral("repetitions"), QStringLiteral("zipf_mandelbrot")}));
        QVERIFY(hasKeys(json[QStringLiteral("time")].toObject(),
                        {QStringLiteral("period"), QStringLiteral("lines"), QStringLiteral("flow"),
                         QStringLiteral("half_life_days"), QStringLiteral("season")}));
        QVERIFY(!json[QStringLiteral("advice")][QStringLiteral("findings")].toArray().isEmpty());
        QVERIFY(json[QStringLiteral("indices")].toObject().contains(QStringLiteral("atkinson_0_5")));
        // Asked for by name, what is not there is an error.
        const Outcome brand = run({QStringLiteral("--entity"), QStringLiteral("brand"), QStringLiteral("--section"),
                                   QStringLiteral("causes")});
        QCOMPARE(brand.code, 1);
        QVERIFY(brand.err.contains("item"));
        QCOMPARE(run({QStringLiteral("--section"), QStringLiteral("moon")}).code, 2);
        for (const QString& side : {QStringLiteral("2024-03-01"), m_project}) {
            const Outcome against = run({QStringLiteral("--against"), side});
            QVERIFY2(against.code == 0, against.err);
            QVERIFY(hasKeys(against.json()[QStringLiteral("against")].toObject(),
                            {QStringLiteral("left"), QStringLiteral("right"), QStringLiteral("likeness"),
                             QStringLiteral("pairs")}));
        }
        QCOMPARE(run({QStringLiteral("--against"), QStringLiteral("none.taillight")}).code, 1);
        const Outcome list = run({QStringLiteral("--list")});
        QVERIFY2(list.code == 0, list.err);
        QVERIFY(list.json()[QStringLiteral("entities")].toArray().size() >= 6);
    }

    void bucketRulesAreKept() {
        const auto run = [this](QStringList more) {
            return cli(QStringList{QStringLiteral("buckets"), m_project, QStringLiteral("--json")} + more);
        };
        QCOMPARE(run({QStringLiteral("--keep"), QStringLiteral("mine")}).code, 2); // which rule?
        const Outcome kept = run(
            {QStringLiteral("--keep"), QStringLiteral("mine"), QStringLiteral("--rule"), QStringLiteral("shots:40,4")});
        QVERIFY2(kept.code == 0, kept.err);
        QCOMPARE(kept.json()[QStringLiteral("rules")][QStringLiteral("mine")].toString(), QStringLiteral("shots:40,4"));
        const Outcome used = cli({QStringLiteral("describe"), m_project, QStringLiteral("--buckets"),
                                  QStringLiteral("mine"), QStringLiteral("--json")});
        QVERIFY2(used.code == 0, used.err);
        QCOMPARE(used.json()[QStringLiteral("buckets")][QStringLiteral("rule")].toString(),
                 QStringLiteral("shots:40,4"));
        QCOMPARE(run({QStringLiteral("--remove"), QStringLiteral("mine")}).code, 0);
        QCOMPARE(run({QStringLiteral("--remove"), QStringLiteral("mine")}).code, 2);
    }

    void strategiesListEverything() {
        const Outcome outcome = cli({QStringLiteral("strategies"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        QStringList ids;
        for (const QJsonValue value : outcome.json()[QStringLiteral("strategies")].toArray()) {
            QVERIFY(
                hasKeys(value.toObject(), {QStringLiteral("kind"), QStringLiteral("id"), QStringLiteral("params")}));
            ids << value[QStringLiteral("id")].toString();
        }
        for (const char* id : {"erm", "random_over", "random_under", "class_balanced", "square_root", "class_weighted",
                               "focal", "balanced_softmax", "logit_adjusted", "logit_adjustment", "word_edit"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
        QStringList models;
        for (const QJsonValue value : outcome.json()[QStringLiteral("models")].toArray())
            models << value[QStringLiteral("id")].toString();
        QCOMPARE(models, QStringList({QStringLiteral("bag"), QStringLiteral("mini")}));
    }

    void badInput_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString project = path("new.taillight");
        const auto import = [&](const QString& file, const QStringList& more = {}) {
            return QStringList{QStringLiteral("import"), project, QStringLiteral("--catalogue"), file} + more;
        };
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments << code << QString::fromUtf8(says);
        };
        row("no command", {}, 2, "subcommand");
        row("unknown command", {QStringLiteral("dance")}, 2, "dance");
        row("missing file", import(path("none.csv")), 1, "there is no such file");
        row("directory", import(m_dir.path()), 1, "is a directory");
        row("empty file", import(importOf("", "empty.csv")), 1, "is empty");
        row("binary file", import(importOf(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0", 24), "x.png")),
            1, "no text file");
        row("unterminated quote", import(importOf("title,label\n\"open,a\nb,c\n", "quote.csv")), 1, "quote.csv:2");
        row("only ragged rows", import(importOf("title,label\na\nb,c,d\n", "ragged.csv")), 1,
            "no row that could be used");
        row("wrong mapping",
            import(importOf("title,label\na,b\n", "map.csv"),
                   {QStringLiteral("--map"), QStringLiteral("title=nothing")}),
            2, "no column “nothing”");
        row("unknown field",
            import(importOf("title,label\na,b\n", "map2.csv"),
                   {QStringLiteral("--map"), QStringLiteral("colour=label")}),
            2, "colour");
        row("malformed map",
            import(importOf("title,label\na,b\n", "map3.csv"), {QStringLiteral("--map"), QStringLiteral("title")}), 2,
            "FIELD=COLUMN");
        row("not a project", {QStringLiteral("describe"), path("catalogue.csv")}, 1, "not a Taillight project");
        row("no project", {QStringLiteral("describe"), path("none.taillight")}, 1, "there is no such file");
        row("unknown entity",
            {QStringLiteral("describe"), m_project, QStringLiteral("--entity"), QStringLiteral("moon")}, 2, "moon");
        row("bad rule",
            {QStringLiteral("describe"), m_project, QStringLiteral("--buckets"), QStringLiteral("share:2,3")}, 2, "");
        row("bad ratio", {QStringLiteral("split"), m_project, QStringLiteral("--ratio"), QStringLiteral("8:1")}, 2,
            "TRAIN:VALIDATION:TEST");
        row("unknown strategy",
            {QStringLiteral("run"), m_project,
             importOf(R"({"recipe": {"name": "x", "steps": [{"kind": "loss", "id": "magic"}]}})", "magic.json")},
            2, "no strategy “magic”");
        row("parameter out of range",
            {QStringLiteral("run"), m_project,
             importOf(
                 R"({"recipe": {"name": "x", "steps": [{"kind": "loss", "id": "focal", "params": {"gamma": -1}}]}})",
                 "range.json")},
            2, "gamma");
        row("broken experiment", {QStringLiteral("run"), m_project, importOf("{\n\"name\": \n", "broken.json")}, 1,
            "broken.json:");
        row("no such run", {QStringLiteral("compare"), m_project, QStringLiteral("99")}, 1, "no run 99");
        row("unknown metric",
            {QStringLiteral("compare"), m_project, QStringLiteral("--metric"), QStringLiteral("happiness")}, 2,
            "happiness");
        row("no model",
            {QStringLiteral("predict"), m_dir.path(), path("catalogue.csv"), QStringLiteral("--out"), path("p.csv")}, 1,
            "");
        row("evaluate nonsense", {QStringLiteral("evaluate"), importOf("a,b\n1,2\n", "eval.csv")}, 2, "eval.csv");
    }
    void badInput() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Outcome outcome = cli(arguments);
        QVERIFY2(outcome.code == code, outcome.err);
        QVERIFY2(QString::fromUtf8(outcome.err).contains(says), outcome.err);
        // One sentence, after whatever progress was told.
        QVERIFY2(outcome.err.startsWith("taillight-cli: ") || outcome.err.contains("\ntaillight-cli: "), outcome.err);
        // Nothing half-made is left behind.
        QVERIFY(!QFile::exists(path("new.taillight")) || arguments.value(0) != QStringLiteral("import") ||
                cli({QStringLiteral("check"), path("new.taillight")}).code == 0);
        if (!arguments.isEmpty() && arguments[0] == QStringLiteral("describe")) {
            const Outcome json = cli(arguments + QStringList{QStringLiteral("--json")});
            QCOMPARE(json.code, code);
            if (!json.out.isEmpty()) // wrong usage ends before a document is begun
                QVERIFY(json.json()[QStringLiteral("error")].toObject().contains(QStringLiteral("message")));
        }
    }

    void theWholeWay() {
        if (!m_engine)
            QSKIP("built without the training engine");
        const auto ok = [](const Outcome& outcome) {
            if (outcome.code != 0)
                qWarning() << outcome.err;
            return outcome.code == 0;
        };
        QVERIFY(ok(cli({QStringLiteral("split"), m_project, QStringLiteral("--json")})));
        const QString experiment = importOf(R"({"name": "small", "recipes": [{"name": "ERM", "steps": []},
                {"name": "BS", "steps": [{"kind": "loss", "id": "balanced_softmax"}]}],
                "model": {"id": "bag"}, "training": {"epochs": 3}})",
                                            "small.json");
        const Outcome run = cli({QStringLiteral("run"), m_project, experiment, QStringLiteral("--json")});
        QVERIFY(ok(run));
        const QJsonArray runs = run.json()[QStringLiteral("runs")].toArray();
        QCOMPARE(runs.size(), 2);
        QVERIFY(
            hasKeys(runs[0].toObject(), {QStringLiteral("id"), QStringLiteral("recipe"), QStringLiteral("model"),
                                         QStringLiteral("seed"), QStringLiteral("seconds"), QStringLiteral("epochs"),
                                         QStringLiteral("best_epoch"), QStringLiteral("examples_per_second")}));
        const QString first = QString::number(runs[0][QStringLiteral("id")].toInt());
        const QString second = QString::number(runs[1][QStringLiteral("id")].toInt());
        const Outcome compare =
            cli({QStringLiteral("compare"), m_project, first, second, QStringLiteral("--baseline"), first,
                 QStringLiteral("--buckets"), QStringLiteral("shots:100,20"), QStringLiteral("--json")});
        QVERIFY(ok(compare));
        const QJsonObject other = compare.json()[QStringLiteral("runs")].toArray()[1].toObject();
        QVERIFY(hasKeys(other[QStringLiteral("metrics")].toObject(),
                        {QStringLiteral("accuracy"), QStringLiteral("macro_f1"), QStringLiteral("macro_recall"),
                         QStringLiteral("balanced_accuracy"), QStringLiteral("head"), QStringLiteral("mid"),
                         QStringLiteral("tail")}));
        QVERIFY(hasKeys(other[QStringLiteral("metrics")][QStringLiteral("head")].toObject(),
                        {QStringLiteral("precision"), QStringLiteral("recall"), QStringLiteral("f1"),
                         QStringLiteral("support"), QStringLiteral("classes")}));
        QVERIFY(hasKeys(other[QStringLiteral("difference")][QStringLiteral("accuracy")].toObject(),
                        {QStringLiteral("value"), QStringLiteral("low"), QStringLiteral("high")}));
        // What the project says and what `evaluate` computes from the exported predictions is the same number.
        QVERIFY(ok(cli({QStringLiteral("export"), QStringLiteral("predictions"), m_project, second,
                        QStringLiteral("--out"), path("out")})));
        const Outcome evaluated =
            cli({QStringLiteral("evaluate"), path("out/predictions-") + second + QStringLiteral(".csv"),
                 QStringLiteral("--json")});
        QVERIFY(ok(evaluated));
        QCOMPARE(evaluated.json()[QStringLiteral("metrics")][QStringLiteral("accuracy")].toDouble(),
                 other[QStringLiteral("metrics")][QStringLiteral("accuracy")].toDouble());
        // An exported model predicts what the run predicts, to the byte.
        QVERIFY(ok(cli({QStringLiteral("export"), QStringLiteral("model"), m_project, second, QStringLiteral("--out"),
                        path("model")})));
        const QStringList models = QDir(path("model")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(models.size(), 1);
        QVERIFY(ok(cli({QStringLiteral("predict"), path("model/") + models[0], path("catalogue.csv"),
                        QStringLiteral("--out"), path("a.csv")})));
        QVERIFY(ok(cli({QStringLiteral("predict"), m_project, second, path("catalogue.csv"), QStringLiteral("--out"),
                        path("b.csv")})));
        QFile a(path("a.csv"));
        QFile b(path("b.csv"));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        const QByteArray bytes = a.readAll();
        QVERIFY(bytes.size() > 600);
        QCOMPARE(bytes, b.readAll());
        QVERIFY(ok(cli({QStringLiteral("export"), QStringLiteral("report"), m_project, first, second,
                        QStringLiteral("--baseline"), first, QStringLiteral("--out"), path("report")})));
        QVERIFY(QFile::exists(path("report/report.html")) && QFile::exists(path("report/report.md")));
        QVERIFY(ok(cli({QStringLiteral("export"), QStringLiteral("split"), m_project, QStringLiteral("--out"),
                        path("split.csv")})));
        QVERIFY(ok(cli({QStringLiteral("check"), m_project})));
    }

    void interruptCancelsCleanly() {
        QProcess process;
        process.start(QStringLiteral(TAILLIGHT_CLI),
                      {QStringLiteral("sample"), path("big"), QStringLiteral("--events"), QStringLiteral("50000000")});
        QVERIFY(process.waitForStarted());
        QTest::qWait(400);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(QDir(path("big")).entryList(QDir::Files).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
