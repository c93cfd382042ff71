// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/axis_item.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kTick = 4, kGap = 3;

/// Hairlines on whole pixels look the same everywhere.
double crisp(double place) {
    return std::floor(place) + 0.5;
}

} // namespace

void AxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->fillRect(boundingRect(), m_state.colors.background);
    paintTexts(*painter);
    if (m_state.empty) {
        paintEmpty(*painter);
        return;
    }
    if (!m_state.data.bare) {
        paintGrid(*painter);
        paintLabels(*painter);
    }
    paintLegend(*painter);
}

void AxisItem::paintGrid(QPainter& painter) const {
    const QRectF& area = m_state.area;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto penOf = [this](const Tick& tick) {
        return QPen(tick.label.isEmpty() ? m_state.colors.minorGrid : m_state.colors.grid, 1);
    };
    if (!m_state.xScale.isCategories()) {
        for (const Tick& tick : m_state.xTicks) {
            const double x = crisp(m_state.toScene({tick.view, 0}).x());
            painter.setPen(penOf(tick));
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
    }
    if (!m_state.yScale.isCategories()) {
        for (const Tick& tick : m_state.yTicks) {
            const double y = crisp(m_state.toScene({0, tick.view}).y());
            painter.setPen(penOf(tick));
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
    }
    painter.setPen(QPen(m_state.colors.axis, 1));
    painter.drawLine(QPointF(crisp(area.left()), area.top()), QPointF(crisp(area.left()), area.bottom()));
    painter.drawLine(QPointF(area.left(), crisp(area.bottom())), QPointF(area.right(), crisp(area.bottom())));
    const double zero = m_state.toScene({0, 0}).y();
    if (!m_state.yScale.isLog() && !m_state.yScale.isCategories() && zero > area.top() + 1 &&
        zero < area.bottom() - 1) // differences: where the sign turns
        painter.drawLine(QPointF(area.left(), crisp(zero)), QPointF(area.right(), crisp(zero)));
    painter.restore();
}

void AxisItem::paintLabels(QPainter& painter) const {
    const QRectF& area = m_state.area;
    const QFontMetricsF metrics(m_state.labelFont);
    painter.setFont(m_state.labelFont);
    painter.setPen(m_state.colors.muted);
    for (const Tick& tick : m_state.yTicks) {
        if (tick.label.isEmpty())
            continue;
        const double y = m_state.toScene({0, tick.view}).y();
        const QRectF box(0, y - metrics.height() / 2, area.left() - kTick - kGap, metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         metrics.elidedText(tick.label, Qt::ElideRight, m_state.yLabelWidth));
    }
    for (const Tick& tick : m_state.xTicks) {
        if (tick.label.isEmpty())
            continue;
        if (m_state.xScale.isCategories()) {
            paintCategoryLabel(painter, tick);
            continue;
        }
        const double width = metrics.horizontalAdvance(tick.label);
        const double x = m_state.toScene({tick.view, 0}).x();
        // A label at the very end is moved in rather than cut.
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, m_state.size.width() - width - 2));
        painter.drawText(QPointF(left, area.bottom() + kTick + metrics.ascent()), tick.label);
    }
}

void AxisItem::paintCategoryLabel(QPainter& painter, const Tick& tick) const {
    const QFontMetricsF metrics(m_state.labelFont);
    const QString text = metrics.elidedText(tick.label, Qt::ElideMiddle, m_state.xLabelWidth);
    const double width = metrics.horizontalAdvance(text);
    const QPointF foot(m_state.toScene({tick.view, 0}).x(), m_state.area.bottom() + kTick);
    if (!m_state.rotateX) {
        // By the baseline: names in several scripts, in fonts of several heights, stand on one line.
        painter.drawText(QPointF(foot.x() - width / 2, foot.y() + metrics.ascent()), text);
        return;
    }
    painter.save();
    painter.translate(foot.x() + metrics.ascent() * 0.3, foot.y() + metrics.ascent() * 0.6);
    painter.rotate(-45);
    painter.drawText(QPointF(-width, 0), text);
    painter.restore();
}

