// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_export.h"

#include "widgets/charts/plot.h"

#include <QBuffer>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kScreenDpi = 96, kMetresPerInch = 0.0254;

QString cell(const QString& text) {
    const bool quote = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                       text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!quote)
        return text;
    QString escaped = text;
    escaped.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QString cell(double number) {
    return std::isfinite(number) ? QString::number(number, 'g', QLocale::FloatingPointShortest) : QString();
}

QString xCell(const AxisData& axis, double x) {
    const auto index = static_cast<qsizetype>(x);
    const bool named = axis.scale == AxisData::Scale::Categories && x >= 0 && index < axis.categories.size();
    return named ? cell(axis.categories[index]) : cell(x);
}

core::Error failed(const char* what) {
    return core::Error(core::ErrorCode::WriteFailed, what);
}

} // namespace

QString csvOf(const ChartData& data) {
    QString text = QStringLiteral("series,x,y,low,high,id\n");
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const SeriesData& series : data.series) {
        for (qsizetype i = 0; i < series.points.size(); ++i) {
            const QStringList cells{cell(series.name),
                                    xCell(data.x, series.points[i].x()),
                                    cell(series.points[i].y()),
                                    cell(series.low.value(i, none)),
                                    cell(series.high.value(i, none)),
                                    cell(series.ids.value(i))};
            text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
        }
    }
    return text;
}

QImage imageOf(Plot& plot, int dpi) {
    const double ratio = dpi / kScreenDpi;
    const QSize size = (plot.state().size * ratio).toSize();
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(ratio);
    image.fill(plot.state().colors.background);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    plot.paint(painter);
    painter.end();
    // Only after painting: text would be scaled by it a second time.
    const int dots = static_cast<int>(std::lround(dpi / kMetresPerInch));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

core::Result<QByteArray> pngOf(Plot& plot, int dpi) {
    const QImage image = imageOf(plot, dpi);
    if (image.isNull())
        return core::Error(core::ErrorCode::OutOfMemory, "an image of this resolution is too large");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failed("the image could not be encoded");
    return bytes;
}

core::Result<QByteArray> svgOf(Plot& plot) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size = plot.state().size.toSize();
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(plot.state().data.title);
    generator.setDescription(plot.state().data.footnote);
    QPainter painter;
    if (!painter.begin(&generator))
        return failed("the drawing could not be begun");
    plot.paint(painter);
    painter.end();
    return bytes;
}

core::Result<QByteArray> pdfOf(Plot& plot) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return failed("the page could not be begun");
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(plot.state().size, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(72); // one unit of the plot is one point
        writer.setTitle(plot.state().data.title);
        writer.setCreator(QStringLiteral("Taillight"));
        QPainter painter;
        if (!painter.begin(&writer))
            return failed("the page could not be begun");
        plot.paint(painter);
        painter.end();
    }
    return bytes;
}

} // namespace widgets::charts
