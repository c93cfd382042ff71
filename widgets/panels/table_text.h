// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;

namespace widgets {

enum class TableFormat { Csv, Markdown, Latex };

/// A table as it is shown (order of rows included). CSV carries full-precision numbers with a point, the others the
/// texts. `valueRole` is the role that holds what a cell stands for: its number, or its text.
QString tableText(const QAbstractItemModel& model, TableFormat format, int valueRole);

} // namespace widgets
