// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/charts/chart_data.h"

#include <QByteArray>
#include <QImage>

namespace widgets::charts {

class Plot;

/// RFC 4180 with LF: series,x,y,low,high,id. Numbers as short as they read back the same; NaN and missing ends are
/// empty; a category is written by its name.
QString csvOf(const ChartData& data);

/// A null image when it would not fit into memory.
QImage imageOf(Plot& plot, int dpi);
core::Result<QByteArray> pngOf(Plot& plot, int dpi);
/// One unit of the plot = one point.
core::Result<QByteArray> svgOf(Plot& plot);
core::Result<QByteArray> pdfOf(Plot& plot);

} // namespace widgets::charts
