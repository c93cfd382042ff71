// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/chart_export.h"

#include "core/base/file.h"
#include "widgets/text.h"

#include <QDir>

#include <algorithm>

namespace widgets::shell {

using charts::ChartView;

std::optional<ChartView::Format> chartFormat(const QString& name) {
    const QString lower = name.toLower();
    for (const ChartView::Format format :
         {ChartView::Format::Png, ChartView::Format::Svg, ChartView::Format::Pdf, ChartView::Format::Csv})
        if (lower == chartFormatName(format))
            return format;
    return std::nullopt;
}

QString chartFormatName(ChartView::Format format) {
    switch (format) {
    case ChartView::Format::Png:
        return QStringLiteral("png");
    case ChartView::Format::Svg:
        return QStringLiteral("svg");
    case ChartView::Format::Pdf:
        return QStringLiteral("pdf");
    case ChartView::Format::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

core::Result<QStringList> exportCharts(const std::vector<Panel*>& panels, const QString& directory,
                                       ChartView::Format format, int dpi) {
    TL_CHECK_STATUS(core::makeDirectory(toStd(directory)));
    QStringList written;
    for (const Panel* panel : panels) {
        for (const ChartView* chart : panel->charts()) {
            const auto& series = chart->data().series;
            const bool empty =
                std::all_of(series.begin(), series.end(), [](const auto& one) { return one.points.isEmpty(); });
            if (empty)
                continue;
            const QString path = QDir(directory).filePath(
                QStringLiteral("%1-%2.%3").arg(panel->id(), chart->objectName(), chartFormatName(format)));
            TL_CHECK_STATUS(chart->exportTo(path, format, dpi));
            written << path;
        }
    }
    return written;
}

} // namespace widgets::shell
