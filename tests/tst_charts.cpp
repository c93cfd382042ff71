// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chart_fixture.h"
#include "widgets/selection_model.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace chart_fixture;
using core::select::Selection;

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void clickSelects();
    void clickModes();
    void brushSelects();
    void otherEntityShowsNoHighlight();
    void barsAreHit();
    void borderIsDragged();
    void borderStaysInside();
    void coincidingBordersPart();
    void keysMoveBorders();
    void keysWalkAndSelect();
    void zoomAndReset();
    void liveDataKeepZoom();
    void rightClickOpensMenu();
    void positionsOnLogAxes();
};

void TestCharts::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    widgets::applyTheme(widgets::Theme::Light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCharts::clickSelects() {
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    view.setData(threePoints());
    view.setSelectionModel(&model);
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({5, 8}).toPoint());
    QCOMPARE(model.selection(), (Selection{"label", {"b"}}));
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({8, 3}).toPoint());
    QCOMPARE(model.selection(), (Selection{"label", {"c"}}));
    model.undoStack()->undo();
    QCOMPARE(model.selection(), (Selection{"label", {"b"}}));
    // Beside everything: nothing.
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({9, 9}).toPoint());
    QVERIFY(model.selection().empty());
    // The mode chosen in the window counts for plain clicks.
    model.select({"label", {"a"}}, core::select::Mode::Replace);
    model.setMode(core::select::Mode::Add);
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({8, 3}).toPoint());
    QCOMPARE(model.selection(), (Selection{"label", {"a", "c"}}));
}

void TestCharts::clickModes() {
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    view.setData(threePoints());
    view.setSelectionModel(&model);
    const auto click = [&view](double x, double y, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(viewportOf(view), Qt::LeftButton, keys, view.positionOf({x, y}).toPoint());
    };
    click(2, 2, {});
    click(5, 8, Qt::ControlModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"a", "b"}}));
    click(2, 2, Qt::AltModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"b"}}));
    click(8, 3, Qt::ControlModifier);
    click(8, 3, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"c"}}));
    // Adding nothing changes nothing.
    click(9, 9, Qt::ControlModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"c"}}));
}

void TestCharts::brushSelects() {
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    view.setData(threePoints());
    expose(view);
    view.setSelectionModel(&model);
    drag(view, view.positionOf({1, 1}), view.positionOf({9, 4}));
    QCOMPARE(model.selection(), (Selection{"label", {"a", "c"}}));
    drag(view, view.positionOf({6, 9}), view.positionOf({4, 7}), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"a", "b", "c"}}));
    drag(view, view.positionOf({1, 1}), view.positionOf({6, 9}), Qt::LeftButton,
         Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"a", "b"}}));
    drag(view, view.positionOf({1, 1}), view.positionOf({3, 3}), Qt::LeftButton, Qt::AltModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"b"}}));
    model.undoStack()->undo();
    QCOMPARE(model.selection(), (Selection{"label", {"a", "b"}}));
}

void TestCharts::otherEntityShowsNoHighlight() {
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    ChartData data = threePoints();
    data.series[0].color = QColor(0, 114, 178);
    view.setData(data);
    view.setSelectionModel(&model);
    const QImage plain = view.grab().toImage();
    model.select({"item", {"a"}}, core::select::Mode::Replace);
    QCOMPARE(view.grab().toImage(), plain);
    model.select({"label", {"a"}}, core::select::Mode::Replace);
    const QImage highlighted = view.grab().toImage();
    QVERIFY(highlighted != plain);
    // Clicking into the void leaves a selection of other things alone.
    model.select({"item", {"a"}}, core::select::Mode::Replace);
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({9, 9}).toPoint());
    QCOMPARE(model.selection(), (Selection{"item", {"a"}}));
}

