// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/marks_item.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kFaded = 0.28;
constexpr double kBarOpacity = 0.88;
constexpr int kManyPoints = 2000;
constexpr int kFewDots = 40; ///< a line with no more points shows them

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

double radiusOf(std::size_t count) {
    return count > 15000 ? 1.5 : count > kManyPoints ? 2.0 : count > 300 ? 2.8 : 3.6;
}

/// A dot as pixels: blitting thousands of them is far faster than filling thousands of ellipses.
QImage spriteOf(const QColor& color, double radius, double ratio) {
    const int size = static_cast<int>(std::ceil((2 * radius + 2) * ratio));
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double middle = size / ratio / 2;
    painter.drawEllipse(QPointF(middle, middle), radius, radius);
    return image;
}

/// Draws equal dots at many places, as pixels or, for SVG and PDF, as shapes.
class DotPainter {
public:
    DotPainter(QPainter& painter, const QColor& color, double radius) : m_painter(painter), m_radius(radius) {
        const QPaintEngine* const engine = painter.paintEngine();
        if (engine != nullptr && engine->type() == QPaintEngine::Raster) {
            m_sprite = spriteOf(color, radius, painter.device()->devicePixelRatioF());
            m_half = m_sprite.width() / m_sprite.devicePixelRatio() / 2;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
    }
    void draw(const QPointF& middle) {
        if (m_sprite.isNull())
            m_painter.drawEllipse(middle, m_radius, m_radius); // with the brush set by the constructor
        else
            m_painter.drawImage(middle - QPointF(m_half, m_half), m_sprite);
    }

private:
    QPainter& m_painter;
    QImage m_sprite;
    double m_radius, m_half = 0;
};

bool shown(const QPointF& view) {
    return std::isfinite(view.x());
}

constexpr double kCellPad = 4;

bool hasLetters(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// White or black, whichever can be read on a colour.
QColor readableText(const QColor& on) {
    const auto linear = [](float part) { return std::pow(static_cast<double>(part), 2.2); };
    const double light = 0.2126 * linear(on.redF()) + 0.7152 * linear(on.greenF()) + 0.0722 * linear(on.blueF());
    return light > 0.26 ? QColor(0x10, 0x10, 0x10) : QColor(0xff, 0xff, 0xff);
}

} // namespace

void MarksItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_state.empty || (m_layer == Layer::Selected && !m_state.highlighting))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // Dots at the very edge may stick out a little; bars may not.
    painter->setClipRect(m_layer == Layer::Bars ? m_state.area : boundingRect(), Qt::IntersectClip);
    for (int s = 0; s < m_state.data.series.size(); ++s) {
        const SeriesData::Kind kind = m_state.data.series[s].kind;
        const bool selected = m_layer == Layer::Selected;
        if (kind == SeriesData::Kind::Bars && m_layer != Layer::Points) {
            painter->save();
            painter->setClipRect(m_state.area, Qt::IntersectClip);
            paintBars(*painter, s, selected);
            painter->restore();
        } else if (kind == SeriesData::Kind::Cells) {
            if (m_layer != Layer::Points)
                paintCells(*painter, s, selected);
        } else if (kind == SeriesData::Kind::Intervals && m_layer != Layer::Bars) {
            paintIntervals(*painter, s, selected);
        } else if (selected) {
            paintSelectedPoints(*painter, s);
        } else if (kind == SeriesData::Kind::Points && m_layer == Layer::Points) {
            paintPoints(*painter, s);
        } else if (kind != SeriesData::Kind::Bars && m_layer == Layer::Points) {
            paintLoneDots(*painter, s);
        }
    }
    painter->restore();
}

double MarksItem::fadeOf(int series) const {
    return m_state.highlighting && m_state.series[static_cast<std::size_t>(series)].selectable ? kFaded : 1.0;
}

