// SPDX-License-Identifier: GPL-3.0-or-later
// Charts to test with, and a hand to use them.
#pragma once

#include "widgets/charts/chart_view.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace chart_fixture {

using namespace widgets::charts;

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Three points, named a, b, c, far apart on a square of 0…10.
inline ChartData threePoints() {
    ChartData data;
    data.title = QStringLiteral("Three points");
    data.footnote = QStringLiteral("split 1 · share:0.8,0.95");
    data.entity = QStringLiteral("label");
    data.x = {.title = QStringLiteral("Support"), .min = 0, .max = 10};
    data.y = {.title = QStringLiteral("Recall"), .min = 0, .max = 10};
    SeriesData series;
    series.kind = SeriesData::Kind::Points;
    series.name = QStringLiteral("Classes");
    series.points = {{2, 2}, {5, 8}, {8, 3}};
    series.ids = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    data.series = {series};
    return data;
}

inline ChartData rankPlot(int count) {
    ChartData data;
    data.title = QStringLiteral("Rank and frequency");
    data.x = {.title = QStringLiteral("Rank"), .scale = AxisData::Scale::Log};
    data.y = {.title = QStringLiteral("Support"), .scale = AxisData::Scale::Log};
    data.entity = QStringLiteral("item");
    SeriesData series;
    for (int i = 1; i <= count; ++i)
        series.points.append({double(i), std::floor(2.0 * count / i)});
    data.series = {series};
    data.borders = {{.x = 10, .name = QStringLiteral("head | mid")}, {.x = 100, .name = QStringLiteral("mid | tail")}};
    return data;
}

inline QWidget* viewportOf(ChartView& view) {
    return view.findChild<QAbstractScrollArea*>()->viewport();
}

/// QTest moves the pointer only over windows that are shown.
inline void expose(ChartView& view) {
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

inline void drag(ChartView& view, QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton,
                 Qt::KeyboardModifiers keys = {}) {
    QWidget* const viewport = viewportOf(view);
    QTest::mousePress(viewport, button, keys, from.toPoint());
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(viewport, (from + (to - from) * step / 4).toPoint());
    QTest::mouseRelease(viewport, button, keys, to.toPoint());
}

inline void wheelAt(ChartView& view, QPointF place, int steps) {
    QWidget* const viewport = viewportOf(view);
    QWheelEvent event(place, viewport->mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &event);
}

} // namespace chart_fixture
