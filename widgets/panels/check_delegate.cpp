// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/check_delegate.h"

#include <QApplication>
#include <QPainter>

namespace widgets {

void CheckDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(Qt::CheckStateRole).isValid())
        return;
    QStyleOptionViewItem complete = option;
    initStyleOption(&complete, index);
    const QStyle* style = complete.widget != nullptr ? complete.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &complete, complete.widget);
    painter->save();
    painter->setPen(complete.palette.color(QPalette::Disabled, QPalette::Text));
    painter->drawRect(box.adjusted(0, 0, -1, -1));
    painter->restore();
}

} // namespace widgets
