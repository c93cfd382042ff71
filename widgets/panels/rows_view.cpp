// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rows_view.h"

#include "widgets/models/browse_model.h"
#include "widgets/models/browse_text.h"
#include "widgets/panels/entity_text.h"
#include "widgets/panels/filter_builder.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/row_actions.h"
#include "widgets/panels/row_details.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace widgets {

using core::select::Filter;
using core::store::BrowseColumn;
using core::store::BrowseSort;
using models::BrowseModel;

void RowsView::connectControls() {
    connect(m_chooser, &QComboBox::currentIndexChanged, this, &RowsView::chooseTable);
    connect(m_search, &QLineEdit::textChanged, m_searchPause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &RowsView::ask);
    connect(m_searchPause, &QTimer::timeout, this, &RowsView::ask);
    connect(m_filter, &FilterEdit::expressionChanged, this, &RowsView::filterEdited);
    connect(m_filter, &FilterEdit::faultChanged, this, &RowsView::showState);
    connect(m_builder, &FilterBuilder::edited, this, [this] {
        const QString text =
            QString::fromStdString(core::select::printFilter(m_builder->filter(), m_filter->columns()));
        m_filter->setExpression(text);
        shown().filter = text;
        ask();
    });
    connect(m_builderButton, &QToolButton::toggled, m_builderBox, &QWidget::setVisible);
    connect(m_detailsButton, &QToolButton::toggled, this, [this](bool on) {
        m_details->setVisible(on);
        showDetails();
    });
    connect(m_columnList, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const std::string name = toStd(item->data(Qt::UserRole).toString());
        if (item->checkState() == Qt::Checked)
            shown().hidden.erase(name);
        else
            shown().hidden.insert(name);
        applyColumns();
    });
    connect(m_onlySelection, &QCheckBox::toggled, this, [this](bool on) {
        m_follow = on;
        ask();
    });
    connect(&m_workspace.selection(), &SelectionModel::selectionChanged, this, [this] {
        showSelection();
        if (m_follow)
            ask();
    });
    connect(m_cancel, &QPushButton::clicked, m_model, &BrowseModel::cancelBuild);
    connect(m_export, &QPushButton::clicked, this, [this] { m_actions->askExport(false); });
    QHeaderView* header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int column) { sortBy(column, (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier) != 0); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowsView::showDetails);
    connect(m_model, &BrowseModel::changed, this, &RowsView::showState);
    connect(m_model, &BrowseModel::pageArrived, this, [this](int first, int last) {
        fitColumns();
        if (const int row = m_table->currentIndex().row(); row >= first && row <= last)
            showDetails();
    });
}

void RowsView::setProject(const core::store::ProjectPtr& project) {
    const bool same = project == m_project && project != nullptr;
    m_project = project;
    if (!same) {
        m_shown.clear();
        m_sizes.clear();
        m_viewer = false;
        m_attributes.clear();
    }
    if (project) {
        const auto viewer = core::store::isViewerCopy(*project);
        m_viewer = viewer.ok() && *viewer;
    }
    readSizes();
    readAttributes();
    if (same)
        m_model->reload();
    else
        chooseTable(m_chooser->currentIndex());
}

bool RowsView::settled() const {
    return m_model->settled() && !m_searchPause->isActive() && (!m_sizeJob || m_sizeJob->isEnded()) &&
           (!m_attributeJob || m_attributeJob->isEnded());
}

void RowsView::readSizes() {
    showSizes();
    if (!m_project || m_place == Place::Dock)
        return;
    JobRunner::Options options;
    options.quiet = true;
    options.supersedes = QStringLiteral("rowsViewSizes");
    m_sizeJob = m_workspace.jobs().run<std::vector<core::store::TableSize>>(
        options, this, [project = m_project](core::JobContext& job) { return core::store::tableSizes(*project, job); },
        [this, project = std::weak_ptr(m_project)](core::Result<std::vector<core::store::TableSize>> sizes) {
            if (!sizes.ok() || project.lock() != m_project)
                return; // the chooser does without
            m_sizes = std::move(*sizes);
            showSizes();
        });
}

