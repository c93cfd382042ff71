// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/browse_model.h"

#include "widgets/models/browse_text.h"
#include "widgets/text.h"

#include <algorithm>
#include <limits>

namespace widgets::models {

using core::store::Browse;

namespace {

constexpr std::int64_t kPageRows = 256;
constexpr std::size_t kKeptPages = 64; ///< 16,384 rows
constexpr std::size_t kMostWanted = 4; ///< of a fast scroll only the last places matter
constexpr std::int64_t kHeadRows = 256;
constexpr int kReloadAfter = 300; ///< milliseconds: several writes in a row are one
/// A table view counts pixels in an int: this many rows of up to 40 pixels.
constexpr std::int64_t kMostRows = 50'000'000;

} // namespace

BrowseModel::BrowseModel(JobRunner& jobs, QObject* parent) : QAbstractTableModel(parent), m_jobs(jobs) {
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &BrowseModel::fetch);
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadAfter);
    connect(&m_reloadTimer, &QTimer::timeout, this, &BrowseModel::reload);
}

core::Status BrowseModel::show(const core::store::ProjectPtr& project, const core::store::BrowseQuery& query) {
    std::shared_ptr<Browse> view;
    if (project) {
        TL_TRY(view, Browse::open(project, query));
    }
    const bool sameTable = project == m_project && m_query.table == query.table;
    m_project = project;
    m_query = query;
    if (!sameTable)
        m_tableTotal = -1;
    beginResetModel();
    m_table = view ? &view->table() : nullptr;
    m_rowCount = 0;
    m_pages.clear();
    m_used.clear();
    endResetModel();
    start(std::move(view), false);
    return {};
}

void BrowseModel::reload() {
    if (!m_project)
        return;
    auto view = Browse::open(m_project, m_query);
    if (view.ok())
        start(std::move(*view), true);
}

void BrowseModel::cancelBuild() {
    if (m_buildJob)
        m_buildJob->cancel();
}

void BrowseModel::start(std::shared_ptr<Browse> view, bool keepRows) {
    ++m_series;
    for (Job* job : {m_buildJob.data(), m_headJob.data()})
        if (job != nullptr)
            job->cancel();
    m_reloadTimer.stop();
    m_wanted.clear();
    m_pageJob = nullptr;
    m_buildJob = nullptr;
    m_counting = false;
    m_error.reset();
    m_progress = {};
    if (!keepRows)
        m_total = -1;
    m_view = view;
    m_state = view ? State::Building : State::Empty;
    if (view) {
        if (!keepRows && view->headIsQuick() &&
            (!m_query.sort.empty() || !m_query.filter.empty() || !m_query.search.empty() || !m_query.selection.empty()))
            startHead(view);
        startBuild(view);
        if (keepRows)
            m_tableTotal = -1;
    }
    Q_EMIT changed();
}

void BrowseModel::startHead(const std::shared_ptr<Browse>& view) {
    JobRunner::Options options;
    options.quiet = true;
    m_headJob = m_jobs.run<Rows>(
        options, this, [view](core::JobContext& job) { return view->head(kHeadRows, job); },
        [this, series = m_series](core::Result<Rows> rows) {
            if (series != m_series || m_state != State::Building || !rows.ok() || m_rowCount > 0)
                return; // the order was faster, or says what is wrong
            auto head = std::make_shared<const Rows>(std::move(*rows));
            keep(0, head);
            setRowCount(static_cast<std::int64_t>(head->size()));
            Q_EMIT changed();
        });
}

void BrowseModel::startBuild(const std::shared_ptr<Browse>& view) {
    JobRunner::Options options;
    options.quiet = true; // the browser shows its progress itself
    m_buildJob = m_jobs.run<bool>(
        options, this,
        [view](core::JobContext& job) -> core::Result<bool> {
            TL_CHECK_STATUS(view->build(job));
            return true;
        },
        [this, view, series = m_series](core::Result<bool> done) {
            if (series == m_series)
                built(done.ok() ? core::Status() : core::Status(done.error()), view);
        });
    connect(m_buildJob, &Job::changed, this, [this, job = m_buildJob.data(), series = m_series] {
        if (series != m_series)
            return;
        m_progress = job->progress();
        Q_EMIT changed();
    });
}

void BrowseModel::built(const core::Status& status, const std::shared_ptr<Browse>& view) {
    m_buildJob = nullptr;
    if (m_headJob) // nobody waits for it any more, and pages want its thread
        m_headJob->cancel();
    if (!status.ok()) {
        m_state = State::Failed;
        m_error = status.error();
        Q_EMIT changed();
        return;
    }
    m_state = State::Ready;
    m_total = view->total();
    // Every row is read anew: the first ones came from an earlier state of the project, perhaps.
    m_pages.clear();
    m_used.clear();
    setRowCount(m_total);
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
    const bool whole = m_query.filter.empty() && m_query.search.empty() && m_query.selection.empty();
    if (whole)
        m_tableTotal = m_total;
    else if (m_tableTotal < 0)
        startCount();
    Q_EMIT changed();
}

