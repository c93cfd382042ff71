// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {

/// What the builder knows of the table's columns.
struct FilterFields {
    core::select::FilterColumns columns;
    std::vector<QString> titles;         ///< of each column
    std::vector<std::string> attributes; ///< further names inside the attribute column
};

/// One test of the filter builder: column, operator, value; or a part that is no single test, as its expression. GUI
/// thread only.
class FilterRow : public QWidget {
    Q_OBJECT
public:
    explicit FilterRow(const FilterFields& fields, QWidget* parent = nullptr);

    void setFilter(const core::select::Filter& filter);
    /// Nothing while a value is wanted or wrong.
    std::optional<core::select::Filter> filter() const;
    void retranslateUi();

Q_SIGNALS:
    void edited();
    void removeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    std::optional<core::select::FilterType> type() const;
    const core::select::FilterColumn* column() const;
    void fillColumns();
    void fillOperators();
    void showEditors();
    void showValues(const core::select::Filter& test);
    void change();
    std::optional<core::select::FilterValue> valueOf(const QString& text) const;
    std::optional<std::vector<core::select::FilterValue>> values() const;
    std::pair<core::select::FilterOp, bool> chosenOperator() const;

    const FilterFields& m_fields;
    bool m_isExpression = false;
    bool m_filling = false;
    QComboBox* m_column;
    QComboBox* m_operator;
    QComboBox* m_choice;
    QLineEdit* m_value;
    QLabel* m_and;
    QLineEdit* m_upper;
    QToolButton* m_exactly;
    QLineEdit* m_expression;
    QToolButton* m_remove;
};

} // namespace widgets