void RowsView::showSizes() {
    for (int i = 0; i < m_chooser->count(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QString title = browseTableTitle(core::store::tables()[at]);
        m_chooser->setItemText(i,
                               at < m_sizes.size() ? tr("%1 (%2)").arg(title, formatInteger(m_sizes[at].rows)) : title);
    }
}

void RowsView::readAttributes() {
    const auto table = core::store::browseTable(m_name);
    if (!m_project || !table.ok() || (*table)->attributes.empty())
        return;
    JobRunner::Options options;
    options.quiet = true;
    m_attributeJob = m_workspace.jobs().run<std::vector<std::string>>(
        options, this,
        [project = m_project, described = *table](core::JobContext&) {
            return core::store::attributeNames(*project, *described);
        },
        [this, name = m_name](core::Result<std::vector<std::string>> names) {
            if (names.ok() && name == m_name && *names != m_attributes)
                setFields(*names);
        });
}

void RowsView::setFields(const std::vector<std::string>& attributes) {
    m_attributes = attributes;
    const core::store::BrowseTable& table = **core::store::browseTable(m_name);
    FilterFields fields;
    fields.columns = core::store::filterColumnsOf(table);
    for (const BrowseColumn& column : table.columns)
        fields.titles.push_back(browseColumnTitle(column));
    fields.attributes = attributes;
    m_filter->setColumns(fields.columns, attributes);
    m_builder->setFields(std::move(fields));
    if (const auto filter = m_filter->filter())
        m_builder->setFilter(*filter);
}

void RowsView::showTable(const QString& name) {
    if (const int index = m_chooser->findData(name); index >= 0)
        m_chooser->setCurrentIndex(index);
}

void RowsView::chooseTable(int index) {
    if (index < 0)
        return;
    keepWidths();
    m_name = toStd(m_chooser->itemData(index).toString());
    Shown& now = shown();
    const core::store::BrowseTable& table = core::store::tables()[static_cast<std::size_t>(index)];
    if (!now.known) {
        now.known = true;
        for (const BrowseColumn& column : table.columns)
            if (!column.shown)
                now.hidden.insert(column.name);
    }
    {
        const QSignalBlocker blocker(m_search);
        m_search->setText(now.search);
    }
    m_filter->setExpression({}); // what stood there was about other columns
    setFields({});
    m_filter->setExpression(now.filter);
    if (const auto filter = m_filter->filter())
        m_builder->setFilter(*filter);
    readAttributes();
    ask();
    applyColumns();
    fillColumnList();
    showSelection();
}

void RowsView::ask() {
    m_searchPause->stop();
    Shown& now = shown();
    now.search = m_search->text();
    core::store::BrowseQuery query;
    query.table = m_name;
    query.filter = toStd(now.filter);
    query.search = toStd(now.search);
    query.sort = now.sort;
    if (m_follow)
        query.selection = m_workspace.selection().selection();
    const bool shownAlready = m_project && m_model->project() == m_project && m_model->query() == query;
    if (shownAlready && m_refused.isEmpty() && m_model->state() != BrowseModel::State::Failed)
        return;
    const core::Status status = m_model->show(m_project, query);
    m_refused = status.ok() ? QString() : errorText(status.error());
    applyColumns();
    showState();
    showDetails();
}

void RowsView::sortBy(int column, bool more) {
    const std::string& name = core::store::tables()[static_cast<std::size_t>(m_chooser->currentIndex())]
                                  .columns[static_cast<std::size_t>(column)]
                                  .name;
    std::vector<BrowseSort> sort = shown().sort;
    const auto place =
        std::find_if(sort.begin(), sort.end(), [&](const BrowseSort& one) { return one.column == name; });
    // Up, down, as stored: three clicks come round.
    std::optional<BrowseSort> next = BrowseSort{name, false};
    if (place != sort.end())
        next = place->descending ? std::nullopt : std::optional(BrowseSort{name, true});
    if (!more)
        sort.clear();
    if (!more || place == sort.end()) {
        if (next)
            sort.push_back(*next);
    } else if (next) {
        *place = *next;
    } else {
        sort.erase(place);
    }
    setSort(std::move(sort));
}

void RowsView::setSort(std::vector<BrowseSort> sort) {
    shown().sort = std::move(sort);
    ask();
}

void RowsView::setFilter(const QString& expression) {
    m_filter->setExpression(expression);
    filterEdited(expression);
}

void RowsView::filterEdited(const QString& text) {
    const auto filter = m_filter->filter();
    if (!filter)
        return;
    shown().filter = text;
    m_builder->setFilter(*filter);
    ask();
}

void RowsView::addCondition(const Filter& test) {
    const auto now = core::select::parseFilter(toStd(shown().filter), m_filter->columns());
    Filter both = test;
    if (now.ok() && now.filter.kind != Filter::Kind::All) {
        both = Filter();
        both.kind = Filter::Kind::And;
        both.children = now.filter.kind == Filter::Kind::And ? now.filter.children : std::vector<Filter>{now.filter};
        both.children.push_back(test);
    }
    setFilter(QString::fromStdString(core::select::printFilter(both, m_filter->columns())));
}

void RowsView::setFollowing(bool follow) {
    m_onlySelection->setChecked(follow);
}

void RowsView::followSelection() {
    const std::string& entity = m_workspace.selection().selection().entity;
    if (!core::store::selectionApplies(**core::store::browseTable(m_name), entity))
        showTable(QStringLiteral("items"));
    setFollowing(true);
}

void RowsView::showSelection() {
    const core::select::Selection& selection = m_workspace.selection().selection();
    m_onlySelection->setVisible(!selection.empty());
    const bool known = core::store::selectionApplies(**core::store::browseTable(m_name), selection.entity);
    m_onlySelection->setEnabled(known);
    const auto count = static_cast<qint64>(selection.names.size());
    m_onlySelection->setText(
        known ? tr("Only rows behind the selection in the charts (%1: %2)")
                    .arg(entityTitle(selection.entity), formatInteger(count))
              : tr("This table knows nothing of the selection in the charts (%1)").arg(entityTitle(selection.entity)));
    m_onlySelection->setAccessibleName(m_onlySelection->text());
}

void RowsView::showState() {
    const BrowseModel::State state = m_model->state();
    const bool building = state == BrowseModel::State::Building;
    const core::Progress& progress = m_model->progress();
    m_progress->setVisible(building);
    m_cancel->setVisible(building);
    constexpr int kSteps = 1000;
    const bool measured = progress.total > 0;
    m_progress->setRange(0, measured ? kSteps : 0);
    if (measured)
        m_progress->setValue(static_cast<int>(std::min<std::int64_t>(progress.done * kSteps / progress.total, kSteps)));
    QString fault = m_filter->faultText();
    if (fault.isEmpty())
        fault = m_refused;
    if (fault.isEmpty() && state == BrowseModel::State::Failed && m_model->error() &&
        m_model->error()->code != core::ErrorCode::Cancelled)
        fault = errorText(*m_model->error());
    m_fault->setText(QStringLiteral("⚠ ") + fault);
    m_fault->setVisible(!fault.isEmpty());
    m_export->setEnabled(state == BrowseModel::State::Ready && m_model->total() > 0);
    QString text;
    if (building)
        text = progress.stage.empty() ? tr("Reading…") : coreText("Job", progress.stage) + QStringLiteral("…");
    else if (state == BrowseModel::State::Failed)
        text = tr("The order of the rows was not finished; only the first rows are here. Press Enter in the search to "
                  "try again.");
    else if (m_model->total() >= 0 && m_model->tableTotal() >= 0 && m_model->total() != m_model->tableTotal())
        text = tr("%1 of %2 rows").arg(formatInteger(m_model->total()), formatInteger(m_model->tableTotal()));
    else if (m_model->total() >= 0)
        text = tr("%1 rows").arg(formatInteger(m_model->total()));
    m_summary->setText(text);
    showHint();
    if (m_model->rowCount() > 0 && m_model->rowAt(0) != nullptr)
        fitColumns();
}

void RowsView::showHint() {
    const bool none = m_model->state() == BrowseModel::State::Ready && m_model->total() == 0;
    QString hint;
    if (!m_project)
        hint = tr("Open a project to see its rows.");
    else if (none && m_viewer)
        hint =
            tr("This is a viewer copy: it holds counts, runs and charts, but no rows, by design. Ask whoever made it "
               "for the full project.");
    else if (none && (m_model->tableTotal() == 0 || m_model->tableTotal() == m_model->total()))
        hint = tr("This table has no rows yet.");
    else if (none)
        hint = tr("No row passes the filter, the search and the selection.");
    m_hint->setText(hint);
    m_stack->setCurrentIndex(hint.isEmpty() ? 0 : 1);
}

void RowsView::showDetails() {
    if (!m_details->isVisibleTo(this))
        return;
    const QModelIndex current = m_table->currentIndex();
    const auto* const row = current.isValid() ? m_model->rowAt(current.row()) : nullptr;
    m_details->showRow(m_model->table(), current.row() + 1, row, current.column());
}

} // namespace widgets
