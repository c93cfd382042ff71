// SPDX-License-Identifier: GPL-3.0-or-later
// The rows view as a user meets it, and its model under Qt's own tester.
#include "core/store/import.h"
#include "support/store_fixture.h"
#include "widgets/models/browse_model.h"
#include "widgets/panels/filter_builder.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/filter_row_text.h"
#include "widgets/panels/row_actions.h"
#include "widgets/panels/rows_view.h"
#include "widgets/text.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace widgets;
using core::select::Filter;
using core::select::FilterOp;
using core::select::FilterType;
using Tester = QAbstractItemModelTester;

namespace {

constexpr int kPatience = 20'000;
constexpr int kItems = 1300;

core::select::FilterColumns shopColumns() {
    return {{{"title", FilterType::Text, {}},
             {"price", FilterType::Number, {}},
             {"time", FilterType::Time, {}},
             {"cancelled", FilterType::Boolean, {}},
             {"kind", FilterType::Choice, {"click", "purchase"}}},
            "attributes"};
}

} // namespace

class TestRowsView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void modelPages();
    void modelFollowsWrites();
    void filtersSearchesSorts();
    void wrongFiltersAreTold();
    void proposalsComplete();
    void builderShowsEveryFilter_data();
    void builderShowsEveryFilter();
    void builderWritesTheExpression();
    void columnsAreChosen();
    void selectionNarrows();
    void detailsShowJson();
    void copiesAndExports();
    void menuFiltersByValue();
    void tablesKeepTheirState();
    void emptyStates();
    void everythingHasAName();

private:
    struct Shown {
        Workspace workspace;
        std::unique_ptr<RowsView> view;
        template <class T> T* find(const char* name) const { return view->findChild<T*>(QLatin1String(name)); }
        qint64 total() const { return view->model()->total(); }
        QString cell(int row, int column) const { return view->model()->index(row, column).data().toString(); }
    };
    std::unique_ptr<Shown> show();
    void settle(const Shown& shown) { QTRY_VERIFY_WITH_TIMEOUT(shown.view->settled(), kPatience); }

    QTemporaryDir m_folder;
    core::store::ProjectPtr m_project;
};

void TestRowsView::initTestCase() {
    QVERIFY(m_folder.isValid());
    auto opened = core::store::Project::open(m_folder.filePath(QStringLiteral("rows.taillight")).toStdString(),
                                             core::store::Project::Access::CreateNew);
    QVERIFY(opened.ok());
    m_project = *opened;
    std::string sql =
        "INSERT INTO source(id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, rejected, "
        "dropped, noted, rejected_by, seconds, imported_at) VALUES (1, 'catalogue', '/shop.csv', '{}', 'none', "
        "'UTF-8', ',', 1, 1, 0, '{}', '{}', '{}', 1, 'now');";
    for (int i = 1; i <= kItems; ++i) {
        const std::string n = std::to_string(i);
        sql += "INSERT INTO item(id, key, title, brand, price, label, attributes, source_id) VALUES (" + n + ", 'sku" +
               n + "', '" + (i % 10 == 0 ? "红色手机壳 " : "Kettle ") + n + "', 'brand " + std::to_string(i % 7) +
               "', " + std::to_string(i % 100) + ", 'class " + std::to_string(i % 3) + "', '{\"colour\":\"" +
               (i % 2 == 0 ? "red" : "blue") + "\"}', 1);";
    }
    const core::Status written = storetest::write(*m_project, sql);
    QVERIFY2(written.ok(), written.ok() ? "" : core::errorSentence(written.error()).c_str());
}

std::unique_ptr<TestRowsView::Shown> TestRowsView::show() {
    auto shown = std::make_unique<Shown>();
    shown->view = std::make_unique<RowsView>(shown->workspace, RowsView::Place::Page);
    shown->workspace.setProject(m_project);
    shown->view->resize(1100, 600);
    shown->view->show();
    shown->view->setProject(m_project);
    settle(*shown);
    return shown;
}

