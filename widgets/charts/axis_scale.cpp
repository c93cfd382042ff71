// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/axis_scale.h"

#include "widgets/text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kTolerance = 1e-9;

/// 1, 2, 2.5 or 5 times a power of ten, at least `least`.
double niceStep(double least, bool integral) {
    if (integral && least <= 1)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    const double factor = least / power;
    if (factor <= 1 + kTolerance)
        return power;
    if (factor <= 2 + kTolerance)
        return 2 * power;
    if (factor <= 2.5 + kTolerance && !(integral && power < 10))
        return 2.5 * power;
    return factor <= 5 + kTolerance ? 5 * power : 10 * power;
}

/// How many decimals tell neighbouring ticks apart.
int decimalsFor(double step) {
    int decimals = 0;
    while (decimals < 12 && std::abs(step - std::round(step)) > 1e-6 * step) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

QString linearLabel(double value, double step, double largest, bool percent) {
    if (std::abs(value) < step * 1e-6)
        value = 0;
    if (percent)
        return formatPercent(value, decimalsFor(step * 100));
    struct Unit {
        double from, factor;
        const char16_t* suffix;
    };
    // All ticks of an axis share one unit, chosen by the largest: 0, 5 k, 10 k.
    for (const Unit& unit : {Unit{1e9, 1e9, u"\u00a0G"}, Unit{1e6, 1e6, u"\u00a0M"}, Unit{1e4, 1e3, u"\u00a0k"}}) {
        if (largest < unit.from)
            continue;
        if (value == 0)
            return QLocale().toString(0);
        const double number = value / unit.factor; // 17.5 k, but 20 k
        const int decimals = std::min(decimalsFor(step / unit.factor), decimalsFor(std::abs(number)));
        return QLocale().toString(number, 'f', decimals) + QString::fromUtf16(unit.suffix);
    }
    if (largest < 1e-4 && largest > 0)
        return QLocale().toString(value, 'g', 3);
    return QLocale().toString(value, 'f', decimalsFor(step));
}

QString superscript(int number) {
    static constexpr char16_t kDigits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar c : QString::number(std::abs(number)))
        text += QChar(kDigits[c.digitValue()]);
    return number < 0 ? QChar(u'⁻') + text : text;
}

QString logLabel(double value, int exponent, bool percent) {
    if (percent && exponent >= -8)
        return formatPercent(value, std::max(0, -exponent - 2));
    if (exponent < -3 || exponent > 14)
        return QStringLiteral("10") + superscript(exponent);
    return formatCompact(value);
}

std::vector<Tick> linearTicks(const AxisData& axis, const Span& visible, bool integral, double count) {
    const double step = niceStep(visible.length() / std::max(1.0, count), integral);
    const double largest = std::max(std::abs(visible.min), std::abs(visible.max));
    std::vector<Tick> ticks;
    const double slack = visible.length() * kTolerance;
    for (double k = std::ceil((visible.min - slack) / step); k * step <= visible.max + slack; ++k)
        ticks.push_back({k * step, linearLabel(k * step, step, largest, axis.percent), false});
    return ticks;
}

/// Fewer than one power of ten is visible: round values at their places on the log axis.
std::vector<Tick> closeLogTicks(const AxisData& axis, const Span& visible, double count) {
    const Span values{std::pow(10.0, visible.min), std::pow(10.0, visible.max)};
    std::vector<Tick> ticks = linearTicks(axis, values, false, count);
    std::erase_if(ticks, [](const Tick& tick) { return tick.view <= 0; });
    for (Tick& tick : ticks)
        tick.view = std::log10(tick.view);
    return ticks;
}

