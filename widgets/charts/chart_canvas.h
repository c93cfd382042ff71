// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>
#include <QPixmap>

namespace widgets::charts {

class Plot;

/// Shows a plot: the still part as a pixmap that is painted anew only when it changed, borders and crosshair live over
/// it. So a pointer moves at full speed over a chart of any size.
class ChartCanvas : public QGraphicsView {
    Q_OBJECT
public:
    ChartCanvas(Plot& plot, QWidget* parent);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    Plot& m_plot;
    QPixmap m_still;
    bool m_dirty = true;
};

} // namespace widgets::charts
