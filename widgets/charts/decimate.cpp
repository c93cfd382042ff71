// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

bool shown(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// The points of one pixel column that a line through all of them cannot do without, in their order.
class Column {
public:
    void add(const QPointF& point) {
        if (m_count++ == 0) {
            m_first = m_low = m_high = m_last = point;
            m_lowAt = m_highAt = 0;
            return;
        }
        if (point.y() < m_low.y()) {
            m_low = point;
            m_lowAt = m_count;
        }
        if (point.y() > m_high.y()) {
            m_high = point;
            m_highAt = m_count;
        }
        m_last = point;
    }
    void flushTo(QList<QPointF>& run) {
        if (m_count == 0)
            return;
        const auto append = [&run](const QPointF& point) {
            if (run.isEmpty() || run.last() != point)
                run.append(point);
        };
        append(m_first);
        append(m_lowAt < m_highAt ? m_low : m_high);
        append(m_lowAt < m_highAt ? m_high : m_low);
        append(m_last);
        m_count = 0;
    }

private:
    QPointF m_first, m_low, m_high, m_last;
    qsizetype m_count = 0, m_lowAt = 0, m_highAt = 0;
};

QList<QList<QPointF>> wholeRuns(const QList<QPointF>& view) {
    QList<QList<QPointF>> runs(1);
    for (const QPointF& point : view) {
        if (shown(point))
            runs.last().append(point);
        else if (!runs.last().isEmpty())
            runs.append(QList<QPointF>());
    }
    if (runs.last().isEmpty())
        runs.removeLast();
    return runs;
}

} // namespace

QList<QList<QPointF>> lineRuns(const QList<QPointF>& view, bool sorted, const Span& visible, int columns,
                               qsizetype most) {
    if (!sorted || view.size() <= most)
        return wholeRuns(view);
    QList<QList<QPointF>> runs(1);
    Column column;
    int current = -2;
    const double scale = columns / visible.length();
    for (const QPointF& point : view) {
        if (!shown(point)) {
            column.flushTo(runs.last());
            if (!runs.last().isEmpty())
                runs.append(QList<QPointF>());
            current = -2;
            continue;
        }
        // Everything left of the view is one column, and so is everything right of it: the line enters and leaves
        // rightly.
        const int place =
            static_cast<int>(std::clamp(std::floor((point.x() - visible.min) * scale), -1.0, columns * 1.0));
        if (place != current) {
            column.flushTo(runs.last());
            current = place;
        }
        column.add(point);
    }
    column.flushTo(runs.last());
    if (runs.last().isEmpty())
        runs.removeLast();
    return runs;
}

std::vector<qsizetype> visiblePoints(const QList<QPointF>& view, const Span& x, const Span& y, int columns, int rows,
                                     qsizetype most) {
    std::vector<qsizetype> indices;
    const bool thin = view.size() > most;
    const auto width = static_cast<std::size_t>(std::max(1, columns)),
               height = static_cast<std::size_t>(std::max(1, rows));
    std::vector<char> taken(thin ? width * height : 0);
    for (qsizetype i = 0; i < view.size(); ++i) {
        const QPointF& point = view[i];
        if (!(point.x() >= x.min && point.x() <= x.max && point.y() >= y.min && point.y() <= y.max))
            continue; // NaN fails every comparison
        if (thin) {
            const auto place = [](double value, const Span& span, std::size_t cells) {
                const double cell = (value - span.min) / span.length() * static_cast<double>(cells);
                return std::min(cells - 1, static_cast<std::size_t>(cell));
            };
            char& cell = taken[place(point.y(), y, height) * width + place(point.x(), x, width)];
            if (cell != 0)
                continue;
            cell = 1;
        }
        indices.push_back(i);
    }
    return indices;
}

QList<QList<QPointF>> clippedLine(const QList<QPointF>& run, const Span& x, const Span& y) {
    QList<QList<QPointF>> parts;
    if (run.size() == 1 && run[0].x() >= x.min && run[0].x() <= x.max && run[0].y() >= y.min && run[0].y() <= y.max)
        return {run};
    for (qsizetype i = 1; i < run.size(); ++i) {
        // Liang and Barsky, ACM TOG 3(1), 1984: the part of the segment between the parameters `enter` and `leave`.
        const QPointF from = run[i - 1], step = run[i] - from;
        double enter = 0, leave = 1;
        const auto cut = [&enter, &leave](double direction, double distance) {
            if (direction == 0)
                return distance >= 0;
            const double at = distance / direction;
            if (direction < 0)
                enter = std::max(enter, at);
            else
                leave = std::min(leave, at);
            return true;
        };
        if (!cut(-step.x(), from.x() - x.min) || !cut(step.x(), x.max - from.x()) ||
            !cut(-step.y(), from.y() - y.min) || !cut(step.y(), y.max - from.y()) || enter > leave)
            continue;
        const QPointF start = from + enter * step, end = from + leave * step;
        if (parts.isEmpty() || enter > 0 || parts.last().last() != start)
            parts.append(QList<QPointF>{start});
        parts.last().append(end);
    }
    return parts;
}

QList<QPointF> clampedEdge(const QList<QPointF>& run, const Span& x, const Span& y) {
    constexpr double kFar = 1e300;
    QList<QPointF> edge;
    // Cut at the sides first; above and below, each segment gets the points where it crosses a limit.
    for (const QList<QPointF>& part : clippedLine(run, x, {-kFar, kFar})) {
        for (qsizetype i = 0; i < part.size(); ++i) {
            if (i > 0) {
                const QPointF from = part[i - 1], step = part[i] - from;
                std::vector<double> crossings;
                for (const double limit : {y.min, y.max})
                    if (const double at = step.y() != 0 ? (limit - from.y()) / step.y() : -1; at > 0 && at < 1)
                        crossings.push_back(at);
                std::sort(crossings.begin(), crossings.end());
                for (const double at : crossings)
                    edge.append(from + at * step);
            }
            edge.append(part[i]);
        }
    }
    for (QPointF& point : edge)
        point.setY(std::clamp(point.y(), y.min, y.max));
    return edge;
}

} // namespace widgets::charts
