// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plot_layout.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kMargin = 8, kTick = 4, kGap = 4;
constexpr double kLongestLabel = 110; ///< a longer category label is elided
constexpr double kLegendSwatch = 18, kLongestLegend = 200;
constexpr int kManyCategories = 12;
constexpr double kSin45 = 0.7071;

/// “+3” instead of the names from `first` on; where even that has no room, the last name gets shorter.
void addRest(PlotState& state, int first, QPointF place, double right, const QFontMetricsF& metrics) {
    const QList<SeriesData>& series = state.data.series;
    const auto rest =
        std::count_if(series.begin() + first, series.end(), [](const SeriesData& s) { return !s.name.isEmpty(); });
    LegendEntry entry;
    entry.series = -1;
    entry.text = QLatin1Char('+') + QString::number(rest);
    const double width = metrics.horizontalAdvance(entry.text) + 2;
    if (place.x() + width > right && !state.legend.empty()) {
        QRectF& last = state.legend.back().label;
        last.setRight(std::max(last.left(), right - width - 8));
        place.setX(last.right() + 8);
    }
    entry.label = QRectF(place, QSizeF(width, metrics.height() + 3));
    state.legend.push_back(entry);
}

void layOutLegend(PlotState& state, double& top) {
    state.legend.clear();
    const QFontMetricsF metrics(state.labelFont);
    const double row = metrics.height() + 3, right = state.size.width() - kMargin;
    const int most = state.size.height() < 260 ? 1 : 3; // rows: the data come first
    double x = kMargin;
    int rows = 1;
    if (state.empty || !state.data.legend)
        return;
    for (int i = 0; i < state.data.series.size(); ++i) {
        const QString& name = state.data.series[i].name;
        if (name.isEmpty())
            continue;
        const double room = std::min(kLongestLegend, right - kMargin - kLegendSwatch - 6);
        const double width = std::min(metrics.horizontalAdvance(name) + 1, room);
        if (x > kMargin && x + kLegendSwatch + 6 + width > right) {
            if (rows == most) {
                addRest(state, i, QPointF(x, top), right, metrics);
                break;
            }
            ++rows;
            top += row;
            x = kMargin;
        }
        LegendEntry entry;
        entry.series = i;
        entry.text = name;
        entry.swatch = QRectF(x, top, kLegendSwatch, row);
        entry.label = QRectF(x + kLegendSwatch + 6, top, width, row);
        state.legend.push_back(entry);
        x = entry.label.right() + 16;
    }
    if (!state.legend.empty())
        top += row + kGap;
}

double widestLabel(const std::vector<Tick>& ticks, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const Tick& tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return widest;
}

bool overlapping(const std::vector<Tick>& ticks, const Span& visible, double width, const QFontMetricsF& metrics) {
    constexpr double kApart = 10;
    double end = -std::numeric_limits<double>::infinity();
    for (const Tick& tick : ticks) {
        if (tick.label.isEmpty())
            continue;
        const double half = metrics.horizontalAdvance(tick.label) / 2;
        const double middle = (tick.view - visible.min) / visible.length() * width;
        if (middle - half < end + kApart)
            return true;
        end = middle + half;
    }
    return false;
}

/// Category labels: side by side when they fit, else elided when there are few, else at 45°, else fewer of them.
/// Returns the height that they take.
double layOutCategories(PlotState& state, double width, const QFontMetricsF& metrics) {
    const double slot = width / std::max(1.0, state.visible.x.length());
    state.rotateX = false;
    state.xTicks = makeTicks(state.data.x, state.visible.x, true, width, 1);
    const double widest = std::min(widestLabel(state.xTicks, metrics), kLongestLabel * 1.6);
    state.xLabelWidth = slot - 6;
    if (widest <= slot - 6)
        return metrics.height();
    const bool few = state.xTicks.size() <= kManyCategories;
    if (few && slot >= 64)
        return metrics.height();
    state.rotateX = true;
    state.xLabelWidth = std::min({kLongestLabel, widest + 1, state.size.height() * 0.3});
    state.xTicks = makeTicks(state.data.x, state.visible.x, true, width, metrics.height() * 1.25);
    return std::min(widestLabel(state.xTicks, metrics), state.xLabelWidth) * kSin45 + metrics.height() * 0.9;
}

