// SPDX-License-Identifier: GPL-3.0-or-later
// The import dialog by mouse and keyboard: a small file all the way into a split, and files that cannot be imported.
#include "support/desk.h"

#include "core/store/import.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/reading_form.h"
#include "widgets/shell/message_bar.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace widgets;
using test::Desk;
using test::kLong;

class TestImportWizard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        // The profiles of whoever runs the tests are none of their business.
        qputenv("TAILLIGHT_PROFILES", m_directory->filePath(QStringLiteral("profiles")).toLocal8Bit());
    }
    void importByKeyboardAndMouse();
    void wizardRefusesWrongFiles_data();
    void wizardRefusesWrongFiles();
    void wizardNeedsRequiredFields();
    void wizardMarksTheLineOfAnError();
    void cancelLeavesTheProjectAsItWas();
    void droppedFilesOpenTheWizard();
    void severalFilesOneAfterAnother();
    void readingCanBeFixed();
    void sheetsAreChosenFromAList();
    void nothingsAreToldApart();
    void profileIsSavedFoundAndRemoved();
    void kindsAreMapped();
    void privacyNeedsAKey();

private:
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(m_directory->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write a test file");
        file.write(bytes);
        return file.fileName();
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestImportWizard::importByKeyboardAndMouse() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    QByteArray csv("code;what;cost;group\n");
    for (int i = 0; i < 40; ++i)
        csv += QByteArray::number(i) + ";Lamp " + QByteArray::number(i) + ";" + QByteArray::number(i + 1) +
               (i % 4 == 0 ? ";rare\n" : ";common\n");
    csv += "40;Lamp 40;cheap;common\n41;ragged\n";
    const QString path = write(QStringLiteral("shop.csv"), csv);

    desk.click("importButton");
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QVERIFY(wizard != nullptr && wizard->isVisible());
    QVERIFY(!wizard->isModal());
    auto* field = wizard->findChild<QLineEdit*>(QStringLiteral("importPath"));
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    QVERIFY(!start->isEnabled());
    field->setFocus();
    QTest::keyClicks(field, path);
    QTest::keyClick(field, Qt::Key_Return);
    auto* table = wizard->findChild<QTableView*>(QStringLiteral("importPreview"));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 41, kLong);
    QCOMPARE(table->model()->columnCount(), 4);
    // By keyboard: the columns have names that nobody could propose from, so they are chosen.
    const auto choose = [&](const char* combo, const char* column) {
        auto* box = wizard->findChild<QComboBox*>(QLatin1String(combo));
        QVERIFY2(box != nullptr, combo);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QTest::keyClicks(box, QLatin1String(column));
        QCOMPARE(box->currentText(), QLatin1String(column));
    };
    choose("map_id", "code");
    choose("map_title", "what");
    choose("map_price", "cost");
    choose("map_label", "group");
    auto* notes = wizard->findChild<QLabel*>(QStringLiteral("importNotes"));
    QVERIFY2(notes->text().contains(QStringLiteral("cheap")), qPrintable(notes->text()));
    QVERIFY(start->isEnabled());
    QSignalSpy imported(wizard, &ImportWizard::imported);
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(imported.wait(kLong));
    QTRY_VERIFY(desk.window.messageBar()->isVisible());
    QVERIFY2(desk.window.messageBar()->text().contains(QStringLiteral("42 rows read = 40 imported + 2 rejected")),
             qPrintable(desk.window.messageBar()->text()));
    QTRY_COMPARE(desk.find<QTableView>("sourceTable")->model()->rowCount(), 1);
    QTRY_COMPARE(desk.find<QTableView>("rejectTable")->model()->rowCount(), 2);

    // The split editor makes a split of what was imported.
    desk.click("splitMake");
    QTRY_COMPARE_WITH_TIMEOUT(desk.workspace.splits().size(), std::size_t{1}, kLong);
    QTRY_COMPARE(desk.find<QTableView>("splitClassTable")->model()->rowCount(), 2);
    QVERIFY(desk.find<QLabel>("statusSplit")->text().contains(QStringLiteral("split")));
}

void TestImportWizard::wizardRefusesWrongFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is empty");
    QTest::newRow("binary") << QByteArray("id,title\n1,a\0b\0\0\0\0\0\0\0\0\0\n", 24) << QStringLiteral("");
    QTest::newRow("quote") << QByteArray("id,title\n1,a\n2,\"never closed\n3,b\n") << QStringLiteral("never closed");
    QTest::newRow("missing") << QByteArray("-") << QStringLiteral("no such file");
    QTest::newRow("folder") << QByteArray("/") << QStringLiteral("holds no file");
}