void MarksItem::paintBars(QPainter& painter, int series, bool selected) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    // Opaque, so that the grid does not shine through.
    const QColor fill = mixed(plotted.color, m_state.colors.background, selected ? 1.0 : kBarOpacity * fadeOf(series));
    const bool histogram = !m_state.data.series[series].barWidth.isEmpty();
    for (qsizetype i = 0; i < plotted.view.size(); ++i) {
        if (!shown(plotted.view[i]) || (selected && !m_state.isSelected(series, i)))
            continue;
        QRectF bar = m_state.barRect(plotted, i);
        if (bar.right() < m_state.area.left() || bar.left() > m_state.area.right())
            continue;
        if (histogram && bar.width() > 3)
            bar.adjust(0.5, 0, -0.5, 0); // neighbours stay apart
        bar = bar.intersected(m_state.area);
        if (selected) {
            painter.setPen(QPen(m_state.colors.text, 1.4));
            painter.setBrush(fill);
            painter.drawRect(bar);
        } else {
            painter.fillRect(bar, fill);
        }
        double low = 0, high = 0;
        if (m_state.interval(series, i, low, high)) {
            painter.setPen(
                QPen(withAlpha(m_state.colors.text, selected ? 1 : 0.8 * std::max(0.4, fadeOf(series))), 1.3));
            paintWhisker(painter, bar.center().x(), low, high, std::min(5.0, bar.width() / 3));
        }
    }
}

void MarksItem::paintCells(QPainter& painter, int series, bool selected) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const SeriesData& source = m_state.data.series[series];
    const double fade = selected ? 1.0 : fadeOf(series);
    const QFontMetricsF metrics(m_state.labelFont);
    constexpr double kApart = 0.5;
    // A number that is cut short is another number, and numbers in some cells alone look like a mistake.
    const bool numbers = numbersFit(series);
    painter.save();
    painter.setClipRect(m_state.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, false); // neighbours must not shine through between each other
    painter.setFont(m_state.labelFont);
    for (qsizetype i = 0; i < plotted.view.size(); ++i) {
        if (!shown(plotted.view[i]) || (selected && !m_state.isSelected(series, i)))
            continue;
        const QRectF whole = m_state.cellRect(plotted, i);
        if (!whole.intersects(m_state.area))
            continue;
        const bool roomy = whole.width() > 6 && whole.height() > 6;
        const QRectF cell = roomy ? whole.adjusted(kApart, kApart, -kApart, -kApart) : whole;
        const QColor own = source.cellColor.value(i, plotted.color);
        const QColor color = mixed(own, m_state.colors.background, own.alphaF() * (0.25 + 0.75 * fade));
        painter.fillRect(cell, color);
        if (selected) {
            painter.setPen(QPen(m_state.colors.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell.adjusted(1, 1, -1, -1));
        }
        const QString text = source.cellTexts.value(i);
        // A name may be cut short where a few letters of it have room.
        constexpr double kFewestLetters = 5;
        const double room = cell.width() - 2 * kCellPad;
        const bool name = hasLetters(text);
        const double least = std::min(metrics.horizontalAdvance(text), kFewestLetters * metrics.averageCharWidth());
        if (text.isEmpty() || (name ? cell.height() < metrics.height() + 2 || room < least : !numbers))
            continue;
        painter.setPen(readableText(color));
        painter.drawText(cell.adjusted(kCellPad, 1, -kCellPad, -1), Qt::AlignCenter,
                         name ? metrics.elidedText(text, Qt::ElideRight, room) : text);
    }
    painter.restore();
}

bool MarksItem::numbersFit(int series) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const QStringList& texts = m_state.data.series[series].cellTexts;
    const QFontMetricsF metrics(m_state.labelFont);
    for (qsizetype i = 0; i < std::min(texts.size(), plotted.view.size()); ++i) {
        if (texts[i].isEmpty() || hasLetters(texts[i]) || !shown(plotted.view[i]))
            continue;
        const QRectF cell = m_state.cellRect(plotted, i);
        if (cell.height() < metrics.height() + 3 ||
            cell.width() - 2 * kCellPad - 1 < metrics.horizontalAdvance(texts[i]))
            return false;
    }
    return true;
}

