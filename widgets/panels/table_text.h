// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;

namespace widgets {

enum class TableFormat { Csv, Markdown, Latex };

/// A table as it is shown (order of rows included). CSV carries full-precision numbers with a point, the others the
/// texts. `sortRole` is the role that holds the number of a cell.
QString tableText(const QAbstractItemModel& model, TableFormat format, int sortRole);

} // namespace widgets