void TestImportWizard::wizardRefusesWrongFiles() {
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    QString path = m_directory->filePath(QStringLiteral("nothing.csv"));
    if (content == "/") {
        path = m_directory->filePath(QStringLiteral("empty"));
        QVERIFY(QDir().mkdir(path));
    } else if (content != "-") {
        path = write(QStringLiteral("wrong.csv"), content);
    }
    desk.window.openDropped({path});
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QVERIFY(wizard != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!wizard->errorSentence().isEmpty() ||
                                 !wizard->findChild<QLabel*>(QStringLiteral("importNotes"))->text().isEmpty(),
                             kLong);
    QTRY_VERIFY(!wizard->previewing());
    auto* notes = wizard->findChild<QLabel*>(QStringLiteral("importNotes"));
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    if (wizard->errorSentence().isEmpty() && start->isEnabled()) {
        // The head of the file was fine: the import itself must say it.
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!wizard->importing() && !wizard->errorSentence().isEmpty(), kLong);
    }
    QVERIFY2(notes->text().contains(part), qPrintable(notes->text()));
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(desk.window.findChild<ImportWizard*>() == nullptr || !wizard->isVisible());
}

void TestImportWizard::wizardNeedsRequiredFields() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    desk.window.importFile(write(QStringLiteral("odd.csv"), "aaa,bbb\n1,2\n3,4\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_COMPARE(wizard->findChild<QTableView*>(QStringLiteral("importPreview"))->model()->rowCount(), 2);
    auto* title = wizard->findChild<QComboBox*>(QStringLiteral("map_title"));
    title->setCurrentIndex(0);
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    QVERIFY(!start->isEnabled());
    auto* notes = wizard->findChild<QLabel*>(QStringLiteral("importNotes"));
    QVERIFY2(notes->text().contains(QStringLiteral("title")), qPrintable(notes->text()));
    title->setCurrentIndex(2);
    QVERIFY(start->isEnabled());
    // Another kind of file has other fields; `item` is the one a log needs.
    auto* kind = wizard->findChild<QComboBox*>(QStringLiteral("importKind"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QTRY_VERIFY(wizard->findChild<QComboBox*>(QStringLiteral("map_item")) != nullptr || kind->currentIndex() == 0);
}

void TestImportWizard::wizardMarksTheLineOfAnError() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    // Every row lacks its title: nothing can be imported, and the project must stay as it was.
    desk.window.importFile(write(QStringLiteral("none.csv"), "id,title\n1,\n2,\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_COMPARE(wizard->findChild<QTableView*>(QStringLiteral("importPreview"))->model()->rowCount(), 2);
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!wizard->errorSentence().isEmpty(), kLong);
    QVERIFY(wizard->isVisible());
    const auto sources = core::store::sources(*desk.workspace.project());
    QVERIFY(sources.ok() && sources->empty());
}

void TestImportWizard::cancelLeavesTheProjectAsItWas() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    QByteArray csv("id,title,label\n");
    constexpr int kRows = 400'000;
    for (int i = 0; i < kRows; ++i)
        csv += QByteArray::number(i) + ",Lamp of the house number " + QByteArray::number(i) + ",lamps\n";
    desk.window.importFile(write(QStringLiteral("big.csv"), csv));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_COMPARE(wizard->findChild<QTableView*>(QStringLiteral("importPreview"))->model()->rowCount(), 200);
    auto* cancel = wizard->findChild<QPushButton*>(QStringLiteral("importCancel"));
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("importStart")), Qt::LeftButton);
    QVERIFY(wizard->importing());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(wizard->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!wizard->importing() && !wizard->errorSentence().isEmpty(), kLong);
    QVERIFY2(wizard->errorSentence().contains(QStringLiteral("Cancelled")), qPrintable(wizard->errorSentence()));
    const auto sources = core::store::sources(*desk.workspace.project());
    QVERIFY(sources.ok() && sources->empty());
    // It can be started again at once.
    QVERIFY(wizard->findChild<QPushButton*>(QStringLiteral("importStart"))->isEnabled());
}

