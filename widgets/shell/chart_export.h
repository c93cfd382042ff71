// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/panels/panel.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace widgets::shell {

/// "png", "svg", "pdf", "csv" (case ignored).
std::optional<charts::ChartView::Format> chartFormat(const QString& name);
QString chartFormatName(charts::ChartView::Format format);

/// Writes every chart of the panels as DIR/<panel>-<chart>.<format>; the paths are returned. Charts without points are
/// left out: they would say nothing. The directory is made when it is not there.
core::Result<QStringList> exportCharts(const std::vector<Panel*>& panels, const QString& directory,
                                       charts::ChartView::Format format, int dpi = 192);

} // namespace widgets::shell
