// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/data/file_set.h"
#include "core/data/profiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

class tst_data_profiles : public QObject {
    Q_OBJECT

    static MappingProfile sample(const std::string& name) {
        MappingProfile profile;
        profile.name = name;
        profile.kind = SourceKind::Log;
        profile.mapping = {{"item", "商品"}, {"kind", "what"}};
        profile.read.delimiter = ';';
        profile.read.quote = '\0';
        profile.read.header = true;
        profile.read.encoding = "GB18030";
        profile.read.values = ValueFormat{};
        profile.read.values->decimal = ',';
        profile.read.values->timeZone = "Europe/Berlin";
        profile.read.values->dayFirst = true;
        profile.read.values->nullTexts = {"-"};
        profile.kindValues = {{"K", "purchase"}, {"x", "ignore"}};
        profile.privacy = Json::parse(R"({"rules": [{"column": "user", "action": "pseudonym"}]})");
        profile.header = {"商品", "what", "user"};
        return profile;
    }

    static std::string names(const std::vector<FileChoice>& files) {
        std::string list;
        for (const FileChoice& file : files)
            list += (list.empty() ? "" : " ") + QFileInfo(QString::fromStdString(file.path)).fileName().toStdString() +
                    (file.member.empty() ? "" : "#" + file.member);
        return list;
    }

private Q_SLOTS:
    void roundTrip() {
        QTemporaryDir dir;
        const ProfileFolder folder(dir.filePath(QStringLiteral("a/profiles")).toStdString());
        QVERIFY(folder.list()->profiles.empty());
        const MappingProfile saved = sample("Laden / Süd: 100 %");
        QVERIFY(folder.save(saved).ok());
        const auto loaded = folder.load(saved.name);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : errorSentence(loaded.error()).c_str());
        QCOMPARE(dumpJson(profileJson(*loaded)), dumpJson(profileJson(saved)));
        QCOMPARE(loaded->read.quote, std::optional('\0'));
        QCOMPARE(loaded->read.values->timeZone, "Europe/Berlin"s);
        // Saving again replaces; names that differ in one odd character are different files.
        QVERIFY(folder.save(saved).ok() && folder.save(sample("Laden % Süd: 100 /")).ok() &&
                folder.save(sample("../x")).ok());
        QCOMPARE(folder.list()->profiles.size(), std::size_t{3});
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("a/x.json"))));
        QVERIFY(folder.remove(saved.name).ok());
        QCOMPARE(folder.list()->profiles.size(), std::size_t{2});
        QCOMPARE(folder.remove(saved.name).error().code, ErrorCode::UnknownChoice);
        const auto missing = folder.load("none");
        QCOMPARE(missing.error().code, ErrorCode::UnknownChoice);
        QVERIFY(missing.error().detail.find("../x") != std::string::npos);
        QCOMPARE(folder.save(sample("")).error().code, ErrorCode::Usage);
        QCOMPARE(folder.save(sample("two\nlines")).error().code, ErrorCode::Usage);
    }

    void matching() {
        QTemporaryDir dir;
        const ProfileFolder folder(dir.path().toStdString());
        QVERIFY(folder.save(sample("shop")).ok());
        MappingProfile other = sample("other");
        other.header = {"a", "b"};
        QVERIFY(folder.save(other).ok());
        QCOMPARE(folder.match({"user", "商品", "what"}).value()->name, "shop"s); // in any order
        QVERIFY(!folder.match({"user", "商品"}).value().has_value());
        QVERIFY(!folder.match({"user", "商品", "what", "more"}).value().has_value());
        QCOMPARE(folder.match({"b", "a"}).value()->name, "other"s);
    }

    void damagedProfiles_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const auto add = [](const char* name, const char* content, ErrorCode code) {
            QTest::newRow(name) << QByteArray(content) << int(code);
        };
        add("no JSON", "{\"name\": ", ErrorCode::BadJson);
        add("a list", "[]", ErrorCode::WrongType);
        add("no name", "{}", ErrorCode::WrongType);
        add("a number for a name", R"({"name": 3})", ErrorCode::WrongType);
        add("unknown kind", R"({"name": "x", "kind": "shop"})", ErrorCode::UnknownChoice);
        add("mapping of numbers", R"({"name": "x", "mapping": {"item": 3}})", ErrorCode::WrongType);
        add("long delimiter", R"({"name": "x", "read": {"delimiter": "ab"}})", ErrorCode::WrongType);
        add("options that are none", R"({"name": "x", "read": 7})", ErrorCode::WrongType);
        add("values that are none", R"({"name": "x", "read": {"values": {"day_first": "yes"}}})", ErrorCode::WrongType);
    }
    void damagedProfiles() {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        QTemporaryDir dir;
        const ProfileFolder folder(dir.path().toStdString());
        QVERIFY(writeFileAtomically(folder.fileOf("x"), content.toStdString()).ok());
        QVERIFY(folder.save(sample("good")).ok());
        const auto listing = folder.list();
        QCOMPARE(listing->profiles.size(), std::size_t{1});
        QCOMPARE(listing->damaged.size(), std::size_t{1});
        QCOMPARE(errorName(listing->damaged[0].code), errorName(ErrorCode(code)));
        QCOMPARE(listing->damaged[0].file, folder.fileOf("x"));
        QCOMPARE(folder.load("x").error().code, ErrorCode(code));
    }

    void folderFromTheEnvironment() {
        qputenv("TAILLIGHT_PROFILES", "/somewhere/else");
        QCOMPARE(ProfileFolder::defaultPath(), "/somewhere/else"s);
        qunsetenv("TAILLIGHT_PROFILES");
        qputenv("XDG_CONFIG_HOME", "/cfg");
        QCOMPARE(ProfileFolder::defaultPath(), "/cfg/taillight/profiles"s);
        qunsetenv("XDG_CONFIG_HOME");
        QVERIFY(ProfileFolder::defaultPath().ends_with("/.config/taillight/profiles"));
    }

    void filesFoldersPatterns() {
        QTemporaryDir dir;
        const std::string base = dir.path().toStdString() + "/";
        for (const char* name : {"part10.csv", "part2.csv", "part1.csv", ".hidden", "other.tsv"})
            QVERIFY(writeFileAtomically(base + name, "id,title\n1,a\n").ok());
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("empty")));
        QCOMPARE(names(*expandFiles({dir.path().toStdString()})), "other.tsv part1.csv part2.csv part10.csv"s);
        QCOMPARE(names(*expandFiles({base + "part*.csv"})), "part1.csv part2.csv part10.csv"s);
        QCOMPARE(names(*expandFiles({base + "part2.csv", base + "*", base + "./part1.csv"})),
                 "part2.csv other.tsv part1.csv part10.csv"s); // each once
        QCOMPARE(expandFiles({base + "none.csv"}).error().code, ErrorCode::FileNotFound);
        QCOMPARE(expandFiles({base + "none*.csv"}).error().file, base + "none*.csv");
        QCOMPARE(expandFiles({base + "empty"}).error().code, ErrorCode::NoData);
        QCOMPARE(names(*expandFiles({TAILLIGHT_TEST_DATA "/csv/packed/two.zip"})),
                 "two.zip#a.csv two.zip#b.csv.gz two.zip#商品.csv"s);
        QCOMPARE(names(*expandFiles({TAILLIGHT_TEST_DATA "/csv/packed/small.zip"})), "small.zip"s);
    }

    void proposals() {
        QTemporaryDir dir;
        const std::string base = dir.path().toStdString() + "/";
        QVERIFY(writeFileAtomically(base + "a_split.csv", "item,split\np1,train\np2,test\n").ok());
        QVERIFY(
            writeFileAtomically(base + "b_clicks.csv", "user,item,time\nu1,p1,2024-05-01\nu1,p1,2024-05-02\n").ok());
        QVERIFY(writeFileAtomically(base + "c_items.csv", "id,title\np1,red cup\np2,blue hat\n").ok());
        QVERIFY(writeFileAtomically(base + "d_broken.csv", "").ok());
        JobContext job;
        const auto proposals = proposeFiles(*expandFiles({dir.path().toStdString()}), {}, job);
        QVERIFY(proposals.ok());
        std::string order;
        for (const FileProposal& proposal : *proposals)
            order += QFileInfo(QString::fromStdString(proposal.file.path)).fileName().toStdString() + " ";
        QCOMPARE(order, "c_items.csv b_clicks.csv a_split.csv d_broken.csv "s);
        QCOMPARE((*proposals)[1].eventKind, std::optional(EventKind::Click));
        QVERIFY(!(*proposals)[0].error && !(*proposals)[0].eventKind);
        QCOMPARE((*proposals)[3].error->code, ErrorCode::FileEmpty);
        QCOMPARE((*proposals)[3].error->file, base + "d_broken.csv");
        job.cancel();
        QCOMPARE(proposeFiles(*expandFiles({base + "*.csv"}), {}, job).error().code, ErrorCode::Cancelled);
    }

    void kindsFromNames() {
        QCOMPARE(eventKindOfName("/x/2024-05_purchases.csv.gz"), std::optional(EventKind::Purchase));
        QCOMPARE(eventKindOfName("clicks.csv"), std::optional(EventKind::Click));
        QCOMPARE(eventKindOfName("加购.csv"), std::optional(EventKind::Cart));
        QVERIFY(!eventKindOfName("/purchases/log.csv"));
        QVERIFY(!eventKindOfName("events.csv"));
    }
};

QTEST_APPLESS_MAIN(tst_data_profiles)
#include "tst_data_profiles.moc"
