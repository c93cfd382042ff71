// SPDX-License-Identifier: GPL-3.0-or-later
// The headless contract of privacy and sealing: commands, exit codes, JSON names, and where passphrases come from.
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

Outcome cli(const std::vector<const char*>& arguments, const QString& folder, const char* passphrase = nullptr) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("TAILLIGHT_PASSPHRASE"));
    if (passphrase != nullptr)
        environment.insert(QStringLiteral("TAILLIGHT_PASSPHRASE"), QString::fromUtf8(passphrase));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    // A session of its own has no terminal to ask on.
    QStringList words{QStringLiteral(TAILLIGHT_CLI)};
    for (const char* argument : arguments)
        words << QString::fromUtf8(argument);
    process.start(QStringLiteral("setsid"), QStringList{QStringLiteral("--wait")} + words);
    Outcome outcome;
    if (!process.waitForFinished(120'000))
        return outcome;
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

} // namespace

class TestCliPrivacy : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    void write(const char* name, const QByteArray& content, bool isPrivate = false) const {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        if (isPrivate)
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    bool has(const char* name) const { return QFile::exists(m_dir.filePath(QString::fromUtf8(name))); }
    Outcome run(const std::vector<const char*>& arguments, const char* passphrase = nullptr) const {
        return cli(arguments, m_dir.path(), passphrase);
    }

private Q_SLOTS:
    void initTestCase() {
        write("log.csv", "user,item,kind,time,query\nalice.smith,lamp,purchase,2024-01-01,mail jane@example.com\n"
                         "bob.jones,lamp,purchase,2024-01-02,shoes\nbob.jones,cup,click,2024-02-02,13812345678\n");
        write("pass", "correct horse battery staple\n", true);
        write("open", "correct horse battery staple\n");
        QVERIFY(QFile(m_dir.filePath(QStringLiteral("open")))
                    .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const Outcome import = run({"import", "p.taillight", "--log", "log.csv", "--json"});
        QVERIFY2(import.code == 0, import.err);
    }

    void keys() {
        const Outcome made = run({"key", "new", "my.key", "--json"});
        QVERIFY2(made.code == 0, made.err);
        QCOMPARE(made.json()[QStringLiteral("id")].toString().size(), 16);
        QCOMPARE(QFile(m_dir.filePath(QStringLiteral("my.key"))).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(run({"key", "new", "my.key"}).code, 1); // never overwritten
        QCOMPARE(run({"key", "old", "my.key"}).code, 2);
    }

    void personal() {
        const Outcome found = run({"personal", "log.csv", "--json"});
        QVERIFY2(found.code == 0, found.err);
        QCOMPARE(found.json()[QStringLiteral("rows")].toInt(), 3);
        QVERIFY(found.json()[QStringLiteral("whole")].toBool());
        const QJsonObject query = found.json()[QStringLiteral("columns")].toArray()[4].toObject();
        QCOMPARE(query[QStringLiteral("found")][QStringLiteral("email")][QStringLiteral("cells")].toInt(), 1);
        QCOMPARE(query[QStringLiteral("found")][QStringLiteral("phone")][QStringLiteral("cells")].toInt(), 1);
        QVERIFY(!found.out.contains("jane@") && !found.out.contains("13812345678"));
        QCOMPARE(run({"personal", "log.csv", "--limit", "1", "--json"}).json()[QStringLiteral("whole")].toBool(),
                 false);
        QCOMPARE(run({"personal", "none.csv"}).code, 1);
    }

    void report() {
        const Outcome report = run(
            {"privacy", "p.taillight", "--quasi", "time:month", "--sensitive", "item", "--threshold", "3", "--json"});
        QVERIFY2(report.code == 0, report.err);
        const QJsonObject json = report.json();
        for (const char* name :
             {"project", "role", "key_id", "sources", "actions", "columns_searched", "remaining", "k_anonymity"})
            QVERIFY2(json.contains(QLatin1String(name)), name);
        const QJsonObject k = json[QStringLiteral("k_anonymity")].toObject();
        QCOMPARE(k[QStringLiteral("k")].toInt(), 1); // February: bob alone
        QCOMPARE(k[QStringLiteral("groups")].toInt(), 2);
        QCOMPARE(k[QStringLiteral("l")].toInt(), 1);
        QCOMPARE(k[QStringLiteral("users_below")].toInt(), 2);
        const Outcome text = run({"privacy", "report", "p.taillight", "--out", "report.json"});
        QVERIFY2(text.code == 0, text.err);
        QVERIFY(text.out.contains("What remains") && has("report.json"));
        QCOMPARE(run({"privacy", "p.taillight", "--quasi", "shoes"}).code, 2);
        QCOMPARE(run({"privacy", "shred", "p.taillight"}).code, 2);
    }

    void apply() {
        QVERIFY(
            QFile::copy(m_dir.filePath(QStringLiteral("p.taillight")), m_dir.filePath(QStringLiteral("a.taillight"))));
        const Outcome noKey = run({"privacy", "apply", "a.taillight", "--pseudonymise", "user"});
        QCOMPARE(noKey.code, 2);
        QVERIFY2(noKey.err.contains("TAILLIGHT_PASSPHRASE"), noKey.err);
        const Outcome done = run({"privacy", "apply", "a.taillight", "--pseudonymise", "user", "--mask", "all",
                                  "--key-file", "my.key", "--json"});
        QVERIFY2(done.code == 0, done.err);
        QCOMPARE(done.json()[QStringLiteral("users")].toInt(), 2);
        QCOMPARE(done.json()[QStringLiteral("found")][QStringLiteral("email")].toInt(), 1);
        QFile file(m_dir.filePath(QStringLiteral("a.taillight")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char* gone : {"alice.smith", "bob.jones", "jane@example.com", "13812345678"})
            QVERIFY2(!bytes.contains(gone), gone);
        QCOMPARE(run({"key", "new", "other.key"}).code, 0);
        const Outcome wrong =
            run({"privacy", "apply", "a.taillight", "--pseudonymise", "session", "--key-file", "other.key", "--json"});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(wrong.json()[QStringLiteral("error")][QStringLiteral("code")].toString(), QStringLiteral("wrong_key"));
        QCOMPARE(run({"privacy", "apply", "a.taillight", "--mask", "shoes"}).code, 2);
        QCOMPARE(run({"privacy", "apply", "a.taillight"}).code, 2);
    }

    void sealAndOpen() {
        QVERIFY(
            QFile::copy(m_dir.filePath(QStringLiteral("p.taillight")), m_dir.filePath(QStringLiteral("s.taillight"))));
        const Outcome noWord = run({"seal", "s.taillight"});
        QCOMPARE(noWord.code, 2);
        QCOMPARE(run({"seal", "s.taillight", "--passphrase-file", "open"}).code, 1); // others may read it
        QCOMPARE(run({"seal", "s.taillight", "--replace-names", "--passphrase-file", "pass"}).code, 2);
        const Outcome sealed = run({"seal", "s.taillight", "--passphrase-file", "pass", "--json"});
        QVERIFY2(sealed.code == 0, sealed.err);
        QVERIFY(!has("s.taillight") && has("s.taillight.sealed"));
        QCOMPARE(sealed.json()[QStringLiteral("removed")].toArray().size(), 1);
        const Outcome wrong = run({"open", "s.taillight.sealed", "--json"}, "something else");
        QCOMPARE(wrong.code, 1);
        QCOMPARE(wrong.json()[QStringLiteral("error")][QStringLiteral("code")].toString(),
                 QStringLiteral("wrong_passphrase"));
        QVERIFY(!has("s.taillight"));
        const Outcome opened = run({"open", "s.taillight.sealed", "--json"}, "correct horse battery staple");
        QVERIFY2(opened.code == 0, opened.err);
        QCOMPARE(opened.json()[QStringLiteral("kind")].toString(), QStringLiteral("project"));
        QCOMPARE(run({"check", "s.taillight"}).code, 0);
        QCOMPARE(run({"open", "s.taillight.sealed"}, "correct horse battery staple").code, 1); // it is there already
        QCOMPARE(run({"open", "log.csv", "--out", "x.taillight"}, "x").code, 1);
        QVERIFY(!has("x.taillight"));
    }

    void viewer() {
        const Outcome sealed =
            run({"seal", "p.taillight", "--viewer", "--replace-names", "--out", "v.sealed", "--json"}, "words");
        QVERIFY2(sealed.code == 0, sealed.err);
        QVERIFY(has("p.taillight"));
        QCOMPARE(run({"open", "v.sealed", "--out", "v.taillight"}, "words").code, 0);
        const Outcome users = run({"describe", "v.taillight", "--entity", "user", "--json"});
        QVERIFY2(users.code == 0, users.err);
        QCOMPARE(users.json()[QStringLiteral("entities")].toInt(), 2);
        QFile file(m_dir.filePath(QStringLiteral("v.taillight")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char* gone : {"alice.smith", "bob.jones", "jane@example.com", "lamp", "shoes"})
            QVERIFY2(!bytes.contains(gone), gone);
        const Outcome import = run({"import", "v.taillight", "--log", "log.csv"});
        QCOMPARE(import.code, 1);
        QVERIFY2(import.err.contains("viewer copy"), import.err);
    }
};

QTEST_APPLESS_MAIN(TestCliPrivacy)
#include "tst_cli_privacy.moc"
