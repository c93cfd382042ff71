// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns the rows view shows, and how wide.
#include "widgets/models/browse_model.h"
#include "widgets/models/browse_text.h"
#include "widgets/panels/rows_view.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace widgets {

using core::store::BrowseColumn;

void RowsView::applyColumns() {
    const auto& columns = core::store::tables()[static_cast<std::size_t>(m_chooser->currentIndex())].columns;
    const Shown& now = shown();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_table->setColumnHidden(i, now.hidden.contains(columns[at].name));
        if (at < now.widths.size() && now.widths[at] > 0 && !m_table->isColumnHidden(i))
            m_table->setColumnWidth(i, now.widths[at]);
    }
}

void RowsView::keepWidths() {
    Shown& old = shown();
    if (!old.fitted)
        return;
    old.widths.assign(static_cast<std::size_t>(m_model->columnCount()), 0);
    for (int i = 0; i < m_model->columnCount(); ++i)
        old.widths[static_cast<std::size_t>(i)] = m_table->columnWidth(i);
}

void RowsView::fitColumns() {
    constexpr int kLeast = 64, kMost = 280;
    Shown& now = shown();
    if (now.fitted)
        return;
    now.fitted = true;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        if (m_table->isColumnHidden(i))
            continue;
        m_table->resizeColumnToContents(i); // looks at the rows that are visible
        m_table->setColumnWidth(i, std::clamp(m_table->columnWidth(i) + 8, kLeast, kMost));
    }
}

void RowsView::fillColumnList() {
    const QSignalBlocker blocker(m_columnList);
    m_columnList->clear();
    for (const BrowseColumn& column : (*core::store::browseTable(m_name))->columns) {
        auto* item = new QListWidgetItem(browseColumnTitle(column), m_columnList);
        item->setData(Qt::UserRole, toQString(column.name));
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(shown().hidden.contains(column.name) ? Qt::Unchecked : Qt::Checked);
    }
    const int rows = std::min(m_columnList->count(), 18);
    m_columnList->setFixedHeight(m_columnList->sizeHintForRow(0) * rows + 2 * m_columnList->frameWidth());
    m_columnList->setFixedWidth(m_columnList->sizeHintForColumn(0) + 40);
}

} // namespace widgets
