// SPDX-License-Identifier: GPL-3.0-or-later
// Text normalisation against Python's html and unicodedata, and by hand.
#include "core/text/html.h"
#include "core/text/normalise.h"
#include "core/text/stop_words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::text;

namespace {

NormaliseConfig nothing() {
    NormaliseConfig config;
    config.htmlTags = config.htmlEntities = config.nfkc = config.fullWidth = config.spaces = false;
    return config;
}

QString apply(const NormaliseConfig& config, const QString& text) {
    auto normalise = Normaliser::make(config);
    return normalise.ok() ? QString::fromStdString((*normalise)(text.toStdString())) : QStringLiteral("no normaliser");
}

void textColumns() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}
void row(const char* text, const char* expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

} // namespace

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Python 3.11: html.unescape().
    void entities_data() {
        textColumns();
        row("Tom &amp; Jerry", "Tom & Jerry");
        row("&lt;b&gt; &quot;x&quot; &apos;", "<b> \"x\" '");
        row("caf&eacute; &Eacute; &szlig;", "café É ß");
        row("&#8364; &#x20AC; &#X20ac;", "€ € €");
        row("&#65 B&#x41", "A BA"); // numbers need no semicolon
        row("&#128;&#150;", "€–");  // Windows-1252
        row("&#0;&#xD800;&#1114112;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
        row("&amp;lt;", "&lt;"); // once
        row("R&D AT&T &", "R&D AT&T &");
        row("&unknown; &;", "&unknown; &;");
        row("&#;&#x;", "&#;&#x;");
        row("&hearts;&rarr;&nbsp;x", "♥→\xC2\xA0x");
        row("&#128512;", "😀");
    }
    void entities() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(withoutEntities(text.toStdString())), expected);
    }

    void tags_data() {
        textColumns();
        row("<p>a</p><p>b</p>", " a  b ");
        row("H<sub>2</sub>O <b>bold</b>", "H2O bold");
        row("a < b > c", "a < b > c");
        row("I <3 you", "I <3 you");
        row("x<br/>y", "x y");
        row("<!-- a > b -->c", " c");
        row("a<!-- open", "a<!-- open");
        row("<img alt=\"a>b\" src='x'>z", " z");
        row("<script>if (a<b) x();</script>t", " t");
        row("<STYLE>p{}</style>t", " t");
        row("5' <b>long</b>", "5' long");
        row("price <cost and <more", "price <cost and <more");
        row("a <b", "a <b");
    }
    void tags() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(withoutTags(text.toStdString())), expected);
    }

    // Python 3.11: unicodedata.normalize("NFKC", …).
    void nfkc_data() {
        textColumns();
        row("ﬁne ① ㎏ ½", "fine 1 kg 1⁄2");
        row("Ｌｅｄ　ｌａｍｐ", "Led lamp");
        row("ｶﾞﾝﾀﾞﾑ", "ガンダム");
        row("e\xCC\x81", "é");
        row("plain", "plain");
    }
    void nfkc() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        NormaliseConfig config = nothing();
        config.nfkc = true;
        QCOMPARE(apply(config, text), expected);
    }

    void halfWidth() {
        NormaliseConfig config = nothing();
        config.fullWidth = true;
        QCOMPARE(apply(config, QString::fromUtf8("ＡＢＣ！　１２３～ﬁｶ")), QString::fromUtf8("ABC! 123~ﬁｶ"));
    }

    void lowerCase() {
        NormaliseConfig config = nothing();
        config.lowerCase = true;
        QCOMPARE(apply(config, QString::fromUtf8("ÄPFEL ΣΟΦΟΣ Дом")), QString::fromUtf8("äpfel σοφος дом"));
    }

    void punctuation_data() {
        textColumns();
        row("3.5mm, 1,000 pcs.", "3.5mm  1,000 pcs ");
        row("don't 'quote'", "don't  quote ");
        row("【新品】手机！", " 新品 手机 ");
        row("USB-C (2m) 100% R&D", "USB C  2m  100% R&D");
        row("★Best★ ™ +5€", " Best    +5€");
        row("C# @home", "C# @home");
    }
    void punctuation() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        NormaliseConfig config = nothing();
        config.punctuation = true;
        QCOMPARE(apply(config, text), expected);
    }

    void stopWords_data() {
        textColumns();
        row("The Cup of Tea for You", "Cup Tea");
        row("theory often", "theory often"); // words, not letters
        row("红色的杯子和盘子", "红色杯子盘子");
        row("目的地", "目的地"); // 的 is part of a word here
        row("的", "");
    }
    void stopWords() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        NormaliseConfig config = nothing();
        config.stopEnglish = config.stopChinese = config.spaces = true;
        QCOMPARE(apply(config, text), expected);
    }

    void ownStopWordsTakeTheirPlace() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("own.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xEF\xBB\xBF# mine\r\ncup\r\n\r\n  Tea  \n");
        file.close();
        NormaliseConfig config = nothing();
        config.stopEnglish = config.spaces = true;
        config.stopFile = file.fileName().toStdString();
        QCOMPARE(apply(config, QStringLiteral("The Cup of tea")), QStringLiteral("The of tea")); // lists are lower case
        config.stopFile = "/no/such/file";
        QCOMPARE(Normaliser::make(config).error().code, ErrorCode::FileNotFound);
    }

    void listsAreThere() {
        StopWords english, chinese;
        english.addBuiltIn("en");
        chinese.addBuiltIn("zh");
        QVERIFY(english.size() > 100 && english.contains("the") && !english.contains("lamp"));
        QVERIFY(chinese.size() > 150 && chinese.contains("的") && !chinese.contains("手机"));
    }

    void comparisonFormMakesTitlesEqual() {
        for (const char* title : {"Red <b>Lamp</b>, 3.5W", "RED LAMP 3.5w", "  red　ｌａｍｐ;\t3.5W!"})
            QCOMPARE(apply(comparisonForm(), QString::fromUtf8(title)), QStringLiteral("red lamp 3.5w"));
    }

    void anyBytesAreFine() {
        NormaliseConfig config = comparisonForm();
        config.stopEnglish = config.stopChinese = true;
        auto normalise = Normaliser::make(config);
        QVERIFY(normalise.ok());
        std::string text;
        for (int i = 0; i < 2000; ++i) {
            text += static_cast<char>((i * 7919) % 251 + 1);
            const std::string result = (*normalise)(text);
            QVERIFY(result.size() <= text.size() * 12 + 16);
        }
        QCOMPARE((*normalise)(""), std::string());
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