void TestImportWizard::droppedFilesOpenTheWizard() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("dropped.csv"), "id,title\n1,Lamp\n"))});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &drop);
    QTRY_VERIFY(desk.window.findChild<ImportWizard*>() != nullptr);
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_COMPARE(wizard->findChild<QTableView*>(QStringLiteral("importPreview"))->model()->rowCount(), 1);
    QVERIFY(
        wizard->findChild<QLineEdit*>(QStringLiteral("importPath"))->text().endsWith(QStringLiteral("dropped.csv")));
}

void TestImportWizard::severalFilesOneAfterAnother() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    const QString log = write(QStringLiteral("clicks.csv"), "user,item,time\nu1,1,2024-01-01\nu1,2,2024-01-02\n");
    const QString shop = write(QStringLiteral("shop.csv"), "id,title\n1,Lamp\n2,Chair\n3,Table\n");
    const QString broken = write(QStringLiteral("nothing.csv"), {});
    desk.window.importFiles({log, shop, broken});
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QVERIFY(wizard != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(wizard->files().size(), std::size_t{3}, kLong);
    // The catalogue comes first; what cannot be read comes last and is not imported.
    QCOMPARE(wizard->files()[0].kind, core::data::SourceKind::Catalogue);
    QCOMPARE(wizard->files()[1].kind, core::data::SourceKind::Log);
    QVERIFY(wizard->files()[1].defaultKind == core::data::EventKind::Click);
    QVERIFY(wizard->files()[2].error.has_value());
    auto* list = wizard->findChild<QListWidget*>(QStringLiteral("importFiles"));
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    QSignalSpy imported(wizard, &ImportWizard::imported);
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("importStart")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 2, kLong);
    QTRY_VERIFY(!wizard->importing());
    QVERIFY(wizard->isVisible()); // several files leave a summary
    const auto sources = core::store::sources(*desk.workspace.project());
    QVERIFY(sources.ok());
    QCOMPARE(sources->size(), std::size_t{2});
    QCOMPARE(sources->at(0).imported, std::int64_t{3});
    QCOMPARE(sources->at(1).imported, std::int64_t{2});
}

void TestImportWizard::readingCanBeFixed() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    desk.window.importFile(write(QStringLiteral("bars.csv"), "id;title|x\n1;Lamp|a\n2;Chair|b\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().size() == 1 && wizard->settled(), kLong);
    auto* delimiter = wizard->findChild<QComboBox*>(QStringLiteral("importDelimiter"));
    const auto fix = [&](const QString& data) {
        delimiter->setCurrentIndex(delimiter->findData(data));
        Q_EMIT delimiter->activated(delimiter->currentIndex());
    };
    fix(QStringLiteral("|"));
    QTRY_COMPARE_WITH_TIMEOUT(wizard->files().front().preview.header, (std::vector<std::string>{"id;title", "x"}),
                              kLong);
    fix(QStringLiteral(";"));
    QTRY_COMPARE_WITH_TIMEOUT(wizard->files().front().preview.header, (std::vector<std::string>{"id", "title|x"}),
                              kLong);
    QVERIFY(wizard->files().front().wanted.delimiter == ';');
    QVERIFY(!wizard->files().front().wanted.values.has_value()); // what was not fixed stays found
}

void TestImportWizard::sheetsAreChosenFromAList() {
    widgets::ReadingForm form;
    core::data::ReadOptions found;
    found.format = "xlsx";
    form.setSheets({"商品", "说明"});
    form.setOptions({}, found);
    auto* sheet = form.findChild<QComboBox*>(QStringLiteral("readSheet"));
    QVERIFY(sheet->isEnabled());
    QCOMPARE(sheet->count(), 3);
    QCOMPARE(form.wanted().sheet, std::string()); // as found: the first one
    QSignalSpy changed(&form, &widgets::ReadingForm::changed);
    sheet->setFocus();
    sheet->setCurrentIndex(2);
    Q_EMIT sheet->activated(2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(form.wanted().sheet, std::string("说明"));
    sheet->setEditText(QStringLiteral("2")); // its number works, too
    QCOMPARE(form.wanted().sheet, std::string("2"));
    form.setSheets({});
    form.setOptions({}, {});
    QCOMPARE(sheet->count(), 1);
    QVERIFY(!sheet->isEnabled());
}

void TestImportWizard::nothingsAreToldApart() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    desk.window.importFile(write(QStringLiteral("gaps.csv"), "id,title,brand\n1,Lamp,\n2,Chair,\"\"\n3,Table,NULL\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    auto* table = wizard->findChild<QTableView*>(QStringLiteral("importPreview"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kLong);
    const auto text = [&](int row) { return table->model()->index(row, 2).data().toString(); };
    QCOMPARE(text(0), QStringLiteral("missing"));
    QCOMPARE(text(1), QStringLiteral("empty"));
    QCOMPARE(text(2), QStringLiteral("NULL"));
}

void TestImportWizard::profileIsSavedFoundAndRemoved() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    const QByteArray bytes("aaa,bbb,ccc\n1,Lamp,x\n2,Chair,y\n");
    desk.window.importFile(write(QStringLiteral("one.csv"), bytes));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().size() == 1 && wizard->settled(), kLong);
    wizard->findChild<QComboBox*>(QStringLiteral("map_label"))->setCurrentIndex(3);
    QCOMPARE(wizard->mapping()["label"], std::string("ccc"));
    auto* profile = wizard->findChild<QComboBox*>(QStringLiteral("importProfile"));
    profile->setEditText(QStringLiteral("my shop"));
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("importProfileSave")), Qt::LeftButton);
    QCOMPARE(profile->findText(QStringLiteral("my shop")), 0);
    // A file with the same columns is read as the profile says.
    wizard->setFile(write(QStringLiteral("two.csv"), bytes + "3,Table,z\n"));
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().size() == 1 && wizard->settled(), kLong);
    QCOMPARE(wizard->files().front().profile, QStringLiteral("my shop"));
    QCOMPARE(wizard->mapping()["label"], std::string("ccc"));
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("importProfileRemove")), Qt::LeftButton);
    QCOMPARE(profile->count(), 0);
    QVERIFY(wizard->files().front().profile.isEmpty());
}

