// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

/// Draws a cell as a small bar chart: heights from 0 to 1, as a QVariantList under `role`.
class HistogramDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    HistogramDelegate(int role, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_role;
};

} // namespace widgets
