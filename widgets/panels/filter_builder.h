// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/filter_row.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {

/// A filter as rows of column, operator and value, of which all or any must hold. It shows every filter: what is no
/// single test stands in its row as an expression. GUI thread only.
class FilterBuilder : public QWidget {
    Q_OBJECT
public:
    explicit FilterBuilder(QWidget* parent = nullptr);

    /// Removes every row: the columns are those of another table.
    void setFields(FilterFields fields);
    /// Shows a filter, and does not tell it. One that the rows mean already changes nothing.
    void setFilter(const core::select::Filter& filter);
    /// What the complete rows mean; rows without a right value are left out.
    core::select::Filter filter() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    FilterRow* addRow();
    void removeRow(FilterRow* row);
    void clearRows();
    void updateControls();
    void retranslateUi();

    FilterFields m_fields;
    std::vector<FilterRow*> m_rows;
    QLabel* m_title;
    QComboBox* m_join;
    QPushButton* m_add;
    QVBoxLayout* m_layout;
};

} // namespace widgets