void MarksItem::paintPoints(QPainter& painter, int series) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const double opacity = plotted.drawn.size() > kManyPoints ? 0.6 : 0.85;
    DotPainter dots(painter, withAlpha(plotted.color, opacity * fadeOf(series)), radiusOf(plotted.drawn.size()));
    for (const qsizetype i : plotted.drawn)
        dots.draw(m_state.toScene(plotted.view[i]));
    if (m_state.data.series[series].low.isEmpty())
        return;
    painter.setPen(QPen(withAlpha(plotted.color, 0.6 * fadeOf(series)), 1));
    for (const qsizetype i : plotted.drawn)
        if (double low = 0, high = 0; m_state.interval(series, i, low, high))
            paintWhisker(painter, m_state.toScene(plotted.view[i]).x(), low, high, 2);
}

void MarksItem::paintIntervals(QPainter& painter, int series, bool selected) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const QRectF inside = boundingRect();
    const QColor color = withAlpha(plotted.color, selected ? 1.0 : fadeOf(series));
    for (qsizetype i = 0; i < plotted.view.size(); ++i) {
        if (!shown(plotted.view[i]) || (selected && !m_state.isSelected(series, i)))
            continue;
        const QPointF middle = m_state.toScene(plotted.view[i]);
        if (middle.x() < inside.left() || middle.x() > inside.right())
            continue;
        painter.setPen(QPen(color, selected ? 2.4 : 1.6));
        painter.setBrush(color);
        if (double low = 0, high = 0; m_state.interval(series, i, low, high))
            paintWhisker(painter, middle.x(), low, high, 4);
        painter.setPen(selected ? QPen(m_state.colors.text, 1.4) : QPen(m_state.colors.background, 1));
        if (middle.y() >= inside.top() && middle.y() <= inside.bottom())
            painter.drawEllipse(middle, selected ? 5 : 4.2, selected ? 5 : 4.2);
    }
}

/// Lines of few points show them; a point between two gaps would not be seen at all without a dot.
void MarksItem::paintLoneDots(QPainter& painter, int series) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const QList<QPointF>& view = plotted.view;
    const SeriesData& source = m_state.data.series[series];
    // Dashed lines are fits and references: their points are no data.
    const bool all = view.size() <= kFewDots && source.kind == SeriesData::Kind::Line && source.style == Qt::SolidLine;
    DotPainter dots(painter, withAlpha(plotted.color, fadeOf(series)), 2.4);
    for (qsizetype i = 0; i < view.size(); ++i) {
        if (!shown(view[i]))
            continue;
        const bool lone = (i == 0 || !shown(view[i - 1])) && (i + 1 == view.size() || !shown(view[i + 1]));
        if (const QPointF place = m_state.toScene(view[i]); (all || lone) && boundingRect().contains(place))
            dots.draw(place);
    }
}

void MarksItem::paintSelectedPoints(QPainter& painter, int series) const {
    const PlotSeries& plotted = m_state.series[static_cast<std::size_t>(series)];
    const double radius = std::min(4.2, radiusOf(plotted.selectedDrawn.size()) + 0.8);
    DotPainter rings(painter, m_state.colors.text, radius + 1.2);
    for (const qsizetype i : plotted.selectedDrawn)
        rings.draw(m_state.toScene(plotted.view[i]));
    DotPainter dots(painter, plotted.color, radius);
    for (const qsizetype i : plotted.selectedDrawn)
        dots.draw(m_state.toScene(plotted.view[i]));
}

/// An end outside the view has no cap: it goes on.
void MarksItem::paintWhisker(QPainter& painter, double x, double low, double high, double cap) const {
    const double top = m_state.area.top(), bottom = m_state.area.bottom();
    if (std::max(low, high) < top || std::min(low, high) > bottom)
        return;
    painter.drawLine(QPointF(x, std::clamp(low, top, bottom)), QPointF(x, std::clamp(high, top, bottom)));
    for (const double end : {low, high})
        if (end >= top - 0.5 && end <= bottom + 0.5)
            painter.drawLine(QPointF(x - cap, end), QPointF(x + cap, end));
}

} // namespace widgets::charts
