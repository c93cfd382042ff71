// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cell_table_model.h"
#include "widgets/panels/table_text.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace widgets {

/// A sortable table of results that can be copied as CSV, Markdown or LaTeX.
class ResultTable : public QWidget {
    Q_OBJECT
public:
    explicit ResultTable(const QString& name, QWidget* parent = nullptr);

    void setTable(CellTableModel::Table table);
    QStringList selectedKeys() const;
    /// Shows a selection that was made elsewhere; keysSelected is not emitted.
    void selectKeys(const QStringList& keys);
    /// The table as text, in the order shown.
    QString text(TableFormat format) const;
    QTableView* view() const { return m_view; }
    void setTitle(const QString& title);

Q_SIGNALS:
    void keysSelected(const QStringList& keys); ///< by the user

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy(TableFormat format);
    void retranslateUi();

    CellTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_view;
    QToolButton* m_copy;
    QList<QAction*> m_actions;
    bool m_quiet = false;
};

} // namespace widgets
