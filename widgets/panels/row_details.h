// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/browse.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace widgets {

/// One row with every column, also those that the table hides, and the whole text of one of its cells: JSON laid out,
/// line breaks kept. GUI thread only.
class RowDetails : public QWidget {
    Q_OBJECT
public:
    explicit RowDetails(QWidget* parent = nullptr);

    /// `table` may be none. `number` counts from 1; a row that is not there yet (nullptr) empties the pane.
    void showRow(const core::store::BrowseTable* table, qint64 number, const core::store::BrowseRow* row, int column);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showText();
    void retranslateUi();

    const core::store::BrowseTable* m_table = nullptr;
    core::store::BrowseRow m_row;
    qint64 m_number = 0;
    QLabel* m_title;
    QTreeWidget* m_fields;
    QPlainTextEdit* m_text;
};

} // namespace widgets