void TestCharts::barsAreHit() {
    ChartData data;
    data.entity = QStringLiteral("label");
    data.x = {.scale = AxisData::Scale::Categories,
              .categories = {QStringLiteral("p"), QStringLiteral("q"), QStringLiteral("r")}};
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.points = {{0, 100}, {1, 50}, {2, 0.1}};
    bars.low = {90, 45, 0};
    bars.high = {110, 55, 1};
    bars.ids = data.x.categories;
    data.series = {bars};
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    view.setData(data);
    view.setSelectionModel(&model);
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({1, 20}).toPoint());
    QCOMPARE(model.selection(), (Selection{"label", {"q"}}));
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({1, 80}).toPoint()); // above it
    QVERIFY(model.selection().empty());
    QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({2, 0.1}).toPoint()); // a bar of a pixel
    QCOMPARE(model.selection(), (Selection{"label", {"r"}}));
    drag(view, view.positionOf({-0.3, 60}), view.positionOf({1.1, 30}));
    QCOMPARE(model.selection(), (Selection{"label", {"p", "q"}}));
}

void TestCharts::borderIsDragged() {
    ChartView view;
    view.resize(600, 400);
    view.setData(rankPlot(1000));
    expose(view);
    QSignalSpy moved(&view, &ChartView::borderMoved), released(&view, &ChartView::borderReleased);
    const QPointF from = view.positionOf({100, 30}), to = view.positionOf({300, 30});
    QTest::mouseMove(viewportOf(view), from.toPoint());
    QCOMPARE(viewportOf(view)->cursor().shape(), Qt::SizeHorCursor);
    drag(view, from, to);
    QVERIFY(moved.count() >= 3);
    QCOMPARE(released.count(), 1);
    QCOMPARE(released.first().at(0).toInt(), 1);
    const double x = released.first().at(1).toDouble();
    QVERIFY2(std::abs(std::log10(x / 300)) < 0.01, qPrintable(QString::number(x))); // to a pixel
    QCOMPARE(view.data().borders[1].x, x);
    QCOMPARE(view.data().borders[0].x, 10.0);
    // The owner's answer wins.
    QList<BorderData> borders = view.data().borders;
    borders[1].x = 250;
    view.setBorders(borders);
    QCOMPARE(view.data().borders[1].x, 250.0);
    QCOMPARE(view.data().series.size(), 1);
    // One that may not be dragged is not.
    borders[1].draggable = false;
    view.setBorders(borders);
    drag(view, view.positionOf({250, 30}), view.positionOf({400, 30}));
    QCOMPARE(released.count(), 1);
}

void TestCharts::borderStaysInside() {
    ChartView view;
    view.resize(600, 400);
    view.setData(rankPlot(1000));
    expose(view);
    QSignalSpy released(&view, &ChartView::borderReleased);
    drag(view, view.positionOf({100, 30}), QPointF(5000, 200));
    QVERIFY(std::abs(released.last().at(1).toDouble() - view.visibleX().y()) < 1e-6 * view.visibleX().y());
    drag(view, view.positionOf({10, 30}), QPointF(-300, 200));
    QCOMPARE(released.last().at(0).toInt(), 0);
    QVERIFY(std::abs(released.last().at(1).toDouble() - view.visibleX().x()) < 1e-9);
}

void TestCharts::coincidingBordersPart() {
    ChartView view;
    view.resize(600, 400);
    ChartData data = rankPlot(1000);
    data.borders[0].x = data.borders[1].x = 50; // the mid bucket is empty
    view.setData(data);
    expose(view);
    QSignalSpy released(&view, &ChartView::borderReleased);
    drag(view, view.positionOf({50, 30}), view.positionOf({200, 30}));
    QCOMPARE(released.last().at(0).toInt(), 1);
    view.setData(data);
    drag(view, view.positionOf({50, 30}), view.positionOf({5, 30}));
    QCOMPARE(released.last().at(0).toInt(), 0);
}

void TestCharts::keysMoveBorders() {
    ChartView view;
    view.resize(600, 400);
    view.setData(rankPlot(1000));
    QSignalSpy moved(&view, &ChartView::borderMoved), released(&view, &ChartView::borderReleased);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(released.count(), 1);
    QCOMPARE(moved.last().at(0).toInt(), 0);                      // none was touched yet: the first
    QVERIFY(std::abs(moved.last().at(1).toDouble() - 11) < 1e-9); // a pixel is less than one entity here
    drag(view, view.positionOf({100, 30}), view.positionOf({120, 30}));
    const double before = view.data().borders[1].x;
    QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(moved.last().at(0).toInt(), 1);
    QVERIFY(moved.last().at(1).toDouble() < before - 1);
}