void TestRowsView::modelPages() {
    JobRunner jobs;
    models::BrowseModel model(jobs, nullptr);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    QVERIFY(model.show(m_project, {.table = "items", .sort = {{"price", true}, {"item", false}}}).ok());
    QTRY_COMPARE(model.rowCount(), kItems);
    QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatience);
    QCOMPARE(model.total(), kItems);
    QCOMPARE(model.tableTotal(), kItems);
    // The last page comes when somebody asks; until then there are dots.
    const QModelIndex last = model.index(kItems - 1, 0);
    if (!last.data(models::BrowseModel::LoadedRole).toBool())
        QCOMPARE(last.data().toString(), QStringLiteral("…"));
    QTRY_VERIFY_WITH_TIMEOUT(last.data(models::BrowseModel::LoadedRole).toBool(), kPatience);
    QVERIFY(last.data().toString().startsWith(QStringLiteral("sku")));
    QVERIFY(model.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString().contains(QStringLiteral("▼1")));
    // A wrong query changes nothing.
    QVERIFY(!model.show(m_project, {.table = "items", .filter = "prise = 1"}).ok());
    QCOMPARE(model.rowCount(), kItems);
    // One view after the other: only the newest arrives.
    QVERIFY(model.show(m_project, {.table = "items", .filter = "price = 1"}).ok());
    QVERIFY(model.show(m_project, {.table = "items", .filter = "price = 2"}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatience);
    QCOMPARE(model.rowCount(), kItems / 100);
    QTRY_COMPARE(model.index(0, 4).data().toString(), QStringLiteral("2"));
    QVERIFY(model.show(nullptr, {}).ok());
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestRowsView::modelFollowsWrites() {
    JobRunner jobs;
    models::BrowseModel model(jobs, nullptr);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    QVERIFY(model.show(m_project, {.table = "users"}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatience);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(storetest::write(*m_project, "INSERT INTO user(id, key) VALUES (1, 'ann')").ok());
    model.reload();
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.index(0, 0).data().toString(), QStringLiteral("ann"));
    QVERIFY(storetest::write(*m_project, "DELETE FROM user").ok());
    model.reload();
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestRowsView::filtersSearchesSorts() {
    const auto shown = show();
    QCOMPARE(shown->total(), kItems);
    auto* search = shown->find<QLineEdit>("rowsSearch");
    search->setText(QStringLiteral("手机")); // an input method types this, not keys
    QTest::keyClick(search, Qt::Key_Return);
    settle(*shown);
    QCOMPARE(shown->total(), kItems / 10);
    auto* filter = shown->find<FilterEdit>("rowsFilter");
    QTest::keyClicks(filter, QStringLiteral("price < 50"));
    QTest::keyClick(filter, Qt::Key_Return);
    settle(*shown);
    QCOMPARE(shown->total(), kItems / 20);
    QVERIFY(shown->find<QLabel>("rowsSummary")->text().contains(formatInteger(kItems)));
    // A click on a header sorts: up, down, as stored.
    auto* table = shown->find<QTableView>("rowsTable");
    const auto click = [&](int column, Qt::KeyboardModifiers keys = {}) {
        const QHeaderView* header = table->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, place);
        settle(*shown);
        QTRY_VERIFY(shown->view->model()->rowAt(0) != nullptr);
    };
    constexpr int kPrice = 4, kBrand = 3;
    click(kPrice);
    QTRY_COMPARE(shown->cell(0, kPrice), QStringLiteral("0"));
    click(kPrice);
    QTRY_COMPARE(shown->cell(0, kPrice), QStringLiteral("40"));
    click(kBrand, Qt::ShiftModifier);
    QCOMPARE(shown->view->model()->query().sort,
             (std::vector<core::store::BrowseSort>{{"price", true}, {"brand", false}}));
    QTRY_COMPARE(shown->cell(0, kBrand), QStringLiteral("brand 0"));
    click(kPrice);
    QVERIFY(shown->view->model()->query().sort.empty());
}

void TestRowsView::wrongFiltersAreTold() {
    const auto shown = show();
    auto* filter = shown->find<FilterEdit>("rowsFilter");
    auto* fault = shown->find<QLabel>("rowsFault");
    QVERIFY(!fault->isVisible());
    QTest::keyClicks(filter, QStringLiteral("prise > 3"));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_VERIFY(fault->isVisible());
    QVERIFY(fault->text().contains(QStringLiteral("price"))); // did you mean
    QCOMPARE(shown->total(), kItems);                         // the last right view stays
    filter->grab();                                           // draws the wave
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("title matches '[a'"));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_VERIFY(fault->isVisible() &&
                fault->text().contains(QStringLiteral("[a"))); // the parser takes it, ICU does not
    filter->clear();
    QTRY_VERIFY(!fault->isVisible());
    settle(*shown);
    QCOMPARE(shown->total(), kItems);
}

