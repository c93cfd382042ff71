// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs_history.h"

#include "widgets/panels/cell_table_model.h"
#include "widgets/panels/panel_text.h"
#include "widgets/text.h"
#include "widgets/workspace.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using core::store::RunRecord;
using core::store::RunStatus;

RunsHistory::RunsHistory(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_heading(new QLabel(this)),
      m_model(new CellTableModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_view(new QTableView(this)),
      m_resume(new QPushButton(this)),
      m_remove(new QPushButton(this)),
      m_compare(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CellTableModel::kSortRole);
    m_view->setObjectName(QStringLiteral("runHistory"));
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_resume->setObjectName(QStringLiteral("resumeRun"));
    m_remove->setObjectName(QStringLiteral("removeRun"));
    m_compare->setObjectName(QStringLiteral("compareRuns"));
    row->addWidget(m_resume);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_compare);
    column->addWidget(m_heading);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    connect(&workspace, &Workspace::runsChanged, this, &RunsHistory::fill);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        if (const auto run = currentRun(); run && !m_filling)
            Q_EMIT runSelected(core::raw(*run));
    });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (const auto run = currentRun())
            Q_EMIT resumeRequested(core::raw(*run));
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto run = currentRun())
            Q_EMIT removeRequested(core::raw(*run));
    });
    connect(m_compare, &QPushButton::clicked, this, &RunsHistory::compareRequested);
    retranslateUi();
    for (const auto& [place, width] : {std::pair{0, 48}, {1, 160}, {2, 48}, {3, 44}, {4, 80}, {5, 64}, {6, 64}})
        m_view->setColumnWidth(place, width);
}

const RunRecord* RunsHistory::record(core::RunId run) const {
    for (const RunRecord& candidate : m_workspace.runs())
        if (candidate.id == run)
            return &candidate;
    return nullptr;
}

std::optional<core::RunId> RunsHistory::currentRun() const {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return {};
    return core::RunId(index.data(CellTableModel::kKeyRole).toString().toLongLong());
}

void RunsHistory::setCurrentRun(std::optional<core::RunId> run) {
    const QScopedValueRollback<bool> guard(m_filling, true);
    for (int row = 0; run && row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (index.data(CellTableModel::kKeyRole).toString().toLongLong() == core::raw(*run)) {
            m_view->setCurrentIndex(index);
            return;
        }
    }
    m_view->setCurrentIndex({});
    updateButtons();
}

void RunsHistory::fill() {
    const auto current = currentRun();
    CellTableModel::Table table;
    table.headers = {tr("Run"),    tr("Recipe"), tr("Model"), tr("Seed"),
                     tr("Status"), tr("Epochs"), tr("Time"),  tr("Experiment")};
    table.headerTips = {{}, {}, {}, {}, {}, tr("Epochs trained; in brackets the best one, which is kept"), {}, {}};
    for (const RunRecord& run : m_workspace.runs()) {
        std::vector<Cell> cells{Cell::integer(core::raw(run.id)),
                                Cell::of(toQString(run.recipe)),
                                Cell::of(toQString(run.model)),
                                {QString::number(run.seed), QVariant(static_cast<qulonglong>(run.seed)), {}, {}},
                                Cell::of(runStatusTitle(run.status)),
                                Cell::integer(run.epochs),
                                {formatDuration(run.seconds), run.seconds, {}, {}},
                                Cell::of(toQString(run.experiment))};
        if (run.bestEpoch > 0)
            cells[5].text = tr("%1 (%2)").arg(run.epochs).arg(run.bestEpoch);
        if (!run.failure.empty())
            cells[4].tip = toQString(run.failure);
        const QDateTime started = QDateTime::fromString(toQString(run.started), Qt::ISODate).toLocalTime();
        cells[0].tip =
            tr("Started %1 on %2").arg(QLocale().toString(started, QLocale::ShortFormat), toQString(run.device));
        table.rows.push_back(std::move(cells));
        table.keys << QString::number(core::raw(run.id));
    }
    {
        const QScopedValueRollback<bool> guard(m_filling, true);
        m_model->setTable(std::move(table));
    }
    setCurrentRun(current);
    updateButtons();
}

void RunsHistory::updateButtons() {
    const auto current = currentRun();
    const RunRecord* run = current ? record(*current) : nullptr;
    m_resume->setEnabled(run != nullptr && run->status == RunStatus::Interrupted);
    m_remove->setEnabled(run != nullptr && run->status != RunStatus::Running);
    m_compare->setEnabled(!m_workspace.runs().empty());
}

void RunsHistory::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void RunsHistory::retranslateUi() {
    m_heading->setText(tr("Runs in the project"));
    m_view->setAccessibleName(tr("Runs in the project"));
    m_view->setToolTip(tr("Choosing a run shows its curves"));
    m_resume->setText(tr("Resume run"));
    m_resume->setToolTip(tr("Goes on with an interrupted run from its last epoch"));
    m_resume->setAccessibleName(tr("Resume the interrupted run"));
    m_remove->setText(tr("Remove run …"));
    m_remove->setToolTip(tr("Removes the run, its predictions and its model from the project"));
    m_remove->setAccessibleName(tr("Remove the run from the project"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Goes to the Compare stage"));
    m_compare->setAccessibleName(tr("Compare the runs"));
    fill();
}

} // namespace widgets
