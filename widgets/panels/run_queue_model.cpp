// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/run_queue_model.h"

#include "widgets/text.h"

#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace widgets {
namespace {

const QString& rowMimeType() {
    static const QString type = QStringLiteral("application/x-taillight-queue-key");
    return type;
}

} // namespace

using State = QueuedRun::State;

QString queueStateTitle(State state) {
    switch (state) {
    case State::Waiting:
        return RunQueueModel::tr("Waiting");
    case State::Running:
        return RunQueueModel::tr("Running");
    case State::Paused:
        return RunQueueModel::tr("Paused");
    case State::Finished:
        return RunQueueModel::tr("Finished");
    case State::Failed:
        return RunQueueModel::tr("Failed");
    case State::Cancelled:
        return RunQueueModel::tr("Discarded");
    }
    return {};
}

int RunQueueModel::append(const core::train::ExperimentConfig& config, core::SplitId split, const std::string& device,
                          bool resume) {
    std::vector<QueuedRun> added;
    for (const core::train::ModelChoice& model : config.models)
        for (const core::strategies::Recipe& recipe : config.recipes)
            for (const std::uint64_t seed : config.seeds) {
                QueuedRun entry;
                entry.key = m_nextKey++;
                entry.config = config;
                entry.config.recipes = {recipe};
                entry.config.models = {model};
                entry.config.seeds = {seed};
                entry.split = split;
                entry.device = device;
                entry.resume = resume;
                added.push_back(std::move(entry));
            }
    if (added.empty())
        return 0;
    const int first = added.front().key;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_entries));
    endInsertRows();
    return first;
}

int RunQueueModel::rowOf(int key) const {
    const auto place =
        std::find_if(m_entries.begin(), m_entries.end(), [key](const QueuedRun& entry) { return entry.key == key; });
    return place == m_entries.end() ? -1 : static_cast<int>(place - m_entries.begin());
}

const QueuedRun* RunQueueModel::find(int key) const {
    const int row = rowOf(key);
    return row < 0 ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

const QueuedRun* RunQueueModel::active() const {
    const auto place = std::find_if(m_entries.begin(), m_entries.end(), [](const QueuedRun& e) { return e.active(); });
    return place == m_entries.end() ? nullptr : &*place;
}

const QueuedRun* RunQueueModel::nextWaiting() const {
    const int row = firstWaitingRow();
    return row < rowCount() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int RunQueueModel::firstWaitingRow() const {
    const auto place = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const QueuedRun& entry) { return entry.state == State::Waiting; });
    return static_cast<int>(place - m_entries.begin());
}

void RunQueueModel::change(int key, const std::function<void(QueuedRun&)>& change) {
    const int row = rowOf(key);
    if (row < 0)
        return;
    change(m_entries[static_cast<std::size_t>(row)]);
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

void RunQueueModel::remove(int key) {
    const int row = rowOf(key);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void RunQueueModel::clear() {
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

bool RunQueueModel::move(int from, int to) {
    if (from < 0 || from >= rowCount() || m_entries[static_cast<std::size_t>(from)].state != State::Waiting)
        return false;
    to = std::clamp(to, firstWaitingRow(), rowCount());
    if (to == from || to == from + 1 || !beginMoveRows({}, from, from, {}, to))
        return false;
    const auto begin = m_entries.begin();
    if (to > from)
        std::rotate(begin + from, begin + from + 1, begin + to);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
    return true;
}

int RunQueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int RunQueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString RunQueueModel::text(const QueuedRun& entry, int column) const {
    switch (column) {
    case Status:
        return queueStateTitle(entry.state);
    case Recipe:
        return toQString(entry.config.recipes.front().name);
    case Model:
        return toQString(entry.config.models.front().id);
    case Seed:
        return QString::number(entry.config.seeds.front());
    case Progress:
        if (!entry.active())
            return {};
        return entry.fraction >= 0 ? formatPercent(entry.fraction, 0) : entry.stage;
    case Rate:
        return entry.active() && entry.perSecond > 0 ? tr("%1 rows/s").arg(formatInteger(qRound64(entry.perSecond)))
                                                     : QString();
    case TimeLeft:
        return entry.active() && entry.secondsLeft >= 0 ? formatDuration(entry.secondsLeft) : QString();
    case Experiment:
        return toQString(entry.config.name);
    default:
        return {};
    }
}

QVariant RunQueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueuedRun& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        if (!entry.failure.isEmpty())
            return entry.failure;
        if (index.column() == Progress && !entry.stage.isEmpty())
            return entry.stage;
        return text(entry, index.column());
    case kFractionRole:
        return index.column() == Progress && entry.active() ? QVariant(entry.fraction) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Seed || index.column() == Rate || index.column() == TimeLeft;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    default:
        return {};
    }
}

QVariant RunQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status:
        return tr("Status");
    case Recipe:
        return tr("Recipe");
    case Model:
        return tr("Model");
    case Seed:
        return tr("Seed");
    case Progress:
        return tr("Progress");
    case Rate:
        return tr("Rate");
    case TimeLeft:
        return tr("Time left");
    case Experiment:
        return tr("Experiment");
    default:
        return {};
    }
}

Qt::ItemFlags RunQueueModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_entries[static_cast<std::size_t>(index.row())].state == State::Waiting)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList RunQueueModel::mimeTypes() const {
    return {rowMimeType()};
}

QMimeData* RunQueueModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty())
        return nullptr;
    auto* mime = new QMimeData;
    // The key, not the row: rows may change while the button is held.
    mime->setData(rowMimeType(), QByteArray::number(m_entries[static_cast<std::size_t>(indexes.first().row())].key));
    return mime;
}

bool RunQueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                 const QModelIndex& parent) {
    if (action != Qt::MoveAction || data == nullptr || !data->hasFormat(rowMimeType()))
        return false;
    const int from = rowOf(data->data(rowMimeType()).toInt());
    if (row < 0)
        row = parent.isValid() ? parent.row() : rowCount();
    move(from, row);
    // False: the view must not remove the source row, it has moved already.
    return false;
}

void RunQueueModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

} // namespace widgets
