// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/line_layer.h"

#include "widgets/charts/decimate.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kFaded = 0.4;
constexpr int kBandAlpha = 48;
constexpr int kAreaAlpha = 64;
constexpr int kMostRuns = 500; ///< a line with more gaps than this is drawn through them

QPen penOf(const SeriesData& source, const QColor& color) {
    QPen pen(color, source.width, source.style, Qt::RoundCap, Qt::RoundJoin);
    if (source.style != Qt::SolidLine)
        pen.setCapStyle(Qt::FlatCap); // round caps close the gaps of dots
    return pen;
}

/// A vector file with a point for every datum would be large and slow to open: four for each pixel column look the
/// same.
qsizetype mostPoints(const PlotState& state) {
    return state.look.vector ? std::max<qsizetype>(500, static_cast<qsizetype>(4 * state.area.width())) : kDrawnPoints;
}

QList<QList<QPointF>> thinned(const PlotState& state, const QList<QPointF>& view, bool sorted) {
    return lineRuns(view, sorted, state.visible.x, std::max(1, static_cast<int>(state.area.width())),
                    mostPoints(state));
}

QList<QList<QPointF>> limited(QList<QList<QPointF>> runs) {
    if (runs.size() <= kMostRuns)
        return runs;
    QList<QPointF> joined;
    for (const QList<QPointF>& run : runs)
        joined += run;
    return {joined};
}

} // namespace

class LineLayer::Impl {
public:
    /// The Qt Charts series of one SeriesData.
    struct Drawn {
        int series = 0;
        QList<QAbstractSeries*> parts;
        bool thinned = false;
    };

    explicit Impl(QGraphicsScene& scene) : m_chart(new QChart), m_x(new QValueAxis), m_y(new QValueAxis) {
        m_chart->setTheme(QChart::ChartThemeLight);
        m_chart->setAnimationOptions(QChart::NoAnimation);
        m_chart->setBackgroundVisible(false);
        m_chart->setPlotAreaBackgroundVisible(false);
        m_chart->setMargins(QMargins());
        m_chart->legend()->hide();
        m_chart->setAcceptedMouseButtons(Qt::NoButton);
        m_chart->setZValue(1);
        m_chart->addAxis(m_x, Qt::AlignBottom);
        m_chart->addAxis(m_y, Qt::AlignLeft);
        for (QValueAxis* const axis : {m_x, m_y})
            axis->setVisible(false);
        scene.addItem(m_chart);
    }

    void clear() {
        for (const Drawn& drawn : m_drawn)
            remove(drawn);
        m_drawn.clear();
    }

    void remove(const Drawn& drawn) {
        for (QAbstractSeries* const part : drawn.parts) {
            m_chart->removeSeries(part);
            delete part;
        }
    }

    void attach(QAbstractSeries* series, Drawn& drawn) {
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        drawn.parts.append(series);
    }

    void addArea(const PlotState& state, QList<QPointF> upper, QList<QPointF> lower, const QColor& fill, Drawn& drawn) {
        if (state.look.vector) {
            upper = clampedEdge(upper, state.visible.x, state.visible.y);
            lower = clampedEdge(lower, state.visible.x, state.visible.y);
        }
        if (upper.isEmpty() || lower.isEmpty())
            return;
        auto* const top = new QLineSeries;
        auto* const bottom = new QLineSeries;
        top->replace(upper);
        bottom->replace(lower);
        auto* const area = new QAreaSeries(top, bottom);
        top->setParent(area);
        bottom->setParent(area);
        area->setPen(Qt::NoPen);
        area->setBrush(fill);
        attach(area, drawn);
    }

