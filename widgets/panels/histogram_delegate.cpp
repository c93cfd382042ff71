// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/histogram_delegate.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace widgets {

HistogramDelegate::HistogramDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), m_role(role) {}

void HistogramDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index); // selection and alternating rows
    const QVariantList bars = index.data(m_role).toList();
    if (bars.isEmpty())
        return;
    constexpr int kMargin = 3;
    const QRectF area = QRectF(option.rect).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    constexpr double kWidestBar = 12, kGap = 1;
    const double step = std::min(kWidestBar, area.width() / static_cast<double>(bars.size()));
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? option.palette.color(QPalette::HighlightedText) : accentColor());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const double height = bars[i].toDouble() * area.height();
        if (height > 0)
            painter->drawRect(QRectF(area.left() + static_cast<double>(i) * step, area.bottom() - std::max(1.0, height),
                                     std::max(1.0, step - kGap), std::max(1.0, height)));
    }
    painter->restore();
}

QSize HistogramDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    constexpr int kWidth = 130;
    return {kWidth, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace widgets