void TestRowsView::proposalsComplete() {
    FilterEdit edit;
    edit.setColumns(shopColumns(), {"colour"});
    edit.show();
    auto* completer = edit.findChild<QCompleter*>();
    QTest::keyClicks(&edit, QStringLiteral("ki"));
    QCOMPARE(completer->completionCount(), 1);
    Q_EMIT completer->activated(QStringLiteral("kind"));
    QCOMPARE(edit.text(), QStringLiteral("kind "));
    QTest::keyClicks(&edit, QStringLiteral("= pu"));
    Q_EMIT completer->activated(QStringLiteral("purchase"));
    QCOMPARE(edit.text(), QStringLiteral("kind = purchase "));
    QVERIFY(edit.filter().has_value());
}

void TestRowsView::builderShowsEveryFilter_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             "price > 2",
                             "price != 2.5",
                             "title contains \"手机\"",
                             "title not contains \"a, b\" exactly",
                             "title in (\"a\", \"b, c\", \"d\\\"e\")",
                             "price in (1, 2, 30000)",
                             "price between 1 and 2",
                             "time = 2011-12",
                             "time not between 2011 and \"2012-01-02 03:04\"",
                             "cancelled = yes",
                             "kind = click",
                             "kind not in (\"click\", \"purchase\")",
                             "title is missing",
                             "price is not missing",
                             "\"colour\" = \"red\"",
                             "\"size\" = 12",
                             "\"size\" = \"12\"",
                             "\"size\" in (1, 2)",
                             "attributes.\"title\" = \"x\"",
                             "price > 1 and title = \"a\"",
                             "price > 1 or title = \"a\" or kind = click",
                             "price > 1 and (title = \"a\" or kind = click)",
                             "not price > 1",
                             "not (price > 1 or price < 0)",
                             "title not starts with \"a\" and title ends with \"b\" and title matches \"c+\""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRowsView::builderShowsEveryFilter() {
    QFETCH(QString, text);
    const auto columns = shopColumns();
    const auto parsed = core::select::parseFilter(toStd(text), columns);
    QVERIFY(parsed.ok());
    FilterBuilder builder;
    FilterFields fields{columns, {}, {"colour"}};
    for (const auto& column : columns.columns)
        fields.titles.push_back(toQString(column.name));
    builder.setFields(fields);
    builder.setFilter(parsed.filter);
    QCOMPARE(toQString(core::select::printFilter(builder.filter(), columns)),
             toQString(core::select::printFilter(parsed.filter, columns)));
    QVERIFY(builder.filter() == parsed.filter || parsed.filter.kind == Filter::Kind::Test);
}

