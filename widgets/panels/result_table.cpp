// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/result_table.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

ResultTable::ResultTable(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_model(new CellTableModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_view(new QTableView(this)),
      m_copy(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CellTableModel::kSortRole);
    m_view->setObjectName(name);
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(22);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_copy->setObjectName(name + QStringLiteral("-copy"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_copy);
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Markdown, TableFormat::Latex}) {
        QAction* action = menu->addAction(QString(), this, [this, format] { copy(format); });
        m_actions << action;
        // The same by right click on the table.
        m_view->addAction(action);
    }
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy->setMenu(menu);
    column->addWidget(m_view, 1);
    column->addWidget(m_copy, 0, Qt::AlignRight);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_quiet)
            Q_EMIT keysSelected(selectedKeys());
    });
    retranslateUi();
}

void ResultTable::setTable(CellTableModel::Table table) {
    const QStringList keys = selectedKeys();
    const QScopedValueRollback<bool> guard(m_quiet, true);
    const bool otherColumns = table.headers != m_model->table().headers;
    m_model->setTable(std::move(table));
    if (otherColumns)
        m_view->resizeColumnsToContents();
    selectKeys(keys);
}

QStringList ResultTable::selectedKeys() const {
    QStringList keys;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        keys << index.data(CellTableModel::kKeyRole).toString();
    return keys;
}

void ResultTable::selectKeys(const QStringList& keys) {
    const QScopedValueRollback<bool> guard(m_quiet, true);
    const QSet<QString> wanted(keys.begin(), keys.end());
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (!wanted.contains(index.data(CellTableModel::kKeyRole).toString()))
            continue;
        selection.select(index, m_sorted->index(row, m_sorted->columnCount() - 1));
        if (!first.isValid())
            first = index;
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !m_view->hasFocus())
        m_view->scrollTo(first);
}

QString ResultTable::text(TableFormat format) const {
    return tableText(*m_sorted, format, CellTableModel::kValueRole);
}

void ResultTable::copy(TableFormat format) {
    QApplication::clipboard()->setText(text(format));
}

void ResultTable::setTitle(const QString& title) {
    m_view->setAccessibleName(title);
    m_copy->setAccessibleName(tr("Copy the table “%1”").arg(title));
}

void ResultTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void ResultTable::retranslateUi() {
    m_copy->setText(tr("Copy table"));
    m_copy->setToolTip(tr("Copies the table in the order shown"));
    m_actions[0]->setText(tr("Copy as CSV"));
    m_actions[1]->setText(tr("Copy as Markdown"));
    m_actions[2]->setText(tr("Copy as LaTeX"));
}

} // namespace widgets
