// SPDX-License-Identifier: GPL-3.0-or-later
// The Sources page: what became of the rows, removing a source, refused rows that are corrected in place or in a file.
#include "core/base/file.h"
#include "core/store/import.h"
#include "core/store/rejects.h"
#include "widgets/panels/rejects_box.h"
#include "widgets/panels/sources_page.h"
#include "widgets/workspace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace core;
using namespace core::store;
using namespace widgets;

namespace {

/// A project with two imports, and the page that shows it.
class Shop {
public:
    Shop() {
        m_project = *Project::open(path("shop.taillight"), Project::Access::CreateNew);
        import("items.csv", "id,title,category,price\n1,Lamp,Light,9.5\n2,Chair,Seat,cheap\n3,,Seat,1\n",
               data::SourceKind::Catalogue);
        import("log.csv", "item,user,kind\n1,u1,click\n2,u2,click\n", data::SourceKind::Log);
        workspace.setProject(m_project);
        page = std::make_unique<SourcesPage>(workspace);
        QObject::connect(&workspace, &Workspace::message, page.get(), [this](const QString& text, bool error) {
            messages << (error ? QStringLiteral("error: ") + text : text);
        });
        page->resize(1000, 700);
        page->show();
    }
    ~Shop() {
        page.reset();
        workspace.setProject(nullptr);
    }
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    bool settled() const {
        return QTest::qWaitFor([this] { return page->settled(); }, 30'000);
    }
    template <class T> T* find(const char* name) const { return page->findChild<T*>(QLatin1String(name)); }
    void click(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    const Project& project() const { return *m_project; }
    RejectsBox* rejectsBox() const { return page->findChild<RejectsBox*>(); }
    QTableView* sourceTable() const { return find<QTableView>("sourceTable"); }
    QTableView* rejectTable() const { return find<QTableView>("rejectTable"); }

    Workspace workspace;
    std::unique_ptr<SourcesPage> page;
    QStringList messages;

private:
    void import(const char* name, const char* text, data::SourceKind kind) {
        ImportRequest request;
        request.path = path(name);
        request.kind = kind;
        JobContext job;
        if (!writeFileAtomically(request.path, text).ok() || !importFile(*m_project, request, job).ok())
            qFatal("%s was not imported", name);
    }
    QTemporaryDir m_folder;
    ProjectPtr m_project;
};

} // namespace

class TestSourcesPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sourcesAreListedWithTheirDetails() {
        const Shop shop;
        QVERIFY(shop.settled());
        const QAbstractItemModelTester tester(shop.sourceTable()->model());
        QCOMPARE(shop.sourceTable()->model()->rowCount(), 2);
        const auto cell = [&](int row, int column) {
            return shop.sourceTable()->model()->index(row, column).data().toString();
        };
        QCOMPARE(cell(0, 0), QStringLiteral("items.csv"));
        QCOMPARE(cell(0, 1), QStringLiteral("Catalogue"));
        QCOMPARE(cell(1, 1), QStringLiteral("Event log"));
        shop.sourceTable()->setCurrentIndex(shop.sourceTable()->model()->index(0, 0));
        const QString details = shop.find<QTextBrowser>("sourceDetails")->toPlainText();
        QVERIFY2(details.contains(QStringLiteral("3 rows read = 1 imported + 2 rejected + 0 left out")),
                 qPrintable(details));
        QVERIFY2(details.contains(QStringLiteral("title ← title")), qPrintable(details));
        QVERIFY2(details.contains(QStringLiteral("CSV")), qPrintable(details));
    }

