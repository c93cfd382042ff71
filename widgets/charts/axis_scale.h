// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_data.h"

#include <vector>

namespace widgets::charts {

/// An interval of an axis in view coordinates.
struct Span {
    double min = 0, max = 1;
    double length() const { return max - min; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// Maps values to view coordinates and back. Qt Charts only ever sees the latter on linear axes: its own log axis drops
/// whole series for one value of 0.
class AxisScale {
public:
    AxisScale() = default;
    explicit AxisScale(AxisData::Scale scale) : m_scale(scale) {}
    bool isLog() const { return m_scale == AxisData::Scale::Log; }
    bool isCategories() const { return m_scale == AxisData::Scale::Categories; }
    /// NaN for what cannot be shown: NaN, infinities, 0 and less on a log axis.
    double toView(double value) const;
    /// The same, but values too small for a log axis give `floor`.
    double toViewClamped(double value, double floor) const;
    double toValue(double view) const;

private:
    AxisData::Scale m_scale = AxisData::Scale::Linear;
};

struct Tick {
    double view = 0;
    QString label; ///< empty on minor ticks
    bool minor = false;
};

/// Collects what an axis has to show and makes its full range of it.
class RangeFinder {
public:
    void add(double view);
    bool any() const { return m_any; }
    /// `padding` = share of the length left free at each end that data decide. Never empty, never of length 0.
    Span span(const AxisData& axis, double padding, bool bars) const;

private:
    bool m_any = false;
    Span m_span{};
};

/// Ticks for the visible part of an axis: as many as fit when each needs `spacing` pixels.
std::vector<Tick> makeTicks(const AxisData& axis, const Span& visible, bool integral, double pixels, double spacing);

} // namespace widgets::charts
