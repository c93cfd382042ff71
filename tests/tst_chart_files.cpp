// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chart_fixture.h"
#include "widgets/charts/decimate.h"
#include "widgets/selection_model.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QFile>
#include <QImage>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>

using namespace chart_fixture;
using core::ErrorCode;
using core::select::Selection;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A plain RFC 4180 reader, written apart from the writer.
QList<QStringList> parseCsv(const QString& text) {
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                cell += text[++i];
            else
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char(',') || c == QLatin1Char('\n')) {
            row.append(cell);
            cell.clear();
            if (c == QLatin1Char('\n')) {
                rows.append(row);
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    return rows;
}

/// Number of pixels that are clearly of this colour.
int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - color.red()) < 12 && std::abs(pixel.green() - color.green()) < 12 &&
                     std::abs(pixel.blue() - color.blue()) < 12;
        }
    return count;
}

} // namespace

class TestChartFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void oddData_data();
    void oddData();
    void aMillionPoints();
    void decimationKeepsExtremes();
    void clippingIsExact();
    void exportsPng();
    void exportsSvg();
    void exportsPdf();
    void exportsCsv();
    void exportErrors();
    void darkAndLight();
    void histogramIsExactOnLogAxis();
    void formatters();
};

void TestChartFiles::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    widgets::applyTheme(widgets::Theme::Light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestChartFiles::oddData_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QList<QPointF>>("points");
    const QList<QList<QPointF>> cases{
        {},
        {{0, 0}},
        {{5, 5}},
        {{kNaN, kNaN}, {kNaN, 1}, {1, kNaN}},
        {{0, 0}, {1, 0}, {10, 5}, {100, 0}, {-5, 3}},
        {{1, 2}, {2, kNaN}, {3, 4}, {4, std::numeric_limits<double>::infinity()}, {5, 1}},
        {{3, 3}, {3, 3}, {3, 3}},
        {{1, 1e-300}, {2, 1e300}},
    };
    for (const SeriesData::Kind kind : {SeriesData::Kind::Line, SeriesData::Kind::Points, SeriesData::Kind::Bars,
                                        SeriesData::Kind::Area, SeriesData::Kind::Intervals})
        for (const AxisData::Scale scale : {AxisData::Scale::Linear, AxisData::Scale::Log})
            for (int i = 0; i < cases.size(); ++i)
                QTest::addRow("kind %d scale %d case %d", int(kind), int(scale), i)
                    << int(kind) << int(scale) << cases[i];
}

void TestChartFiles::oddData() {
    QFETCH(int, kind);
    QFETCH(int, scale);
    QFETCH(QList<QPointF>, points);
    ChartData data;
    data.entity = QStringLiteral("label");
    data.emptyText = QStringLiteral("Import something first.");
    data.x.scale = data.y.scale = AxisData::Scale(scale);
    SeriesData series;
    series.kind = SeriesData::Kind(kind);
    series.points = points;
    for (const QPointF& point : points) {
        series.low.append(point.y() - 1);
        series.high.append(point.y() + 1);
        series.ids.append(QStringLiteral("id"));
    }
    data.series = {series};
    data.borders = {{.x = 0, .name = QStringLiteral("at zero")}, {.x = kNaN, .name = QStringLiteral("nowhere")}};
    ChartView view;
    view.resize(300, 200);
    widgets::SelectionModel model;
    view.setSelectionModel(&model);
    view.setData(data);
    QVERIFY(!view.grab().isNull());
    model.select({"label", {"id"}}, core::select::Mode::Replace);
    for (const int key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Space, Qt::Key_Plus, Qt::Key_PageDown, Qt::Key_Home})
        QTest::keyClick(&view, Qt::Key(key));
    drag(view, {60, 30}, {250, 150});
    drag(view, {60, 30}, {250, 150}, Qt::RightButton);
    QTest::mouseMove(viewportOf(view), {150, 100});
    QVERIFY(!view.grab().isNull());
    QVERIFY(!view.toImage().isNull());
    QVERIFY(std::isfinite(view.visibleX().x()) && std::isfinite(view.visibleX().y()));
    QVERIFY(view.visibleX().x() < view.visibleX().y());
    view.resize(40, 30); // far too small
    QVERIFY(!view.grab().isNull());
}

void TestChartFiles::aMillionPoints() {
    ChartView view;
    view.resize(600, 400);
    ChartData data = rankPlot(1000000);
    SeriesData scatter;
    scatter.kind = SeriesData::Kind::Points;
    for (int i = 1; i <= 1000000; ++i)
        scatter.points.append({double(i), 1 + (i * 7919LL) % 100000 / 10.0});
    data.series.append(scatter);
    view.setData(data);
    QVERIFY(!view.grab().isNull());
    wheelAt(view, view.positionOf({1000, 100}), 5);
    QVERIFY(!view.grab().isNull());
    QTest::mouseMove(viewportOf(view), view.positionOf({1000, 2000}).toPoint());
    QTemporaryDir folder;
    QVERIFY(view.exportTo(folder.filePath(QStringLiteral("big.svg")), ChartView::Format::Svg).ok());
    QVERIFY(contentOf(folder.filePath(QStringLiteral("big.svg"))).size() < 8'000'000); // thinned
}

