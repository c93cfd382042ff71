// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/quality/quality.h"

#include <QWidget>

class QLabel;

namespace widgets {

class HistogramView;

/// One column of the quality report in full: histogram, quantiles, most frequent values.
class ColumnDetails : public QWidget {
    Q_OBJECT
public:
    explicit ColumnDetails(QWidget* parent = nullptr);
    void setColumn(const core::store::ColumnQuality* column); ///< copied; null = none
    void retranslate();

private:
    core::store::ColumnQuality m_column;
    bool m_any = false;
    QLabel* m_title;
    QLabel* m_numbers;
    QLabel* m_top;
    HistogramView* m_histogram;
};

/// A histogram with its ends written below it.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);
    void setHistogram(const core::stats::Histogram& histogram, const QString& low, const QString& high);
    void clear();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    core::stats::Histogram m_histogram;
    QString m_low, m_high;
};

} // namespace widgets
