// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_canvas.h"

#include "widgets/charts/plot.h"

#include <QPainter>

namespace widgets::charts {

ChartCanvas::ChartCanvas(Plot& plot, QWidget* parent) : QGraphicsView(&plot.liveScene(), parent), m_plot(plot) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::NoFocus); // the chart around it has the focus
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_plot.onStaticChange([this] {
        m_dirty = true;
        viewport()->update();
    });
}

void ChartCanvas::drawBackground(QPainter* painter, const QRectF&) {
    const double ratio = viewport()->devicePixelRatioF();
    const QSize wanted = (m_plot.state().size * ratio).toSize();
    if (m_dirty || m_still.size() != wanted || m_still.devicePixelRatio() != ratio) {
        m_still = QPixmap(wanted);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(m_plot.state().colors.background);
        QPainter still(&m_still);
        still.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_plot.paintStatic(still);
        m_dirty = false;
    }
    painter->drawPixmap(0, 0, m_still);
}

} // namespace widgets::charts