void TestChartFiles::decimationKeepsExtremes() {
    QList<QPointF> view;
    for (int i = 0; i < 100000; ++i)
        view.append({i / 1000.0, std::sin(i / 500.0)});
    view[31415].setY(50);
    view[62831].setY(-40);
    const QList<QList<QPointF>> runs = lineRuns(view, true, {0, 100}, 500);
    QCOMPARE(runs.size(), 1);
    QVERIFY(runs[0].size() <= 4 * 502);
    QVERIFY(runs[0].contains(view[31415]) && runs[0].contains(view[62831]));
    QCOMPARE(runs[0].first(), view.first());
    QCOMPARE(runs[0].last(), view.last());
    // A gap is kept.
    view[50000] = QPointF(kNaN, kNaN);
    QCOMPARE(lineRuns(view, true, {0, 100}, 500).size(), 2);
    const std::vector<qsizetype> points = visiblePoints(view, {0, 50}, {-2, 2}, 100, 100);
    QVERIFY(!points.empty() && points.size() <= 10000);
    QVERIFY(std::all_of(points.begin(), points.end(), [&view](qsizetype i) { return view[i].x() <= 50; }));
}

void TestChartFiles::clippingIsExact() {
    const QList<QPointF> line{{-1, -1}, {11, 11}};
    const QList<QList<QPointF>> parts = clippedLine(line, {0, 10}, {2, 5});
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts[0].first(), QPointF(2, 2));
    QCOMPARE(parts[0].last(), QPointF(5, 5));
    QCOMPARE(clippedLine({{0, 0}, {5, 20}, {10, 0}}, {0, 10}, {0, 10}).size(), 2);
    const QList<QPointF> edge = clampedEdge({{0, 0}, {10, 20}}, {0, 10}, {0, 10});
    QCOMPARE(edge, (QList<QPointF>{{0, 0}, {5, 10}, {10, 10}}));
}

void TestChartFiles::exportsPng() {
    QTemporaryDir folder;
    ChartView view;
    view.resize(400, 300);
    view.setData(threePoints());
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(view.exportTo(path, ChartView::Format::Png, 192).ok());
    const QImage image(path);
    QCOMPARE(image.size(), QSize(800, 600));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    QVERIFY(pixelsOf(image, Qt::white) < 800 * 600);
    QCOMPARE(view.toImage(96).size(), QSize(400, 300));
}

void TestChartFiles::exportsSvg() {
    QTemporaryDir folder;
    ChartView view;
    view.resize(400, 300);
    view.setData(rankPlot(1000));
    const QString path = folder.filePath(QStringLiteral("chart.svg"));
    QVERIFY(view.exportTo(path, ChartView::Format::Svg).ok());
    QXmlStreamReader xml(contentOf(path));
    QStringList texts;
    QString root;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            if (root.isEmpty())
                root = xml.name().toString();
            if (xml.name() == QLatin1String("text"))
                texts.append(xml.readElementText().trimmed());
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(root, QStringLiteral("svg"));
    QVERIFY(texts.contains(QStringLiteral("Rank and frequency")));
    QVERIFY(texts.contains(QStringLiteral("head | mid")));
    QVERIFY(!contentOf(path).contains("<image")); // shapes, no pixels
}

void TestChartFiles::exportsPdf() {
    QTemporaryDir folder;
    ChartView view;
    view.resize(400, 300);
    view.setData(threePoints());
    const QString path = folder.filePath(QStringLiteral("chart.pdf"));
    QVERIFY(view.exportTo(path, ChartView::Format::Pdf).ok());
    const QByteArray content = contentOf(path);
    QVERIFY(content.startsWith("%PDF-"));
    QVERIFY(content.contains("/FontFile") || content.contains("/FontFile2") || content.contains("/FontFile3"));
    const qsizetype box = content.indexOf("/MediaBox");
    QVERIFY(box >= 0);
    const QByteArray numbers = content.mid(box, 60);
    QVERIFY2(numbers.contains("400") && numbers.contains("300"), numbers.constData()); // points
}

void TestChartFiles::exportsCsv() {
    QTemporaryDir folder;
    ChartView view;
    ChartData data = threePoints();
    data.series[0].name = QStringLiteral("Classes, “tail”\n\"rare\"");
    data.series[0].ids[1] = QStringLiteral("手机,\"新\"");
    data.series[0].points[0] = {0.1 + 0.2, 1e-17};
    data.series[0].low = {0, kNaN, 1.0 / 3};
    data.series[0].high = {1, 9, 4};
    view.setData(data);
    const QString path = folder.filePath(QStringLiteral("chart.csv"));
    QVERIFY(view.exportTo(path, ChartView::Format::Csv).ok());
    const QList<QStringList> rows = parseCsv(QString::fromUtf8(contentOf(path)));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].join(QLatin1Char(',')), QStringLiteral("series,x,y,low,high,id"));
    const SeriesData& series = data.series[0];
    for (int i = 0; i < 3; ++i) {
        const QStringList& row = rows[i + 1];
        QCOMPARE(row.size(), 6);
        QCOMPARE(row[0], series.name);
        QVERIFY(row[1].toDouble() == series.points[i].x()); // to the last bit
        QVERIFY(row[2].toDouble() == series.points[i].y());
        if (std::isnan(series.low[i]))
            QVERIFY(row[3].isEmpty());
        else
            QVERIFY(row[3].toDouble() == series.low[i]);
        QVERIFY(row[4].toDouble() == series.high[i]);
        QCOMPARE(row[5], series.ids[i]);
    }
}