    /// The band between low and high, where both are known.
    void addBand(const PlotState& state, int index, QColor color, Drawn& drawn) {
        const SeriesData& source = state.data.series[index];
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(index)];
        QList<QPointF> upper, lower;
        for (qsizetype i = 0; i < plotted.view.size() && i < source.low.size() && i < source.high.size(); ++i) {
            const double x = plotted.view[i].x();
            const double low = state.yScale.toViewClamped(source.low[i], state.full.y.min);
            const double high = state.yScale.toView(source.high[i]);
            if (!std::isfinite(x) || !std::isfinite(low) || !std::isfinite(high))
                continue;
            lower.append({x, low});
            upper.append({x, high});
        }
        if (upper.size() < 2)
            return;
        color.setAlpha(kBandAlpha);
        addArea(state, thinned(state, upper, plotted.sorted).value(0), thinned(state, lower, plotted.sorted).value(0),
                color, drawn);
    }

    void add(const PlotState& state, Drawn& drawn) {
        const SeriesData& source = state.data.series[drawn.series];
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(drawn.series)];
        drawn.thinned = plotted.view.size() > mostPoints(state);
        if (!source.low.isEmpty())
            addBand(state, drawn.series, plotted.color, drawn);
        for (const QList<QPointF>& run : limited(thinned(state, plotted.view, plotted.sorted))) {
            if (source.kind == SeriesData::Kind::Area) {
                QColor fill = plotted.color;
                fill.setAlpha(kAreaAlpha);
                addArea(state, run, {{run.first().x(), state.baseline()}, {run.last().x(), state.baseline()}}, fill,
                        drawn);
            }
            const QList<QList<QPointF>> parts =
                state.look.vector ? clippedLine(run, state.visible.x, state.visible.y) : QList<QList<QPointF>>{run};
            for (const QList<QPointF>& part : parts) {
                auto* const line = new QLineSeries;
                line->setPen(penOf(source, plotted.color));
                line->replace(part);
                attach(line, drawn);
            }
        }
    }

    QChart* m_chart; ///< owned by the scene
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<Drawn> m_drawn;
    Span m_thinnedFor;
    double m_thinnedWidth = 0;
};

LineLayer::LineLayer(QGraphicsScene& scene) : m_impl(std::make_unique<Impl>(scene)) {}

LineLayer::~LineLayer() {
    m_impl->clear();
}

void LineLayer::build(const PlotState& state) {
    m_impl->clear();
    m_impl->m_x->setRange(state.visible.x.min, state.visible.x.max);
    m_impl->m_y->setRange(state.visible.y.min, state.visible.y.max);
    for (int i = 0; i < state.data.series.size(); ++i) {
        const SeriesData::Kind kind = state.data.series[i].kind;
        if (kind != SeriesData::Kind::Line && kind != SeriesData::Kind::Area)
            continue;
        Impl::Drawn drawn;
        drawn.series = i;
        m_impl->add(state, drawn);
        m_impl->m_drawn.push_back(std::move(drawn));
    }
    m_impl->m_thinnedFor = state.visible.x;
    m_impl->m_thinnedWidth = state.area.width();
    fade(state);
}

void LineLayer::follow(const PlotState& state) {
    m_impl->m_chart->setVisible(!state.empty);
    m_impl->m_chart->resize(state.size);
    m_impl->m_chart->setPlotArea(state.area);
    m_impl->m_x->setRange(state.visible.x.min, state.visible.x.max);
    m_impl->m_y->setRange(state.visible.y.min, state.visible.y.max);
    m_impl->m_chart->layout()->activate(); // else the lines follow at the next turn of the event loop
    if (m_impl->m_thinnedFor == state.visible.x && m_impl->m_thinnedWidth == state.area.width())
        return;
    m_impl->m_thinnedFor = state.visible.x;
    m_impl->m_thinnedWidth = state.area.width();
    for (Impl::Drawn& drawn : m_impl->m_drawn) {
        if (!drawn.thinned)
            continue;
        m_impl->remove(drawn);
        drawn.parts.clear();
        m_impl->add(state, drawn);
    }
    fade(state);
}

void LineLayer::fade(const PlotState& state) {
    for (const Impl::Drawn& drawn : m_impl->m_drawn) {
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(drawn.series)];
        for (QAbstractSeries* const part : drawn.parts)
            part->setOpacity(state.highlighting && plotted.selectable ? kFaded : 1.0);
    }
}

} // namespace widgets::charts
