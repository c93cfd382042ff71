// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/quality_model.h"

#include "core/data/values.h"
#include "widgets/text.h"

#include <algorithm>
#include <cmath>

namespace widgets::models {

using core::store::ColumnQuality;

namespace {

QString nameOf(const ColumnQuality& row) {
    return toQString(row.table.empty() ? row.name : row.table + "." + row.name);
}

QString rangeText(const ColumnQuality& row) {
    if (row.numbers)
        return QualityColumnModel::tr("%1 to %2")
            .arg(QualityColumnModel::valueText(row, row.numbers->moments.min),
                 QualityColumnModel::valueText(row, row.numbers->moments.max));
    if (row.lengths)
        return QualityColumnModel::tr("%1 to %2 characters")
            .arg(formatInteger(row.lengths->min), formatInteger(row.lengths->max));
    return {};
}

/// Heights by the square root: small bins are seen beside large ones.
QVariantList barsOf(const ColumnQuality& row) {
    std::vector<std::int64_t> counts;
    if (const auto* histogram = QualityColumnModel::histogramOf(row))
        counts = histogram->counts;
    else
        for (const auto& one : row.top)
            counts.push_back(one.count);
    const std::int64_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    QVariantList bars;
    for (const std::int64_t count : counts)
        bars << (most > 0 ? std::sqrt(static_cast<double>(count) / static_cast<double>(most)) : 0.0);
    return bars;
}

} // namespace

const core::stats::Histogram* QualityColumnModel::histogramOf(const ColumnQuality& column) {
    if (!column.numbers)
        return nullptr;
    const auto& n = *column.numbers;
    constexpr double kSkewed = 20;
    const bool skewed = n.moments.min > 0 && n.moments.max > kSkewed * std::max(n.quantiles[3], n.moments.min);
    return skewed && column.type != "time" ? &n.logHistogram : &n.histogram;
}

QString QualityColumnModel::typeTitle(const std::string& type) {
    if (type == "integer")
        return tr("whole number");
    if (type == "number")
        return tr("number");
    if (type == "time")
        return tr("time");
    if (type == "boolean")
        return tr("yes or no");
    if (type == "code")
        return tr("code");
    if (type == "id")
        return tr("reference");
    return type == "none" ? tr("nothing") : tr("text");
}

QString QualityColumnModel::valueText(const ColumnQuality& column, double value) {
    if (column.type == "time")
        return toQString(core::data::formatTime(static_cast<std::int64_t>(value)));
    if (std::floor(value) == value && std::abs(value) < 1e15)
        return formatInteger(static_cast<qint64>(value));
    return formatDecimal(value);
}

QualityColumnModel::QualityColumnModel(QObject* parent) : RowTableModel<ColumnQuality>(parent) {
    const auto share = [](std::int64_t part, std::int64_t all) {
        return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
    };
    setColumns({
        {[] { return tr("Column"); }, [](const ColumnQuality& row) -> QVariant { return nameOf(row); }},
        {[] { return tr("Type"); }, [](const ColumnQuality& row) -> QVariant { return typeTitle(row.type); }},
        {[] { return tr("Rows"); }, [](const ColumnQuality& row) -> QVariant { return formatInteger(row.rows); }, true},
        {[] { return tr("Missing"); },
         [share](const ColumnQuality& row) -> QVariant {
             const std::int64_t gone = row.missing + row.null + row.empty;
             return gone == 0 ? QStringLiteral("–") : formatPercent(share(gone, row.rows));
         },
         true,
         [](const ColumnQuality& row) -> QVariant {
             return tr("%1 missing, %2 null, %3 empty texts")
                 .arg(formatInteger(row.missing), formatInteger(row.null), formatInteger(row.empty));
         }},
        {[] { return tr("Distinct"); },
         [](const ColumnQuality& row) -> QVariant {
             return row.exact ? formatInteger(row.distinct) : tr("about %1").arg(formatInteger(row.distinct));
         },
         true},
        {[] { return tr("Range"); }, [](const ColumnQuality& row) -> QVariant { return rangeText(row); }},
        {[] { return tr("Distribution"); }, [](const ColumnQuality&) -> QVariant { return QString(); }, false,
         [](const ColumnQuality& row) -> QVariant {
             return histogramOf(row) != nullptr
                        ? (histogramOf(row)->log ? tr("Histogram on a logarithmic axis") : tr("Histogram"))
                        : tr("The most frequent values");
         }},
    });
}

QVariant QualityColumnModel::data(const QModelIndex& index, int role) const {
    if (role == kBarsRole && index.isValid())
        return barsOf(rows()[static_cast<std::size_t>(index.row())]);
    return RowTableModel<ColumnQuality>::data(index, role);
}

} // namespace widgets::models