void BrowseModel::startCount() {
    m_counting = true;
    JobRunner::Options options;
    options.quiet = true;
    m_jobs.run<std::int64_t>(
        options, this,
        [project = m_project, table = m_table](core::JobContext& job) {
            return core::store::tableRows(*project, *table, job);
        },
        [this, series = m_series](core::Result<std::int64_t> rows) {
            if (series != m_series)
                return;
            m_counting = false;
            m_tableTotal = rows.ok() ? *rows : -1;
            Q_EMIT changed();
        });
}

void BrowseModel::setRowCount(std::int64_t rows) {
    const int count = static_cast<int>(std::min(rows, kMostRows));
    if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_rowCount = count;
        endRemoveRows();
    }
}

void BrowseModel::want(std::int64_t page) const {
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMostWanted)
        m_wanted.erase(m_wanted.begin());
    if (!m_fetchTimer.isActive())
        m_fetchTimer.start();
}

void BrowseModel::fetch() {
    if (m_wanted.empty() || m_pageJob || m_state != State::Ready)
        return;
    const std::int64_t page = m_wanted.back();
    m_wanted.pop_back();
    JobRunner::Options options;
    options.quiet = true;
    m_pageJob = m_jobs.run<Rows>(
        options, this,
        [view = m_view, page](core::JobContext& job) { return view->page(page * kPageRows, kPageRows, job); },
        [this, page, series = m_series](core::Result<Rows> rows) {
            if (series == m_series)
                take(page, std::move(rows));
        });
}

void BrowseModel::take(std::int64_t page, core::Result<Rows> rows) {
    m_pageJob = nullptr;
    if (!rows.ok()) {
        m_error = rows.error();
        m_state = State::Failed;
        Q_EMIT changed();
        return;
    }
    keep(page, std::make_shared<const Rows>(std::move(*rows)));
    if (m_view->stale())
        m_reloadTimer.start();
    if (!m_wanted.empty())
        m_fetchTimer.start();
    const int first = static_cast<int>(page * kPageRows);
    const int last = std::min(m_rowCount, first + static_cast<int>(kPageRows)) - 1;
    if (last < first)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    Q_EMIT pageArrived(first, last);
}

void BrowseModel::keep(std::int64_t page, std::shared_ptr<const Rows> rows) {
    if (const auto old = m_pages.find(page); old != m_pages.end()) {
        m_used.erase(old->second.use);
        m_pages.erase(old);
    }
    m_used.push_front(page);
    m_pages.emplace(page, Page{std::move(rows), m_used.begin()});
    while (m_pages.size() > kKeptPages) {
        m_pages.erase(m_used.back());
        m_used.pop_back();
    }
}

const core::store::BrowseRow* BrowseModel::rowAt(int row) const {
    const std::int64_t page = row / kPageRows;
    const auto place = m_pages.find(page);
    if (place == m_pages.end()) {
        if (m_state == State::Ready)
            want(page);
        return nullptr;
    }
    m_used.splice(m_used.begin(), m_used, place->second.use);
    const auto at = static_cast<std::size_t>(row % kPageRows);
    return at < place->second.rows->size() ? &(*place->second.rows)[at] : nullptr;
}

int BrowseModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rowCount;
}

int BrowseModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_table == nullptr ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant BrowseModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || m_table == nullptr)
        return {};
    const auto& column = m_table->columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isRightAligned(column.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != ValueRole && role != LoadedRole)
        return {};
    const core::store::BrowseRow* const row = rowAt(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (row == nullptr)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    if (row->gone)
        return role == Qt::DisplayRole && index.column() == 0 ? QVariant(tr("(removed)")) : QVariant();
    const auto& cell = row->cells[static_cast<std::size_t>(index.column())];
    if (role == ValueRole)
        return toQString(core::store::cellText(cell, column.type));
    constexpr int kToolTip = 1000;
    return browseText(cell, column, role == Qt::ToolTipRole ? kToolTip : 200);
}

QString BrowseModel::headerText(int section) const {
    const auto& column = m_table->columns[static_cast<std::size_t>(section)];
    QString text = browseColumnTitle(column);
    for (std::size_t i = 0; i < m_query.sort.size(); ++i) {
        if (m_query.sort[i].column != column.name)
            continue;
        text += m_query.sort[i].descending ? QStringLiteral(" ▼") : QStringLiteral(" ▲");
        if (m_query.sort.size() > 1)
            text += QString::number(i + 1);
    }
    return text;
}

QVariant BrowseModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(formatInteger(section + 1)) : QVariant();
    if (m_table == nullptr || section < 0 || section >= columnCount())
        return {};
    const auto& column = m_table->columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return headerText(section);
    case Qt::ToolTipRole:
        return tr("In filters: %1. Click to sort, with Shift by several columns.").arg(toQString(column.name));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isRightAligned(column.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

void BrowseModel::retranslate() {
    if (columnCount() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
}

} // namespace widgets::models
