// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/data/csv_reader.h"
#include "core/data/encoding.h"
#include "core/data/record_reader.h"
#include "core/data/utf8.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdint>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

class tst_data_encoding : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string write(const std::string& content) {
        const QString path = m_dir.filePath(QStringLiteral("file.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
            qFatal("cannot write the test's file");
        return path.toStdString();
    }

    /// All bytes of a file as they come out of the decoder, read in small odd pieces.
    static std::string decoded(const std::string& path, const std::string& encoding) {
        auto opened = ByteSource::open(path);
        if (!opened.ok())
            return "cannot be opened";
        const auto source = decodedSource(std::move(opened).value(), encoding);
        std::string text;
        std::string piece(7, '\0');
        for (;;) {
            const auto got = source->read(piece);
            if (!got.ok() || *got == 0)
                return text;
            text.append(piece, 0, *got);
        }
    }

    static void bytesData() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
    }
    static void add(const char* label, const std::string& bytes, const std::string& text, const char* name) {
        QTest::newRow(label) << QByteArray::fromStdString(bytes) << QByteArray::fromStdString(text) << QByteArray(name);
    }

private Q_SLOTS:
    void encodings_data() {
        // The bytes were made by Python's codecs.
        bytesData();
        add("GBK",
            "\xC9\xCC\xC6\xB7\xC3\xFB\xB3\xC6,\xBC\xDB\xB8\xF1\n\xCA\xD6\xBB\xFA\xBF\xC7,12\n\xD3\xF0\xC8\xDE\xB7\xFE\xC5\xAE\xCA\xBF\xB3\xA4\xBF\xEE,99\n\xB7\xC0\xCB\xA4\xB2\xA3\xC1\xA7\xC4\xA4,5\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n",
            "GB18030");
        add("GB18030 with four bytes",
            "\xC9\xCC\xC6\xB7\xC3\xFB\xB3\xC6,\xBC\xDB\xB8\xF1\n\xCA\xD6\xBB\xFA\xBF\xC7,"
            "12\n\xD3\xF0\xC8\xDE\xB7\xFE\xC5\xAE\xCA\xBF\xB3\xA4\xBF\xEE,99\n\xB7\xC0\xCB\xA4\xB2\xA3\xC1\xA7\xC4\xA4,"
            "5\n\x81"
            "9\xEE"
            "9\x95"
            "4\xB2"
            "5,1\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n\xE3\x90\x80\xF0\xA0\xAE\xB7,1\n",
            "GB18030");
        add("Big5",
            "\xB0\xD3\xAB~\xA6W\xBA\xD9,\xBB\xF9\xAE\xE6\n\xA4\xE2\xBE\xF7\xB4\xDF,12\n\xA6\xD0\xB5\xB3\xAA"
            "A\xA4k\xA4h\xAA\xF8\xB4\xDA,99\n\xA8\xBE\xBAL\xAC\xC1\xBC\xFE\xBD\xA4,5\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA8\xB1,"
            "\xE5\x83\xB9\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\xA9\x9F\xE6\xAE\xBC,"
            "12\n\xE7\xBE\xBD\xE7\xB5\xA8\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xB7\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n",
            "Big5");
        add("Shift-JIS",
            "\x8F\xA4\x95i\x96\xBC,\x89\xBF\x8Ai\n\x83X\x83}\x81[\x83g\x83t\x83H\x83\x93\x83P\x81[\x83X,12\n\x93~\x97p\x83R\x81[\x83g,99\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D,"
            "\xE4\xBE\xA1\xE6\xA0\xBC\n\xE3\x82\xB9\xE3\x83\x9E\xE3\x83\xBC\xE3\x83\x88\xE3\x83\x95\xE3\x82\xA9\xE3\x83"
            "\xB3\xE3\x82\xB1\xE3\x83\xBC\xE3\x82\xB9,12\n\xE5\x86\xAC\xE7\x94\xA8\xE3\x82\xB3\xE3\x83\xBC\xE3\x83\x88,"
            "99\n",
            "Shift-JIS");
        add("Latin-1",
            "nom,prix\nCaf\xE9 cr\xE8me,3\nCr\xEApe \xE0 emporter \xAB"
            "bio\xBB,5 \x80\nGr\xF6\xDF"
            "e \xFC"
            "bergro\xDF,3\n"s,
            "nom,prix\nCaf\xC3\xA9 cr\xC3\xA8me,3\nCr\xC3\xAApe \xC3\xA0 emporter \xC2\xAB"
            "bio\xC2\xBB,5 \xE2\x82\xAC\nGr\xC3\xB6\xC3\x9F"
            "e \xC3\xBC"
            "bergro\xC3\x9F,3\n",
            "Latin-1");
        add("UTF-8",
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n",
            "UTF-8");
        add("UTF-8 with a mark",
            "\xEF\xBB\xBF\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,5\n",
            "UTF-8-BOM");
        add("UTF-16LE with a mark",
            "\xFF\xFE"
            "FU\xC1T\rT\xF0y,\x00\xF7N<h\n\x00Kb:g\xF3X,\x00"
            "1\x00"
            "2\x00\n\x00\xBD\x7F\xD2~\rgsY\xEBX\x7F\x95>k,\x00"
            "9\x00"
            "9\x00\n\x00"
            "2\x96Td\xBBs\x83t\x9C\x81,\x00"
            "5\x00\n\x00"
            "B\xD8\xB7\xDF\xCE\x91\xB6[,\x00=\xD8"
            "B\xDE\n\x00"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,"
            "5\n\xF0\xA0\xAE\xB7\xE9\x87\x8E\xE5\xAE\xB6,\xF0\x9F\x99\x82\n",
            "UTF-16LE");
        add("UTF-16LE",
            "FU\xC1T\rT\xF0y,\x00\xF7N<h\n\x00Kb:g\xF3X,\x00"
            "1\x00"
            "2\x00\n\x00\xBD\x7F\xD2~\rgsY\xEBX\x7F\x95>k,\x00"
            "9\x00"
            "9\x00\n\x00"
            "2\x96Td\xBBs\x83t\x9C\x81,\x00"
            "5\x00\n\x00"
            "B\xD8\xB7\xDF\xCE\x91\xB6[,\x00=\xD8"
            "B\xDE\n\x00"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,"
            "5\n\xF0\xA0\xAE\xB7\xE9\x87\x8E\xE5\xAE\xB6,\xF0\x9F\x99\x82\n",
            "UTF-16LE");
        add("UTF-16BE",
            "UFT\xC1T\ry\xF0\x00,N\xF7h<\x00\nbKg:X\xF3\x00,\x00"
            "1\x00"
            "2\x00\n\x7F\xBD~\xD2g\rYsX\xEB\x95\x7Fk>\x00,\x00"
            "9\x00"
            "9\x00\n\x96"
            "2dTs\xBBt\x83\x81\x9C\x00,\x00"
            "5\x00\n\xD8"
            "B\xDF\xB7\x91\xCE[\xB6\x00,\xD8=\xDE"
            "B\x00\n"s,
            "\xE5\x95\x86\xE5\x93\x81\xE5\x90\x8D\xE7\xA7\xB0,"
            "\xE4\xBB\xB7\xE6\xA0\xBC\n\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3,"
            "12\n\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D\xE5\xA5\xB3\xE5\xA3\xAB\xE9\x95\xBF\xE6\xAC\xBE,"
            "99\n\xE9\x98\xB2\xE6\x91\x94\xE7\x8E\xBB\xE7\x92\x83\xE8\x86\x9C,"
            "5\n\xF0\xA0\xAE\xB7\xE9\x87\x8E\xE5\xAE\xB6,\xF0\x9F\x99\x82\n",
            "UTF-16BE");
        add("UTF-16BE of ASCII",
            "\x00"
            "a\x00,\x00"
            "b\x00\n\x00"
            "1\x00,\x00"
            "2\x00\n\x00"
            "3\x00,\x00"
            "4\x00\n"s,
            "a,b\n1,2\n3,4\n", "UTF-16BE");
    }
    void encodings() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        const std::string mark = name == "UTF-8-BOM" || bytes.startsWith("\xFF\xFE") ? "\xEF\xBB\xBF" : "";
        const std::string path = write(bytes.toStdString());
        const auto found = detectEncoding(path);
        QVERIFY2(found.ok(), found.ok() ? "" : errorSentence(found.error()).c_str());
        QCOMPARE(QByteArray::fromStdString(*found), name);
        QCOMPARE(detectEncodingOf(bytes.toStdString()).value(), *found);
        QCOMPARE(decoded(path, *found), mark + text.toStdString());
        QCOMPARE(decodeText(bytes.toStdString(), *found), mark + text.toStdString());
        // Behind two hundred thousand bytes of the same, the characters are cut at the borders of blocks.
        if (bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE"))
            return;
        const QByteArray many = bytes.repeated(int(300'000 / bytes.size()));
        const std::string longPath = write(many.toStdString());
        QCOMPARE(QByteArray::fromStdString(detectEncoding(longPath).value()), name);
        QVERIFY(decoded(longPath, *found) == text.repeated(int(300'000 / bytes.size())).toStdString());
    }

    void oneRowAmongThousands_data() {
        bytesData();
        add("手机壳 as GB18030", "\xCA\xD6\xBB\xFA\xBF\xC7", "\xE6\x89\x8B\xE6\x9C\xBA\xE5\xA3\xB3", "GB18030");
        add("书 as GB18030", "\xCA\xE9", "\xE4\xB9\xA6", "GB18030");
        add("联通 as GB18030", "\xC1\xAA\xCD\xA8", "\xE8\x81\x94\xE9\x80\x9A", "GB18030");
        add("华为荣耀 as GB18030", "\xBB\xAA\xCE\xAA\xC8\xD9\xD2\xAB",
            "\xE5\x8D\x8E\xE4\xB8\xBA\xE8\x8D\xA3\xE8\x80\x80", "GB18030");
        add("羽绒服 as GB18030", "\xD3\xF0\xC8\xDE\xB7\xFE", "\xE7\xBE\xBD\xE7\xBB\x92\xE6\x9C\x8D", "GB18030");
        add("手機殼 as Big5", "\xA4\xE2\xBE\xF7\xB4\xDF", "\xE6\x89\x8B\xE6\xA9\x9F\xE6\xAE\xBC", "Big5");
        add("書 as Big5", "\xAE\xD1", "\xE6\x9B\xB8", "Big5");
        add("羽絨服 as Big5",
            "\xA6\xD0\xB5\xB3\xAA"
            "A",
            "\xE7\xBE\xBD\xE7\xB5\xA8\xE6\x9C\x8D", "Big5");
        add("ケース as Shift-JIS", "\x83P\x81[\x83X", "\xE3\x82\xB1\xE3\x83\xBC\xE3\x82\xB9", "Shift-JIS");
        add("財布 as Shift-JIS", "\x8D\xE0\x95z", "\xE8\xB2\xA1\xE5\xB8\x83", "Shift-JIS");
        add("café as Latin-1", "caf\xE9", "caf\xC3\xA9", "Latin-1");
        add("naïve as Latin-1", "na\xEFve", "na\xC3\xAFve", "Latin-1");
        add("£5 as Latin-1",
            "\xA3"
            "5",
            "\xC2\xA3"
            "5",
            "Latin-1");
        add("Größe as Latin-1",
            "Gr\xF6\xDF"
            "e",
            "Gr\xC3\xB6\xC3\x9F"
            "e",
            "Latin-1");
        add("20°C as Latin-1",
            "20\xB0"
            "C",
            "20\xC2\xB0"
            "C",
            "Latin-1");
        add("it’s as Latin-1", "it\x92s", "it\xE2\x80\x99s", "Latin-1");
        add("手机 as UTF-8", "\xE6\x89\x8B\xE6\x9C\xBA", "\xE6\x89\x8B\xE6\x9C\xBA", "UTF-8");
        add("é as UTF-8", "\xC3\xA9", "\xC3\xA9", "UTF-8");
    }
    void oneRowAmongThousands() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        std::string content = "id,title,price\n";
        for (int i = 0; i < 5000; ++i)
            content += std::to_string(i) + ",item " + std::to_string(i) + ",1.50\n";
        content += "x," + bytes.toStdString() + ",7\n";
        for (int i = 0; i < 5000; ++i)
            content += std::to_string(i) + ",item " + std::to_string(i) + ",1.50\n";
        const auto reader = RecordReader::open(write(content));
        QVERIFY(reader.ok());
        QCOMPARE(QByteArray::fromStdString((*reader)->options().encoding), name);
        Record row;
        for (;;) {
            const auto any = (*reader)->next(row);
            QVERIFY(any.ok() && *any);
            QCOMPARE(row.fault, RowFault::None);
            if (row.fields[0] == "x")
                break;
        }
        QCOMPARE(std::string(row.fields[1]), text.toStdString());
        QCOMPARE(row.line, std::int64_t{5002});
    }

    void damagedCharacters() {
        // Never a silent U+FFFD: the row and the column are named, and the rows around are whole.
        const struct {
            const char* encoding;
            std::string good, bad;
        } cases[] = {{"GB18030", "\xCA\xD6\xBB\xFA\xBF\xC7", "\xCA\xD6\xBB\xFA\xFF"},
                     {"GB18030", "\xCA\xD6\xBB\xFA\xBF\xC7", "\xCA\xD6\xBB"}, // cut before the delimiter
                     {"Big5", "\xA4\xE2\xBE\xF7\xB4\xDF", "\xA4\xE2\xBE"},
                     {"Shift-JIS", "\x83\x50\x81\x5B\x83\x58", "\x83\x50\x81"},
                     {"Latin-1", "caf\xE9", "caf\x81"},
                     {"UTF-8", "手机壳", "\xE6\x89"}};
        for (const auto& c : cases) {
            std::string content = "id,title,price\n";
            for (int i = 0; i < 200; ++i)
                content += "1," + c.good + ",2\n";
            content += "9," + c.bad + ",2\n";
            content += "1," + c.good + ",2\n";
            const auto reader = RecordReader::open(write(content));
            QVERIFY(reader.ok());
            QCOMPARE((*reader)->options().encoding, std::string(c.encoding));
            Record row;
            int faults = 0;
            int rows = 0;
            for (;; ++rows) {
                const auto any = (*reader)->next(row);
                QVERIFY(any.ok());
                if (!*any)
                    break;
                QCOMPARE(row.fields.size(), std::size_t{3});
                if (row.fault == RowFault::None)
                    continue;
                ++faults;
                QCOMPARE(row.fault, RowFault::BadEncoding);
                QCOMPARE(row.faultColumn, std::int64_t{1});
                QCOMPARE(row.line, std::int64_t{202});
            }
            QCOMPARE(rows, 202);
            QCOMPARE(faults, 1);
        }
    }

    void brokenUtf16() {
        const auto reader = RecordReader::open(write("\xFF\xFE"
                                                     "a\0,\0b\0\n\0"s +
                                                     "1\0,\0\x3D\xD8x\0\n\0"s + "2\0,\0y\0\n\0"s));
        QVERIFY(reader.ok());
        Record row;
        QVERIFY(*(*reader)->next(row));
        QCOMPARE(row.fault, RowFault::BadEncoding); // half of a surrogate pair
        QCOMPARE(row.faultColumn, std::int64_t{1});
        QVERIFY(*(*reader)->next(row));
        QCOMPARE(row.fault, RowFault::None);
    }

    void saidEncodingWins() {
        ReadOptions options;
        options.encoding = "big5";
        const auto reader = RecordReader::open(write("a,b\n\xA4\xE2,\xBE\xF7\n"), options);
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->options().encoding, std::string("Big5"));
        Record row;
        QVERIFY(*(*reader)->next(row));
        QCOMPARE(std::string(row.fields[0]), std::string("手"));
        options.encoding = "klingon";
        const auto unknown = RecordReader::open(write("a,b\n"), options);
        QCOMPARE(unknown.error().code, ErrorCode::UnknownChoice);
        QVERIFY(unknown.error().detail.find("Shift-JIS") != std::string::npos);
    }

    void names() {
        for (const std::string& name : encodingNames())
            QCOMPARE(canonicalEncoding(name).value(), name);
        QCOMPARE(canonicalEncoding("gbk").value(), std::string("GB18030"));
        QCOMPARE(canonicalEncoding("ISO-8859-1").value(), std::string("Latin-1"));
        QCOMPARE(canonicalEncoding("utf_8").value(), std::string("UTF-8"));
        QCOMPARE(canonicalEncoding("sjis").value(), std::string("Shift-JIS"));
    }

    void whatIsNoText() {
        QCOMPARE(detectEncoding(write("\x89PNG\r\n\x1A\n....")).error().code, ErrorCode::FileBinary);
        QCOMPARE(detectEncoding(write("\xFF\xFE\0\0a\0\0\0"s)).error().code, ErrorCode::BadEncoding);
        QCOMPARE(detectEncoding(write("a,b\n" + std::string(40, '\0'))).error().code, ErrorCode::FileBinary);
        // A NUL byte or two are faults of their rows.
        QCOMPARE(detectEncoding(write("a,b\n1,x\0y\n"s)).value(), std::string("UTF-8"));
        JobContext job;
        job.cancel();
        std::string large = "a,b\n";
        while (large.size() < 600'000)
            large += "1,2\n";
        QCOMPARE(detectEncoding(write(large), {}, &job).error().code, ErrorCode::Cancelled);
    }

    void arbitraryBytes() {
        // Whatever the bytes, a line end of the input is one of the output, and nothing but 0xFF is wrong in it.
        std::string bytes;
        std::uint32_t state = 7;
        for (int i = 0; i < 20'000; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += static_cast<char>(state >> 24);
        }
        for (const std::string& name : {"GB18030"s, "Big5"s, "Shift-JIS"s, "Latin-1"s}) {
            std::string text = decodeText(bytes, name);
            QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::count(bytes.begin(), bytes.end(), '\n'));
            std::replace(text.begin(), text.end(), '\xFF', '?');
            QVERIFY(isUtf8(text));
        }
    }
};

QTEST_APPLESS_MAIN(tst_data_encoding)
#include "tst_data_encoding.moc"