    void aSourceIsRemovedOnlyWhenConfirmed() {
        Shop shop;
        QVERIFY(shop.settled());
        auto* const question = shop.find<QWidget>("removeQuestion");
        QVERIFY(!question->isVisible());
        shop.click("sourceRemove"); // the newest is chosen
        QVERIFY(question->isVisible());
        QVERIFY(shop.find<QPushButton>("removeKeep")->hasFocus() || !shop.page->isActiveWindow());
        shop.click("removeKeep");
        QVERIFY(!question->isVisible());
        QCOMPARE(sources(shop.project())->size(), std::size_t{2});
        // The question goes when another source is chosen.
        shop.click("sourceRemove");
        shop.sourceTable()->setCurrentIndex(shop.sourceTable()->model()->index(0, 0));
        QVERIFY(!question->isVisible());
        shop.sourceTable()->setCurrentIndex(shop.sourceTable()->model()->index(1, 0));
        shop.click("sourceRemove");
        QSignalSpy changed(&shop.workspace, &Workspace::dataChanged);
        shop.click("removeConfirm");
        QVERIFY(changed.wait(30'000));
        QVERIFY(shop.settled());
        QCOMPARE(shop.sourceTable()->model()->rowCount(), 1);
        QCOMPARE(sources(shop.project())->size(), std::size_t{1});
        QCOMPARE(shop.messages, QStringList{QStringLiteral("What came from log.csv was removed.")});
    }

    void aLineIsCorrectedInPlace() {
        Shop shop;
        QVERIFY(shop.settled());
        QTRY_COMPARE(shop.rejectTable()->model()->rowCount(), 2);
        auto* const line = shop.find<QPlainTextEdit>("rawLine");
        auto* const apply = shop.find<QPushButton>("rejectApply");
        shop.rejectTable()->setCurrentIndex(shop.rejectTable()->model()->index(0, 0));
        QCOMPARE(line->toPlainText(), QStringLiteral("2,Chair,Seat,cheap"));
        QVERIFY(!line->isReadOnly());
        QVERIFY(!apply->isEnabled());
        line->setPlainText(QStringLiteral("2,Chair,Seat,12.5"));
        QVERIFY(apply->isEnabled());
        // The other row stays as it is, and what was typed is kept while another row is looked at.
        shop.rejectTable()->setCurrentIndex(shop.rejectTable()->model()->index(1, 0));
        QCOMPARE(line->toPlainText(), QStringLiteral("3,,Seat,1"));
        shop.rejectTable()->setCurrentIndex(shop.rejectTable()->model()->index(0, 0));
        QCOMPARE(line->toPlainText(), QStringLiteral("2,Chair,Seat,12.5"));
        QSignalSpy changed(&shop.workspace, &Workspace::dataChanged);
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(changed.wait(30'000));
        QVERIFY(shop.settled());
        QTRY_COMPARE(shop.rejectTable()->model()->rowCount(), 1);
        const auto stored = sources(shop.project());
        QCOMPARE(stored->front().imported, std::int64_t{2});
        QCOMPARE(stored->front().rejected, std::int64_t{1});
    }

    void aLineOfTheWrongShapeIsSaidToBe() {
        Shop shop;
        QVERIFY(shop.settled());
        QTRY_COMPARE(shop.rejectTable()->model()->rowCount(), 2);
        shop.rejectTable()->setCurrentIndex(shop.rejectTable()->model()->index(0, 0));
        shop.find<QPlainTextEdit>("rawLine")->setPlainText(QStringLiteral("2,Chair"));
        shop.click("rejectApply");
        QTRY_VERIFY(!shop.messages.isEmpty());
        QVERIFY2(shop.messages.constFirst().startsWith(QStringLiteral("error: ")),
                 qPrintable(shop.messages.join(QLatin1Char('\n'))));
        QCOMPARE(*rejectCount(shop.project()), std::int64_t{2});
    }

    void rejectsGoToAFileAndComeBack() {
        Shop shop;
        QVERIFY(shop.settled());
        QTRY_COMPARE(shop.rejectTable()->model()->rowCount(), 2);
        shop.rejectTable()->setCurrentIndex(shop.rejectTable()->model()->index(0, 0));
        const QString out = QString::fromStdString(shop.path("rejects.csv"));
        shop.rejectsBox()->exportTo(out);
        QTRY_VERIFY(!shop.messages.isEmpty());
        QVERIFY2(shop.messages.constFirst().startsWith(QStringLiteral("2 rejected rows were written")),
                 qPrintable(shop.messages.constFirst()));
        const QString text = QString::fromStdString(*readFile(out.toStdString()))
                                 .replace(QStringLiteral(",cheap,"), QStringLiteral(",3,"))
                                 .replace(QStringLiteral("3,,Seat"), QStringLiteral("3,Bench,Seat"));
        QVERIFY(writeFileAtomically(out.toStdString(), text.toStdString()).ok());
        QSignalSpy changed(&shop.workspace, &Workspace::dataChanged);
        shop.rejectsBox()->importCorrectedFile(out);
        QVERIFY(changed.wait(30'000));
        QVERIFY(shop.settled());
        QCOMPARE(*rejectCount(shop.project()), std::int64_t{0});
        QVERIFY(!shop.rejectTable()->isVisible()); // the hint says that nothing was refused
    }

    void aClosedProjectLeavesNothing() {
        Shop shop;
        QVERIFY(shop.settled());
        shop.workspace.setProject(nullptr);
        QVERIFY(shop.settled());
        QCOMPARE(shop.sourceTable()->model()->rowCount(), 0);
        QVERIFY(!shop.find<QPushButton>("sourceRemove")->isVisible());
        QVERIFY(!shop.find<QPushButton>("sourceRemove")->isEnabled());
    }
};

QTEST_MAIN(TestSourcesPage)
#include "tst_sources_page.moc"
