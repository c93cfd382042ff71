// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/table_style.h"

#include <QHeaderView>
#include <QTableView>

namespace widgets {

void styleTable(QTableView* table, int stretchColumn) {
    constexpr int kRowPadding = 6;
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    // Fixed heights: with the default mode a view of a million rows asks each of them for its height.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kRowPadding);
    QHeaderView* header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    constexpr int kSampledRows = 50;
    header->setResizeContentsPrecision(kSampledRows);
    if (stretchColumn >= 0)
        header->setSectionResizeMode(stretchColumn, QHeaderView::Stretch);
}

} // namespace widgets