void AxisItem::paintLegend(QPainter& painter) const {
    painter.save();
    painter.setFont(m_state.labelFont);
    const QFontMetricsF metrics(m_state.labelFont);
    for (const LegendEntry& entry : m_state.legend) {
        if (entry.series >= 0)
            paintSwatch(painter, entry);
        painter.setPen(entry.series >= 0 ? m_state.colors.text : m_state.colors.muted);
        painter.drawText(entry.label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                         metrics.elidedText(entry.text, Qt::ElideMiddle, entry.label.width()));
    }
    painter.restore();
}

void AxisItem::paintSwatch(QPainter& painter, const LegendEntry& entry) const {
    const SeriesData& source = m_state.data.series[entry.series];
    const QColor& color = m_state.series[static_cast<std::size_t>(entry.series)].color;
    const QPointF middle = entry.swatch.center();
    switch (source.kind) {
    case SeriesData::Kind::Line:
    case SeriesData::Kind::Area: {
        painter.setPen(QPen(color, std::max(2.0, source.width), source.style, Qt::FlatCap));
        const double y = crisp(middle.y());
        painter.drawLine(QPointF(entry.swatch.left(), y), QPointF(entry.swatch.right(), y));
        break;
    }
    case SeriesData::Kind::Bars:
    case SeriesData::Kind::Cells:
        painter.fillRect(QRectF(middle.x() - 5, middle.y() - 5, 10, 10), color);
        break;
    case SeriesData::Kind::Intervals:
        painter.setPen(QPen(color, 1.4));
        painter.drawLine(QPointF(middle.x(), entry.swatch.top() + 1), QPointF(middle.x(), entry.swatch.bottom() - 1));
        [[fallthrough]];
    case SeriesData::Kind::Points:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(middle, 3.5, 3.5);
        break;
    }
}

void AxisItem::paintTexts(QPainter& painter) const {
    painter.setFont(m_state.titleFont);
    painter.setPen(m_state.colors.text);
    painter.drawText(
        m_state.titleRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        QFontMetricsF(m_state.titleFont).elidedText(m_state.data.title, Qt::ElideRight, m_state.titleRect.width()));
    painter.setFont(m_state.labelFont);
    painter.setPen(m_state.colors.muted);
    if (!m_state.footnoteRect.isEmpty())
        painter.drawText(m_state.footnoteRect, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_state.data.footnote);
    if (m_state.empty || m_state.data.bare)
        return;
    const QFontMetricsF metrics(m_state.labelFont);
    painter.setPen(m_state.colors.text);
    painter.drawText(m_state.xTitleRect, Qt::AlignCenter | Qt::TextDontClip,
                     metrics.elidedText(m_state.data.x.title, Qt::ElideRight, m_state.xTitleRect.width()));
    if (m_state.yTitleRect.isEmpty())
        return;
    painter.save();
    painter.translate(m_state.yTitleRect.center());
    painter.rotate(-90);
    const double length = m_state.yTitleRect.height(), height = m_state.yTitleRect.width();
    painter.drawText(QRectF(-length / 2, -height / 2, length, height), Qt::AlignCenter | Qt::TextDontClip,
                     metrics.elidedText(m_state.data.y.title, Qt::ElideRight, length));
    painter.restore();
}

void AxisItem::paintEmpty(QPainter& painter) const {
    painter.setFont(m_state.labelFont);
    painter.setPen(m_state.colors.muted);
    const double margin = std::min(32.0, m_state.size.width() * 0.1);
    painter.drawText(boundingRect().adjusted(margin, m_state.titleRect.bottom(), -margin, -8),
                     Qt::AlignCenter | Qt::TextWordWrap, m_state.data.emptyText);
}

QString AxisItem::elidedNameAt(const QPointF& scene) const {
    if (m_state.empty || !m_state.xScale.isCategories() || scene.y() < m_state.area.bottom() ||
        scene.y() > m_state.xTitleRect.top())
        return {};
    const double view = m_state.toView(scene).x();
    const auto index = static_cast<qsizetype>(std::lround(view));
    if (index < 0 || index >= m_state.data.x.categories.size())
        return {};
    const QString& name = m_state.data.x.categories[index];
    const bool labelled = std::any_of(m_state.xTicks.begin(), m_state.xTicks.end(),
                                      [index](const Tick& tick) { return tick.view == static_cast<double>(index); });
    const bool whole = QFontMetricsF(m_state.labelFont).horizontalAdvance(name) <= m_state.xLabelWidth;
    return labelled && whole ? QString() : name;
}

} // namespace widgets::charts
