// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_data.h"
#include "widgets/panels/distribution_charts.h"
#include "widgets/panels/entity_text.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>

namespace widgets {

/// Translation context of the laboratory's charts.
struct LabTexts {
    Q_DECLARE_TR_FUNCTIONS(LabCharts)
};

/// Title, footnote, empty text and entity.
charts::ChartData labFrame(const DistributionView& view, const QString& title);

/// A series in the colour and style of a bucket.
charts::SeriesData bucketSeries(std::size_t bucket, charts::SeriesData::Kind kind);

/// The background to the accent colour: 0 … 1, on a scale that the eye takes for even.
QColor shaded(double share);

} // namespace widgets