void TestCharts::keysWalkAndSelect() {
    ChartView view;
    view.resize(500, 400);
    widgets::SelectionModel model;
    view.setData(threePoints());
    view.setSelectionModel(&model);
    QVERIFY(view.accessibleName().contains(QStringLiteral("Three points")));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Classes")));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Support: 5")));
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(model.selection(), (Selection{"label", {"b"}}));
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Left); // stays at the first
    QTest::keyClick(&view, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(model.selection(), (Selection{"label", {"a", "b"}}));
}

void TestCharts::zoomAndReset() {
    ChartView view;
    view.resize(500, 400);
    view.setData(threePoints());
    expose(view);
    const QPointF full = view.visibleX();
    QCOMPARE(full, QPointF(0, 10));
    const QPointF place = view.positionOf({5, 8});
    wheelAt(view, place, 3);
    QVERIFY(view.visibleX().y() - view.visibleX().x() < 8);
    QVERIFY((view.positionOf({5, 8}) - place).manhattanLength() < 2); // the place under the cursor stays
    QTest::mouseDClick(viewportOf(view), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(view.visibleX(), full);
    drag(view, view.positionOf({4, 9}), view.positionOf({6, 5}), Qt::RightButton);
    QVERIFY(std::abs(view.visibleX().x() - 4) < 0.1 && std::abs(view.visibleX().y() - 6) < 0.1);
    QVERIFY(QApplication::activePopupWidget() == nullptr); // a drag is no click
    drag(view, view.positionOf({5, 7}), view.positionOf({5.5, 7}), Qt::MiddleButton);
    QVERIFY(std::abs(view.visibleX().x() - 3.5) < 0.1);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.visibleX(), full);
    drag(view, view.positionOf({4, 9}), view.positionOf({6, 5}), Qt::LeftButton, Qt::ShiftModifier);
    QVERIFY(std::abs(view.visibleX().x() - 4) < 0.1);
    wheelAt(view, place, -50); // never beyond everything
    QCOMPARE(view.visibleX(), full);
}

void TestCharts::liveDataKeepZoom() {
    ChartView view;
    view.resize(500, 400);
    ChartData data = threePoints();
    view.setData(data);
    wheelAt(view, view.positionOf({5, 8}), 3);
    const QPointF zoomed = view.visibleX();
    data.series[0].points.append({6, 6});
    view.setData(data);
    QCOMPARE(view.visibleX(), zoomed);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    const QString at = view.accessibleDescription();
    QVERIFY(at.contains(QStringLiteral("Support: 5")));
    view.setData(data); // the key's point stays, and is still said
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Support: 6")));
    data.x.title = QStringLiteral("Something else");
    view.setData(data);
    QCOMPARE(view.visibleX(), QPointF(0, 10));
}

void TestCharts::rightClickOpensMenu() {
    ChartView view;
    view.resize(500, 400);
    view.setData(threePoints());
    expose(view);
    QTest::mouseClick(viewportOf(view), Qt::RightButton, {}, view.positionOf({9, 9}).toPoint());
    auto* const menu = view.findChild<QMenu*>(QStringLiteral("chartMenu"));
    QVERIFY(menu != nullptr);
    for (QAction* const action : menu->actions())
        if (action->text().contains(QStringLiteral("CSV")) && action->text().startsWith(QStringLiteral("Copy")))
            action->trigger();
    QCOMPARE(QApplication::clipboard()->text(), view.toCsv());
    menu->close();
}

void TestCharts::positionsOnLogAxes() {
    ChartView view;
    view.resize(600, 400);
    view.setData(rankPlot(1000));
    const double one = view.positionOf({1, 10}).x(), ten = view.positionOf({10, 10}).x(),
                 hundred = view.positionOf({100, 10}).x();
    QVERIFY(one < ten);
    QVERIFY(std::abs((hundred - ten) - (ten - one)) < 1e-6);
    QVERIFY(view.positionOf({10, 100}).y() < view.positionOf({10, 10}).y());
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
