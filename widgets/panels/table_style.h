// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace widgets {

/// The look of our tables: whole rows, dense, no grid; one column takes the room that is left. Tab leaves the table.
void styleTable(QTableView* table, int stretchColumn);

} // namespace widgets
