// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/item_rows_model.h"

#include "widgets/text.h"

namespace widgets::models {

namespace {

using Cells = std::vector<std::string>;

RowTableModel<Cells>::Column column(std::function<QString()> title, std::size_t cell, bool number = false) {
    return {std::move(title),
            [cell](const Cells& row) -> QVariant { return cell < row.size() ? toQString(row[cell]) : QString(); },
            number};
}

} // namespace

ItemRowsModel::ItemRowsModel(JobRunner& jobs, QObject* parent) : WindowedTableModel<Cells>(jobs, parent) {
    // The order of core::store::itemRows().
    setColumns({column([] { return tr("Id"); }, 0), column([] { return tr("Title"); }, 1),
                column([] { return tr("Category"); }, 2), column([] { return tr("Brand"); }, 3),
                column([] { return tr("Price"); }, 4, true), column([] { return tr("Label"); }, 5)});
}

void ItemRowsModel::show(const core::store::ProjectPtr& project, const core::select::Selection& selection) {
    const std::vector<std::string> names(selection.names.begin(), selection.names.end());
    restart(project,
            [entity = selection.entity, names](const core::store::Project& source, std::int64_t offset,
                                               std::int64_t limit) -> core::Result<Window> {
                TL_TRY(core::store::RowPage page,
                       core::store::itemRows(source, entity.empty() ? "item" : entity, names, offset, limit));
                return Window{std::move(page.rows), page.total};
            });
}

} // namespace widgets::models