void TestChartFiles::exportErrors() {
    QTemporaryDir folder;
    ChartView view;
    view.setData(threePoints());
    for (const ChartView::Format format :
         {ChartView::Format::Png, ChartView::Format::Svg, ChartView::Format::Pdf, ChartView::Format::Csv}) {
        const core::Status directory = view.exportTo(folder.path(), format);
        QVERIFY(!directory.ok());
        QCOMPARE(directory.error().code, ErrorCode::IsDirectory);
        const core::Status gone = view.exportTo(folder.filePath(QStringLiteral("no/such/folder/chart")), format);
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().code, ErrorCode::WriteFailed);
        QVERIFY(widgets::errorText(gone.error()).contains(QStringLiteral("no/such/folder")));
    }
}

void TestChartFiles::darkAndLight() {
    ChartView view;
    view.resize(400, 300);
    view.setData(threePoints());
    const auto corner = [&view] { return view.grab().toImage().pixelColor(1, 1).lightness(); };
    QVERIFY(corner() > 200);
    widgets::applyTheme(widgets::Theme::Dark);
    QVERIFY(widgets::darkPalette());
    QTRY_VERIFY(corner() < 80);
    QVERIFY(view.toImage().pixelColor(1, 1).lightness() < 80); // copied as seen
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(view.exportTo(path, ChartView::Format::Png).ok());
    QVERIFY(QImage(path).pixelColor(1, 1).lightness() > 200); // files go into papers
    widgets::applyTheme(widgets::Theme::Light);
    QTRY_VERIFY(corner() > 200);
}

void TestChartFiles::histogramIsExactOnLogAxis() {
    ChartData data;
    data.x = {.scale = AxisData::Scale::Log, .min = 1, .max = 1000};
    data.y = {.scale = AxisData::Scale::Log, .min = 1, .max = 1000};
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.color = QColor(0, 114, 178);
    bars.points = {{1, 100}, {10, 10}, {100, 1000}};
    bars.barWidth = {9, 90, 900};
    data.series = {bars};
    ChartView view;
    view.resize(600, 400);
    view.setData(data);
    const QImage image = view.grab().toImage();
    const auto filled = [&](double x, double y) {
        const QColor pixel = image.pixelColor(view.positionOf({x, y}).toPoint());
        return pixel.blue() > pixel.red() + 60;
    };
    QVERIFY(filled(1.1, 90) && filled(9, 90) && !filled(1.1, 115) && !filled(9, 115));
    QVERIFY(filled(11, 9) && filled(90, 9) && !filled(11, 12) && !filled(90, 12));
    QVERIFY(filled(110, 900) && filled(900, 900));
}

void TestChartFiles::formatters() {
    const QString space(QChar(0xA0));
    QCOMPARE(widgets::formatInteger(1234567), QStringLiteral("1,234,567"));
    QCOMPARE(widgets::formatPercent(0.1234), QStringLiteral("12.3") + space + QStringLiteral("%"));
    QCOMPARE(widgets::formatCompact(999), QStringLiteral("999"));
    QCOMPARE(widgets::formatCompact(1200), QStringLiteral("1,200"));
    QCOMPARE(widgets::formatCompact(12000), QStringLiteral("12") + space + QStringLiteral("k"));
    QCOMPARE(widgets::formatCompact(3400000), QStringLiteral("3.4") + space + QStringLiteral("M"));
    QCOMPARE(widgets::formatCompact(0.05), QStringLiteral("0.05"));
    QCOMPARE(widgets::formatCompact(0), QStringLiteral("0"));
    QCOMPARE(widgets::formatCompact(kNaN), QStringLiteral("–"));
    QCOMPARE(widgets::formatDuration(0.25), QStringLiteral("250 ms"));
    QCOMPARE(widgets::formatDuration(75), QStringLiteral("1 min 15 s"));
    QCOMPARE(widgets::formatDuration(3700), QStringLiteral("1 h 1 min"));
    QCOMPARE(widgets::formatDecimal(0.5), QStringLiteral("0.500"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(widgets::formatDecimal(1.5, 1), QStringLiteral("1,5"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const core::Error error = core::Error(ErrorCode::BadValue, "a number").inFile("a.csv", 3).at("price", "abc");
    QCOMPARE(widgets::errorText(error), QStringLiteral("a.csv:3, column “price”: “abc” is not a number."));
}

QTEST_MAIN(TestChartFiles)
#include "tst_chart_files.moc"
