// SPDX-License-Identifier: GPL-3.0-or-later
// The import dialog by mouse and keyboard: a small file all the way into a split, and files that cannot be imported.
#include "support/desk.h"

#include "core/store/import.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/shell/message_bar.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace widgets;
using test::Desk;
using test::kLong;

class TestImportWizard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void importByKeyboardAndMouse();
    void wizardRefusesWrongFiles_data();
    void wizardRefusesWrongFiles();
    void wizardNeedsRequiredFields();
    void wizardMarksTheLineOfAnError();
    void cancelLeavesTheProjectAsItWas();
    void droppedFilesOpenTheWizard();

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
    QTest::newRow("folder") << QByteArray("/") << QStringLiteral("is a directory");
}

void TestImportWizard::wizardRefusesWrongFiles() {
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    Desk desk;
    QVERIFY(desk.makeProject(m_directory->filePath(QStringLiteral("p.taillight"))));
    QString path = m_directory->filePath(QStringLiteral("nothing.csv"));
    if (content == "/")
        path = m_directory->path();
    else if (content != "-")
        path = write(QStringLiteral("wrong.csv"), content);
    desk.window.openDropped(path);
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

QTEST_MAIN(TestImportWizard)
#include "tst_import_wizard.moc"
