// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/export_rows.h"

#include <QObject>

class QMenu;
class QPoint;

namespace widgets {

class RowsView;

/// What can be done with the rows of a rows view: copy, filter by a value, sort, select in the charts, export. GUI
/// thread only.
class RowActions : public QObject {
    Q_OBJECT
public:
    explicit RowActions(RowsView& view);

    /// The chosen rows, with the columns that are shown, as lines with tabs. Rows that are not here are read first.
    void copyRows();
    void copyCell();
    /// Asks for a file, then exports the view, or only the rows chosen in it.
    void askExport(bool chosenOnly);
    /// As a job with progress; the outcome stands in the message bar.
    void exportTo(core::store::RowsExport request);
    /// The menu for the current cell; does not block.
    QMenu* showMenu(const QPoint& global);

private:
    void addFilters(QMenu* menu);
    void addSorts(QMenu* menu);
    void addSelect(QMenu* menu);
    std::vector<core::store::RowRange> chosenRows() const;
    std::vector<std::string> shownColumns() const;

    RowsView& m_view;
};

} // namespace widgets
