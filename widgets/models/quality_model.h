// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/quality/quality.h"
#include "widgets/models/row_table_model.h"

#include <QCoreApplication>

namespace widgets::models {

/// One column of the data a row; the last column is drawn by HistogramDelegate.
class QualityColumnModel : public RowTableModel<core::store::ColumnQuality> {
    Q_DECLARE_TR_FUNCTIONS(QualityColumnModel)
public:
    static constexpr int kHistogramColumn = 6;
    /// Heights of the bars of a small histogram, QVariantList of numbers from 0 to 1.
    static constexpr int kBarsRole = Qt::UserRole + 1;

    explicit QualityColumnModel(QObject* parent);
    QVariant data(const QModelIndex& index, int role) const override;

    static QString typeTitle(const std::string& type);
    /// A value of a column as people read it: times as such, numbers in a short form.
    static QString valueText(const core::store::ColumnQuality& column, double value);
    /// The histogram that shows more: the logarithmic one where the values are skewed and positive.
    static const core::stats::Histogram* histogramOf(const core::store::ColumnQuality& column);
};

} // namespace widgets::models
