// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/tree_map.h"

#include <algorithm>
#include <numeric>

namespace widgets {
namespace {

/// The worst proportion of a row of areas along a side.
double worst(double sum, double least, double largest, double side) {
    const double square = side * side, total = sum * sum;
    return std::max(square * largest / total, total / (square * least));
}

} // namespace

QList<QRectF> squarify(const QList<double>& sizes, const QRectF& area) {
    QList<QRectF> rects;
    const double all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    if (all <= 0 || area.isEmpty())
        return rects;
    const double scale = area.width() * area.height() / all;
    QRectF rest = area;
    for (qsizetype first = 0; first < sizes.size();) {
        const double side = std::min(rest.width(), rest.height());
        double sum = sizes[first] * scale;
        qsizetype last = first + 1;
        // The row grows as long as its worst rectangle gets better by it.
        for (; last < sizes.size(); ++last) {
            const double next = sizes[last] * scale, largest = sizes[first] * scale;
            if (worst(sum + next, next, largest, side) > worst(sum, sizes[last - 1] * scale, largest, side))
                break;
            sum += next;
        }
        const bool upright = rest.width() >= rest.height();
        const double thick = sum / side;
        double along = 0;
        for (qsizetype i = first; i < last; ++i) {
            const double length = sizes[i] * scale / thick;
            rects << (upright ? QRectF(rest.left(), rest.top() + along, thick, length)
                              : QRectF(rest.left() + along, rest.top(), length, thick));
            along += length;
        }
        if (upright)
            rest.setLeft(std::min(rest.right(), rest.left() + thick));
        else
            rest.setTop(std::min(rest.bottom(), rest.top() + thick));
        first = last;
    }
    return rects;
}

} // namespace widgets