void TestRowsView::builderWritesTheExpression() {
    const auto shown = show();
    shown->find<QToolButton>("rowsBuilder")->setChecked(true);
    auto* builder = shown->find<FilterBuilder>("rowsFilterBuilder");
    QTest::mouseClick(builder->findChild<QPushButton*>(QStringLiteral("filterAdd")), Qt::LeftButton);
    auto* column = builder->findChild<QComboBox*>(QStringLiteral("filterColumn"));
    QVERIFY(column != nullptr);
    column->setCurrentIndex(column->findData(QStringLiteral("price")));
    auto* compare = builder->findChild<QComboBox*>(QStringLiteral("filterOperator"));
    compare->setCurrentIndex(compare->findData(operatorKey(FilterOp::GreaterEqual, false)));
    QTest::keyClicks(builder->findChild<QLineEdit*>(QStringLiteral("filterValue")), QStringLiteral("98"));
    settle(*shown);
    auto* filter = shown->find<FilterEdit>("rowsFilter");
    QCOMPARE(filter->text(), QStringLiteral("price >= 98"));
    QCOMPARE(shown->total(), kItems / 50);
    // And back: what is written shows as rows.
    shown->view->setFilter(QStringLiteral("brand = \"brand 3\" or price = 7"));
    QCOMPARE(builder->findChildren<FilterRow*>().size(), 2);
    QCOMPARE(builder->findChild<QComboBox*>(QStringLiteral("filterJoin"))->currentIndex(), 1);
}

void TestRowsView::columnsAreChosen() {
    const auto shown = show();
    auto* table = shown->find<QTableView>("rowsTable");
    auto* list = shown->find<QListWidget>("rowsColumnList");
    QCOMPARE(list->count(), shown->view->model()->columnCount());
    QVERIFY(table->isColumnHidden(5)); // the currency is not shown at first
    list->item(5)->setCheckState(Qt::Checked);
    QVERIFY(!table->isColumnHidden(5));
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(table->isColumnHidden(0));
}

void TestRowsView::selectionNarrows() {
    const auto shown = show();
    auto* only = shown->find<QCheckBox>("rowsOnlySelection");
    QVERIFY(!only->isVisible());
    shown->workspace.selection().select({"label", {"class 1"}});
    QVERIFY(only->isVisible() && !only->isChecked());
    QCOMPARE(shown->total(), kItems);
    shown->view->followSelection();
    settle(*shown);
    QCOMPARE(shown->total(), (kItems + 2) / 3);
    shown->workspace.selection().clear();
    settle(*shown);
    QCOMPARE(shown->total(), kItems);
    // A table that knows nothing of the selection makes way for the items.
    shown->view->showTable(QStringLiteral("sources"));
    shown->workspace.selection().select({"brand", {"brand 2"}});
    QVERIFY(!only->isEnabled());
    shown->view->followSelection();
    settle(*shown);
    QCOMPARE(shown->view->model()->query().table, std::string("items"));
    QVERIFY(shown->total() > 0 && shown->total() < kItems);
}

void TestRowsView::detailsShowJson() {
    const auto shown = show();
    auto* table = shown->find<QTableView>("rowsTable");
    constexpr int kAttributes = 10;
    QTRY_VERIFY(shown->view->model()->rowAt(1) != nullptr);
    table->setCurrentIndex(shown->view->model()->index(1, kAttributes));
    auto* fields = shown->find<QTreeWidget>("rowFields");
    QTRY_COMPARE(fields->topLevelItemCount(), shown->view->model()->columnCount());
    const QString text = shown->find<QPlainTextEdit>("rowText")->toPlainText();
    QVERIFY2(text.contains(QLatin1Char('\n')) && text.contains(QStringLiteral("\"red\"")), qPrintable(text));
    fields->setCurrentItem(fields->topLevelItem(1));
    QCOMPARE(shown->find<QPlainTextEdit>("rowText")->toPlainText(), QStringLiteral("Kettle 2"));
}

void TestRowsView::copiesAndExports() {
    const auto shown = show();
    auto* table = shown->find<QTableView>("rowsTable");
    shown->view->setFilter(QStringLiteral("price = 10"));
    settle(*shown);
    table->selectAll();
    auto* actions = shown->view->findChild<RowActions*>();
    QGuiApplication::clipboard()->clear();
    actions->copyRows();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), kItems / 100);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("sku10\t红色手机壳 10\t")));
    QString told;
    connect(&shown->workspace, &Workspace::message, this, [&told](const QString& text, bool) { told = text; });
    const QString path = m_folder.filePath(QStringLiteral("rows.csv"));
    core::store::RowsExport request;
    request.path = path.toStdString();
    request.columns = {"item", "price"};
    request.rows = {{1, 2}};
    actions->exportTo(request);
    QTRY_VERIFY(told.contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("item,price\nsku110,10\nsku210,10\n"));
}