void TestImportWizard::kindsAreMapped() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    desk.window.importFile(write(QStringLiteral("log.csv"),
                                 "user,item,kind,time\nu1,1,pv,2024-01-01\nu1,1,zap,2024-01-02\n"
                                 "u2,2,purchase,2024-01-03\nu3,2,zap,2024-01-04\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().size() == 1 && wizard->settled() && wizard->files().front().kinds, kLong);
    auto* zap = wizard->findChild<QComboBox*>(QStringLiteral("kind_zap"));
    QVERIFY(zap != nullptr);
    QVERIFY(zap->currentData().toString().isEmpty()); // not known
    zap->setCurrentIndex(zap->findData(QStringLiteral("ignore")));
    QCOMPARE(wizard->files().front().kindValues.at("zap"), std::string("ignore"));
    QSignalSpy imported(wizard, &ImportWizard::imported);
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("importStart")), Qt::LeftButton);
    QVERIFY(imported.wait(kLong));
    const auto sources = core::store::sources(*desk.workspace.project());
    QVERIFY(sources.ok());
    QCOMPARE(sources->front().dropped.at("ignored_kind"), std::int64_t{2});
}

void TestImportWizard::privacyNeedsAKey() {
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    desk.window.importFile(write(QStringLiteral("log.csv"), "user,item,time,query\nalice,1,2024-01-01,a@example.com\n"
                                                            "bob,2,2024-01-02,shoes\n"));
    auto* wizard = desk.window.findChild<ImportWizard*>();
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().size() == 1 && wizard->settled(), kLong);
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    QVERIFY(start->isEnabled());
    auto* user = wizard->findChild<QComboBox*>(QStringLiteral("privacy_user"));
    user->setCurrentIndex(1); // pseudonymise
    QVERIFY(!start->isEnabled());
    user->setCurrentIndex(2); // drop
    QVERIFY(start->isEnabled());
    wizard->showTab(QStringLiteral("privacy"));
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("privacyScan")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->files().front().scan.has_value(), kLong);
    auto* notes = wizard->findChild<QLabel*>(QStringLiteral("importNotes"));
    QVERIFY2(notes->text().contains(QStringLiteral("Personal data would be kept")), qPrintable(notes->text()));
    QTest::mouseClick(wizard->findChild<QPushButton*>(QStringLiteral("privacyMaskFound")), Qt::LeftButton);
    QVERIFY2(!notes->text().contains(QStringLiteral("Personal data would be kept")), qPrintable(notes->text()));
}

QTEST_MAIN(TestImportWizard)
#include "tst_import_wizard.moc"
