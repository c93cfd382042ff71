// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/rows_dock.h"

#include "widgets/models/item_rows_model.h"
#include "widgets/panels/entity_text.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets::shell {

RowsDock::RowsDock(Workspace& workspace, QWidget* parent)
    : QDockWidget(parent),
      m_workspace(workspace),
      m_model(new models::ItemRowsModel(workspace.jobs(), this)),
      m_summary(new QLabel),
      m_table(new QTableView) {
    setObjectName(QStringLiteral("rowsDock"));
    m_table->setObjectName(QStringLiteral("rowsTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    constexpr int kTitleColumn = 1;
    m_table->horizontalHeader()->setSectionResizeMode(kTitleColumn, QHeaderView::Stretch);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    setWidget(content);
    m_model->setObserver([this](const core::Error* error) { updateSummary(error); });
    connect(&workspace, &Workspace::projectChanged, this, &RowsDock::invalidate);
    connect(&workspace, &Workspace::dataChanged, this, &RowsDock::invalidate);
    connect(&workspace.selection(), &SelectionModel::selectionChanged, this, &RowsDock::invalidate);
    retranslateUi();
}

void RowsDock::invalidate() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void RowsDock::showEvent(QShowEvent* event) {
    QDockWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void RowsDock::refresh() {
    m_stale = false;
    m_model->show(m_workspace.project(), m_workspace.selection().selection());
    updateSummary(nullptr);
}

void RowsDock::updateSummary(const core::Error* error) {
    if (error != nullptr)
        m_summary->setText(errorText(*error));
    else if (!m_workspace.project())
        m_summary->setText(tr("Open a project to see its rows."));
    else if (m_workspace.selection().selection().empty())
        m_summary->setText(
            tr("All items: %1. Select something to see the rows behind it.").arg(formatInteger(m_model->total())));
    else
        m_summary->setText(
            tr("%1 items behind the selection (%2)")
                .arg(formatInteger(m_model->total()), entityTitle(m_workspace.selection().selection().entity)));
}

void RowsDock::retranslateUi() {
    setWindowTitle(tr("Rows"));
    m_table->setAccessibleName(tr("Rows behind the selection"));
    m_model->retranslate();
    updateSummary(nullptr);
}

void RowsDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDockWidget::changeEvent(event);
}

} // namespace widgets::shell
