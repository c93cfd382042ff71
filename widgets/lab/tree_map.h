// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace widgets {

/// Squarified tree map (Bruls, Huizing, van Wijk 2000): rectangles inside `area` with areas in the proportion of
/// `sizes` (descending, > 0), each as near to a square as the others allow. One for each size, in their order.
QList<QRectF> squarify(const QList<double>& sizes, const QRectF& area);

} // namespace widgets