void TestRowsView::menuFiltersByValue() {
    const auto shown = show();
    auto* table = shown->find<QTableView>("rowsTable");
    auto* actions = shown->view->findChild<RowActions*>();
    QTRY_VERIFY(shown->view->model()->rowAt(0) != nullptr);
    const auto choose = [&](int column, const QString& text) {
        table->setCurrentIndex(shown->view->model()->index(0, column));
        QMenu* menu = actions->showMenu(QPoint(10, 10));
        for (QAction* action : menu->actions())
            if (action->text().startsWith(text)) {
                action->trigger();
                menu->close();
                return true;
            }
        menu->close();
        return false;
    };
    constexpr int kBrand = 3, kPrice = 4, kCurrency = 5;
    QVERIFY(choose(kBrand, QStringLiteral("Only")));
    settle(*shown);
    QTRY_VERIFY(shown->view->model()->rowAt(0) != nullptr);
    QVERIFY(choose(kPrice, QStringLiteral("Leave out")));
    settle(*shown);
    QTRY_VERIFY(shown->view->model()->rowAt(0) != nullptr);
    QVERIFY(choose(kCurrency, QStringLiteral("Only"))); // it is missing
    settle(*shown);
    QCOMPARE(shown->find<FilterEdit>("rowsFilter")->text(),
             QStringLiteral("brand = \"brand 1\" and price != 1 and currency is missing"));
    QTRY_VERIFY(shown->view->model()->rowAt(0) != nullptr);
    QVERIFY(choose(kBrand, QStringLiteral("Select in the charts")));
    QCOMPARE(shown->workspace.selection().selection(), (core::select::Selection{"brand", {"brand 1"}}));
}

void TestRowsView::tablesKeepTheirState() {
    const auto shown = show();
    shown->view->setFilter(QStringLiteral("price = 10"));
    shown->view->showTable(QStringLiteral("events"));
    settle(*shown);
    QCOMPARE(shown->find<FilterEdit>("rowsFilter")->text(), QString());
    QCOMPARE(shown->view->model()->query().table, std::string("events"));
    shown->view->showTable(QStringLiteral("items"));
    settle(*shown);
    QCOMPARE(shown->find<FilterEdit>("rowsFilter")->text(), QStringLiteral("price = 10"));
    QCOMPARE(shown->total(), kItems / 100);
    QTRY_VERIFY(shown->find<QComboBox>("rowsTableChooser")->itemText(0).contains(formatInteger(kItems)));
}

void TestRowsView::emptyStates() {
    const auto shown = show();
    auto* hint = shown->find<QLabel>("rowsHint");
    shown->view->showTable(QStringLiteral("events"));
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(QStringLiteral("no rows yet")));
    QVERIFY(storetest::write(*m_project, "INSERT INTO meta VALUES ('role', 'viewer')").ok());
    shown->view->setProject(m_project);
    QTRY_VERIFY(hint->text().contains(QStringLiteral("viewer copy")));
    QVERIFY(storetest::write(*m_project, "DELETE FROM meta WHERE key = 'role'").ok());
    shown->view->setProject(nullptr);
    QVERIFY(hint->text().contains(QStringLiteral("Open a project")));
    QCOMPARE(shown->view->model()->rowCount(), 0);
}

void TestRowsView::everythingHasAName() {
    const auto shown = show();
    for (QWidget* child : shown->view->findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(child) != nullptr ||
                             qobject_cast<QComboBox*>(child) != nullptr || qobject_cast<QLineEdit*>(child) != nullptr ||
                             qobject_cast<QAbstractItemView*>(child) != nullptr;
        const bool ours = !child->objectName().isEmpty() && !child->objectName().startsWith(QStringLiteral("qt_"));
        if (control && ours)
            QVERIFY2(!child->accessibleName().isEmpty(), qPrintable(child->objectName()));
    }
}

QTEST_MAIN(TestRowsView)
#include "tst_rows_view.moc"