std::vector<Tick> logTicks(const AxisData& axis, const Span& visible, double count) {
    const int first = static_cast<int>(std::floor(visible.min));
    const int last = static_cast<int>(std::floor(visible.max + kTolerance));
    if (visible.length() < 1)
        return closeLogTicks(axis, visible, count);
    const int stride = std::max(1, static_cast<int>(std::ceil(visible.length() / std::max(1.0, count))));
    const bool labelHalves = count >= visible.length() * 3; // room for 2 and 5 between the powers
    std::vector<Tick> ticks;
    for (int exponent = first; exponent <= last; ++exponent) {
        for (int factor = 1; factor <= 9; ++factor) {
            const double view = exponent + std::log10(factor);
            if (view < visible.min - kTolerance || view > visible.max + kTolerance)
                continue;
            const bool major = factor == 1 && exponent % stride == 0;
            const bool half = labelHalves && visible.length() < 3 && (factor == 2 || factor == 5);
            if (!major && !half && (stride > 1 || visible.length() > 8))
                continue;
            const double value = factor * std::pow(10.0, exponent);
            ticks.push_back({view, major || half ? logLabel(value, exponent, axis.percent) : QString(), !major});
        }
    }
    return ticks;
}

std::vector<Tick> categoryTicks(const AxisData& axis, const Span& visible, double count) {
    const auto first = std::max(0.0, std::ceil(visible.min));
    const auto last = std::min(static_cast<double>(axis.categories.size()) - 1, std::floor(visible.max));
    const double stride = std::max(1.0, std::ceil((last - first + 1) / std::max(1.0, count)));
    std::vector<Tick> ticks;
    for (double k = std::ceil(first / stride) * stride; k <= last; k += stride)
        ticks.push_back({k, axis.categories[static_cast<qsizetype>(k)], false});
    return ticks;
}

} // namespace

double AxisScale::toView(double value) const {
    if (!std::isfinite(value) || (isLog() && value <= 0))
        return std::numeric_limits<double>::quiet_NaN();
    return isLog() ? std::log10(value) : value;
}

double AxisScale::toViewClamped(double value, double floor) const {
    return isLog() && value <= 0 ? floor : toView(value);
}

double AxisScale::toValue(double view) const {
    return isLog() ? std::pow(10.0, view) : view;
}

void RangeFinder::add(double view) {
    if (!std::isfinite(view))
        return;
    m_span = m_any ? Span{std::min(m_span.min, view), std::max(m_span.max, view)} : Span{view, view};
    m_any = true;
}

Span RangeFinder::span(const AxisData& axis, double padding, bool bars) const {
    const AxisScale scale(axis.scale);
    if (scale.isCategories())
        return {-0.5, std::max(0.5, static_cast<double>(axis.categories.size()) - 0.5)};
    Span span = m_any ? m_span : Span{0, 1};
    if (!scale.isLog() && (axis.includeZero || bars))
        span = {std::min(0.0, span.min), std::max(0.0, span.max)};
    if (span.length() <= 0) {
        const double around = scale.isLog() ? 0.5 : std::max(std::abs(span.min) * 0.1, 0.5);
        span = {span.min - around, span.max + around};
    } else {
        const double free = span.length() * padding;
        // A zero that bars stand on, and a 100 % that cannot be passed, stay the ends of the axis.
        const bool keepMin = !scale.isLog() && span.min == 0 && (bars || axis.includeZero || axis.percent);
        const bool keepMax =
            (axis.percent && !scale.isLog() && span.max == 1) || (bars && span.max == 0 && !scale.isLog());
        const Span padded{keepMin ? span.min : span.min - free, keepMax ? span.max : span.max + free};
        const bool share = axis.percent && !scale.isLog() && span.min >= 0 && span.max <= 1;
        span = share ? Span{std::max(0.0, padded.min), std::min(1.0, padded.max)} : padded;
        if (bars && scale.isLog())
            span.min -= 0.3; // the smallest bar would have no height
    }
    const double min = scale.toView(axis.min), max = scale.toView(axis.max);
    if (std::isfinite(min))
        span.min = min;
    if (std::isfinite(max))
        span.max = max;
    if (span.length() <= 0)
        span.max = span.min + 1;
    return span;
}

std::vector<Tick> makeTicks(const AxisData& axis, const Span& visible, bool integral, double pixels, double spacing) {
    const double count = std::max(1.0, pixels / std::max(1.0, spacing));
    switch (axis.scale) {
    case AxisData::Scale::Log:
        return logTicks(axis, visible, count);
    case AxisData::Scale::Categories:
        return categoryTicks(axis, visible, count);
    case AxisData::Scale::Linear:
        break;
    }
    return linearTicks(axis, visible, integral && !axis.percent, count);
}

} // namespace widgets::charts
