// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/run_picker.h"

#include "widgets/panels/check_delegate.h"
#include "widgets/panels/panel_text.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::store::RunRecord;

void RunPickModel::setRuns(std::vector<RunRecord> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    std::set<core::RunId> known;
    for (const RunRecord& run : m_runs)
        if (m_checked.contains(run.id))
            known.insert(run.id);
    m_checked = std::move(known);
    endResetModel();
}

std::vector<core::RunId> RunPickModel::checked() const {
    return {m_checked.begin(), m_checked.end()};
}

void RunPickModel::setChecked(const std::vector<core::RunId>& runs) {
    m_checked = {runs.begin(), runs.end()};
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

int RunPickModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunPickModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant RunPickModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunRecord& run = m_runs[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Run)
        return m_checked.contains(run.id) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole)
        return tr("%1\nExperiment: %2").arg(runTitle(run), toQString(run.experiment));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Run:
        return runShortTitle(run);
    case Model:
        return toQString(run.model);
    case Seed:
        return QString::number(run.seed);
    case Experiment:
        return toQString(run.experiment);
    default:
        return {};
    }
}

bool RunPickModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole || index.column() != Run)
        return false;
    const core::RunId run = m_runs[static_cast<std::size_t>(index.row())].id;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(run);
    else
        m_checked.erase(run);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checksChanged();
    return true;
}

Qt::ItemFlags RunPickModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Run)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant RunPickModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Run:
        return tr("Run");
    case Model:
        return tr("Model");
    case Seed:
        return tr("Seed");
    case Experiment:
        return tr("Experiment");
    default:
        return {};
    }
}

void RunPickModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

RunPicker::RunPicker(QWidget* parent)
    : QWidget(parent),
      m_model(new RunPickModel(this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_heading(new QLabel(this)),
      m_search(new QLineEdit(this)),
      m_view(new QTableView(this)),
      m_all(new QPushButton(this)),
      m_none(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(QStringLiteral("compareSearch"));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("comparePicker"));
    m_view->setModel(m_filtered);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(22);
    m_view->setItemDelegateForColumn(RunPickModel::Run, new CheckDelegate(m_view));
    m_view->horizontalHeader()->setSectionResizeMode(RunPickModel::Run, QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setColumnWidth(RunPickModel::Model, 44);
    m_view->setColumnWidth(RunPickModel::Seed, 40);
    m_view->setColumnWidth(RunPickModel::Experiment, 78);
    m_view->installEventFilter(this);
    m_all->setObjectName(QStringLiteral("compareAll"));
    m_none->setObjectName(QStringLiteral("compareNone"));
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_all);
    row->addWidget(m_none);
    column->addWidget(m_heading);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_all, &QPushButton::clicked, this, [this] { checkShown(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { checkShown(false); });
    retranslateUi();
}

void RunPicker::checkShown(bool on) {
    std::vector<core::RunId> checked = m_model->checked();
    std::set<core::RunId> next(checked.begin(), checked.end());
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const int source = m_filtered->mapToSource(m_filtered->index(row, 0)).row();
        const core::RunId run = m_model->runs()[static_cast<std::size_t>(source)].id;
        if (on)
            next.insert(run);
        else
            next.erase(run);
    }
    m_model->setChecked({next.begin(), next.end()});
    Q_EMIT m_model->checksChanged();
}

bool RunPicker::eventFilter(QObject* watched, QEvent* event) {
    // Space checks the current row whatever its column.
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && m_view->currentIndex().isValid()) {
        const QModelIndex index = m_view->currentIndex().siblingAtColumn(RunPickModel::Run);
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_filtered->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void RunPicker::retranslateUi() {
    m_heading->setText(tr("Runs to compare"));
    m_search->setPlaceholderText(tr("Search runs"));
    m_search->setAccessibleName(tr("Search runs"));
    m_view->setAccessibleName(tr("Runs to compare"));
    m_view->setToolTip(tr("Checked runs are compared (Space checks the current one)"));
    m_all->setText(tr("Check all"));
    m_all->setToolTip(tr("Checks every run shown in the list"));
    m_all->setAccessibleName(tr("Check all runs"));
    m_none->setText(tr("Check none"));
    m_none->setToolTip(tr("Takes every run shown in the list out of the comparison"));
    m_none->setAccessibleName(tr("Check no run"));
}

} // namespace widgets