double layOutXLabels(PlotState& state, double width, const QFontMetricsF& metrics) {
    if (state.xScale.isCategories())
        return layOutCategories(state, width, metrics);
    state.rotateX = false;
    double spacing = metrics.height() * 5;
    do {
        state.xTicks = makeTicks(state.data.x, state.visible.x, state.integralX, width, spacing);
        spacing *= 1.3;
    } while (overlapping(state.xTicks, state.visible.x, width, metrics) && spacing < width * 3);
    return metrics.height();
}

} // namespace

void applyLook(PlotState& state, const PlotLook& look) {
    state.look = look;
    state.colors = PlotColors::from(look.palette);
    // Pixel sizes: a point would mean something else on a printer's device than in the layout made here.
    const double pixels = QFontInfo(look.font).pixelSize() > 0 ? QFontInfo(look.font).pixelSize() : 12;
    const double points = QFontInfo(look.font).pointSizeF() > 2 ? QFontInfo(look.font).pointSizeF() : 9;
    state.titleFont = look.font;
    state.titleFont.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    state.titleFont.setWeight(QFont::DemiBold);
    state.labelFont = look.font;
    state.labelFont.setPixelSize(std::max(8, static_cast<int>(std::lround(pixels * (points - 1) / points))));
    if (look.vector) {
        state.titleFont.setHintingPreference(QFont::PreferNoHinting);
        state.labelFont.setHintingPreference(QFont::PreferNoHinting);
    }
}

void layOut(PlotState& state) {
    const QFontMetricsF title(state.titleFont), label(state.labelFont);
    const double width = std::max(40.0, state.size.width()), height = std::max(40.0, state.size.height());
    double top = kMargin, bottom = height - kMargin;
    state.titleRect = QRectF(kMargin, top, width - 2 * kMargin, state.data.title.isEmpty() ? 0 : title.height());
    if (!state.data.title.isEmpty())
        top += title.height() + kGap;
    layOutLegend(state, top);
    if (state.legend.empty()) // the topmost label of the y axis reaches half its height above the plot
        top += label.height() * 0.4;
    state.footnoteRect = QRectF();
    if (state.look.footnote && !state.data.footnote.isEmpty()) {
        const QRectF wrapped =
            label.boundingRect(QRectF(0, 0, width - 2 * kMargin, height), Qt::TextWordWrap, state.data.footnote);
        state.footnoteRect = QRectF(kMargin, bottom - wrapped.height(), width - 2 * kMargin, wrapped.height());
        bottom -= wrapped.height() + kGap;
    }
    if (state.data.bare) {
        state.xTicks.clear();
        state.yTicks.clear();
        state.xTitleRect = state.yTitleRect = QRectF();
        state.area =
            QRectF(kMargin, std::round(top), std::round(width - 2 * kMargin), std::round(std::max(20.0, bottom - top)));
        return;
    }
    const double xTitle = state.data.x.title.isEmpty() ? 0 : label.height();
    const double yTitle = state.data.y.title.isEmpty() ? 0 : label.height() + kGap;
    state.xTitleRect = QRectF(0, bottom - xTitle, width, xTitle);
    bottom -= xTitle + (xTitle > 0 ? 2 : 0);

    // Numbers need air, names only room.
    const double ySpacing = label.height() * (state.yScale.isCategories() ? 1.05 : 2.6);
    state.yTicks =
        makeTicks(state.data.y, state.visible.y, state.integralY, bottom - top - label.height() - kTick, ySpacing);
    const double wanted = std::min(widestLabel(state.yTicks, label), width * 0.3) + 1;
    // While zoomed the plot keeps its left edge: it would tremble with each label that gets a digit less.
    const bool zoomed = !(state.visible == state.full);
    state.yLabelWidth = zoomed ? std::max(wanted, std::min(state.yLabelWidth, width * 0.3)) : wanted;
    const double left = kMargin + yTitle + state.yLabelWidth + kTick + kGap;
    const double right = std::max(left + 20, width - 2 * kMargin);
    const double band = layOutXLabels(state, right - left, label) + kTick;
    bottom = std::max(top + 20, bottom - band);
    state.area = QRectF(std::round(left), std::round(top), std::round(right - left), std::round(bottom - top));
    state.yTicks = makeTicks(state.data.y, state.visible.y, state.integralY, state.area.height(), ySpacing);
    state.xTitleRect.setLeft(state.area.left());
    state.xTitleRect.setRight(state.area.right());
    state.yTitleRect = yTitle > 0 ? QRectF(kMargin, state.area.top(), label.height(), state.area.height()) : QRectF();
}

} // namespace widgets::charts
