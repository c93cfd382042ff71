// SPDX-License-Identifier: GPL-3.0-or-later
// Cells, the lasso, axes whose scale the user chooses, and the table of a chart.
#include "tests/support/chart_fixture.h"
#include "widgets/charts/chart_table.h"
#include "widgets/selection_model.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QTableView>
#include <QTemporaryDir>

using namespace chart_fixture;
using widgets::SelectionModel;

namespace {

/// Two rows of two cells: a and b below, c and d above.
ChartData fourCells() {
    ChartData data;
    data.title = QStringLiteral("Four cells");
    data.entity = QStringLiteral("category");
    data.x = {.scale = AxisData::Scale::Categories, .categories = {QStringLiteral("Head"), QStringLiteral("Tail")}};
    data.y = {.scale = AxisData::Scale::Categories, .categories = {QStringLiteral("low"), QStringLiteral("high")}};
    SeriesData cells;
    cells.kind = SeriesData::Kind::Cells;
    cells.name = QStringLiteral("share");
    cells.points = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    for (int i = 0; i < 4; ++i)
        cells.cellSize << QSizeF(1, 1);
    cells.cellColor = {Qt::red, Qt::green, Qt::blue, Qt::yellow};
    cells.cellTexts = {QStringLiteral("1 %"), {}, QStringLiteral("3 %"), {}};
    cells.ids = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    data.series = {cells};
    return data;
}

QColor colorAt(ChartView& view, const QPointF& value, const QPoint& beside) {
    const QImage image = view.grab().toImage();
    return image.pixelColor(view.positionOf(value).toPoint() + beside);
}

} // namespace

class TestChartKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cellsAreDrawnAndHit() {
        ChartView view;
        view.resize(500, 400);
        SelectionModel selection;
        view.setSelectionModel(&selection);
        view.setData(fourCells());
        expose(view);
        // Away from the middle, where the text is.
        QCOMPARE(colorAt(view, {0, 0}, {-60, 40}), QColor(Qt::red));
        QCOMPARE(colorAt(view, {1, 1}, {50, -40}), QColor(Qt::yellow));
        QTest::mouseClick(viewportOf(view), Qt::LeftButton, {}, view.positionOf({0, 1}).toPoint() + QPoint(-60, 30));
        QCOMPARE(selection.selection().names, std::set<std::string>{"c"});
        QCOMPARE(selection.selection().entity, std::string("category"));
        // What is not selected fades.
        QVERIFY(colorAt(view, {0, 0}, {-60, 40}) != QColor(Qt::red));
        QCOMPARE(colorAt(view, {0, 1}, {-60, 40}), QColor(Qt::blue));
        drag(view, view.positionOf({0, 0}), view.positionOf({1, 0}));
        QCOMPARE(selection.selection().names, (std::set<std::string>{"a", "b"}));
        for (const auto format : {ChartView::Format::Svg, ChartView::Format::Pdf, ChartView::Format::Png}) {
            QTemporaryDir folder;
            QVERIFY(view.exportTo(folder.filePath(QStringLiteral("chart")), format).ok());
        }
    }

    void bareChartsHaveNoAxes() {
        ChartView view;
        view.resize(400, 300);
        ChartData data = fourCells();
        data.bare = true;
        data.x = data.y = {};
        view.setData(data);
        expose(view);
        QVERIFY(view.positionOf({-0.5, 0}).x() < 20); // the drawing begins at the very left
        QVERIFY(!view.canBeLogarithmic(Qt::Horizontal));
    }

    void lassoSelectsWhatItEncloses() {
        ChartView view;
        view.resize(500, 400);
        SelectionModel selection;
        view.setSelectionModel(&selection);
        view.setData(threePoints());
        expose(view);
        QTest::keyClick(&view, Qt::Key_L);
        QVERIFY(selection.lasso());
        // A triangle around a and c that leaves b, above their middle, out; its bounding box holds all three.
        QWidget* const viewport = viewportOf(view);
        const QList<QPointF> outline{{1, 1}, {9, 1}, {9, 9}, {7, 4}, {4, 4}, {1, 4}};
        QTest::mousePress(viewport, Qt::LeftButton, {}, view.positionOf(outline.front()).toPoint());
        for (const QPointF& corner : outline)
            QTest::mouseMove(viewport, view.positionOf(corner).toPoint());
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, view.positionOf(outline.back()).toPoint());
        QCOMPARE(selection.selection().names, (std::set<std::string>{"a", "c"}));
        // A click is a click.
        QTest::mouseClick(viewport, Qt::LeftButton, {}, view.positionOf({5, 8}).toPoint());
        QCOMPARE(selection.selection().names, std::set<std::string>{"b"});
        QTest::keyClick(&view, Qt::Key_L);
        drag(view, view.positionOf({1, 1}), view.positionOf({9, 9}));
        QCOMPARE(selection.selection().names.size(), std::size_t{3});
    }

    void axesTakeTheScaleThatIsWanted() {
        ChartView view;
        view.resize(500, 400);
        ChartData data = threePoints();
        data.x.min = 0; // cannot be shown on a logarithmic axis
        view.setData(data);
        expose(view);
        QVERIFY(view.canBeLogarithmic(Qt::Horizontal) && !view.isLogarithmic(Qt::Horizontal));
        view.setLogarithmic(Qt::Horizontal, true);
        QVERIFY(view.isLogarithmic(Qt::Horizontal));
        const double a = view.positionOf({2, 2}).x(), b = view.positionOf({4, 2}).x(), c = view.positionOf({8, 2}).x();
        QVERIFY(std::abs((b - a) - (c - b)) < 0.5); // doublings are equally far
        view.setData(data);                         // new data keep it
        QVERIFY(view.isLogarithmic(Qt::Horizontal));
        view.setLogarithmic(Qt::Horizontal, false);
        QVERIFY(!view.isLogarithmic(Qt::Horizontal));
        view.setData(fourCells());
        QVERIFY(!view.canBeLogarithmic(Qt::Horizontal));
        view.setLogarithmic(Qt::Horizontal, true);
        QVERIFY(!view.isLogarithmic(Qt::Horizontal));
    }

    void tablesSayWhatChartsShow() {
        ChartTableModel points(threePoints()), cells(fourCells());
        const QAbstractItemModelTester one(&points), two(&cells);
        QCOMPARE(points.rowCount(), 3);
        QCOMPARE(points.columnCount(), 4);
        QCOMPARE(points.data(points.index(1, 1), Qt::DisplayRole).toString(), QStringLiteral("b"));
        QCOMPARE(points.data(points.index(1, 3), Qt::DisplayRole).toString(), QStringLiteral("8"));
        QCOMPARE(points.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Support"));
        QCOMPARE(cells.data(cells.index(2, 2), Qt::DisplayRole).toString(), QStringLiteral("Head"));
        QCOMPARE(cells.data(cells.index(2, 3), Qt::DisplayRole).toString(), QStringLiteral("3 %"));
        ChartView view;
        view.setData(threePoints());
        expose(view);
        QTest::keyClick(&view, Qt::Key_T);
        auto* dialog = view.findChild<QDialog*>(QStringLiteral("chartTable"));
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->findChild<QTableView*>()->model()->rowCount(), 3);
        dialog->close();
    }
};

QTEST_MAIN(TestChartKinds)
#include "tst_chart_kinds.moc"
