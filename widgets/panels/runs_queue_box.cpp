// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs_queue_box.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using State = QueuedRun::State;

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant fraction = index.data(RunQueueModel::kFractionRole);
    if (!fraction.isValid() || fraction.toDouble() < 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionProgressBar bar;
    bar.rect = option.rect.adjusted(2, 3, -2, -3);
    bar.palette = option.palette;
    bar.state = QStyle::State_Enabled | QStyle::State_Horizontal;
    bar.minimum = 0;
    bar.maximum = 1000;
    bar.progress = qRound(fraction.toDouble() * 1000);
    bar.text = index.data().toString();
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    bar.fontMetrics = option.fontMetrics;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.highlight());
    QApplication::style()->drawControl(QStyle::CE_ProgressBar, &bar, painter);
}

RunsQueueBox::RunsQueueBox(RunQueueModel& queue, QWidget* parent)
    : QWidget(parent), m_queue(queue), m_heading(new QLabel(this)), m_view(new QTableView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_view->setObjectName(QStringLiteral("runQueue"));
    m_view->setModel(&queue);
    m_view->setItemDelegateForColumn(RunQueueModel::Progress, new ProgressDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDragDropOverwriteMode(false);
    m_view->setDropIndicatorShown(true);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->horizontalHeader()->setSectionResizeMode(RunQueueModel::Recipe, QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setColumnWidth(RunQueueModel::Status, 68);
    m_view->setColumnWidth(RunQueueModel::Model, 48);
    m_view->setColumnWidth(RunQueueModel::Seed, 44);
    m_view->setColumnWidth(RunQueueModel::Progress, 84);
    m_view->setColumnWidth(RunQueueModel::Rate, 84);
    m_view->setColumnWidth(RunQueueModel::TimeLeft, 66);
    m_view->setColumnWidth(RunQueueModel::Experiment, 88);
    m_empty = new QLabel(m_view->viewport());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setEnabled(false);
    auto* inside = new QVBoxLayout(m_view->viewport());
    inside->addWidget(m_empty);
    column->addWidget(m_heading);
    column->addWidget(m_view, 1);
    buildButtons();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        Q_EMIT currentChanged(currentKey());
    });
    connect(&queue, &QAbstractItemModel::dataChanged, this, &RunsQueueBox::updateButtons);
    connect(&queue, &QAbstractItemModel::rowsMoved, this, &RunsQueueBox::updateButtons);
    connect(&queue, &QAbstractItemModel::rowsRemoved, this, &RunsQueueBox::updateButtons);
    connect(&queue, &QAbstractItemModel::rowsInserted, this, &RunsQueueBox::updateButtons);
    connect(&queue, &QAbstractItemModel::modelReset, this, &RunsQueueBox::updateButtons);
    retranslateUi();
    updateButtons();
}

void RunsQueueBox::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto button = [&](const char* name, auto slot) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
        return made;
    };
    m_pause = button("pauseRun", &RunsQueueBox::pauseOrResume);
    m_stop = button("stopRun", &RunsQueueBox::stopAndKeep);
    m_discard = button("discardRun", &RunsQueueBox::discard);
    row->addStretch(1);
    m_up = button("moveUp", [this] { moveBy(-1); });
    m_down = button("moveDown", [this] { moveBy(1); });
    m_remove = button("removeQueued", &RunsQueueBox::removeOrClear);
    m_up->setText(QStringLiteral("↑"));
    m_down->setText(QStringLiteral("↓"));
    m_up->setFixedWidth(32);
    m_down->setFixedWidth(32);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    const auto shortcut = [this](const QKeySequence& keys, auto slot) {
        auto* made = new QShortcut(keys, m_view);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveBy(-1); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveBy(1); });
    shortcut(QKeySequence::Delete, &RunsQueueBox::removeOrClear);
    shortcut(QKeySequence(Qt::Key_Space), &RunsQueueBox::pauseOrResume);
}

int RunsQueueBox::currentKey() const {
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_queue.rowCount() ? 0 : m_queue.entries()[static_cast<std::size_t>(row)].key;
}

void RunsQueueBox::setCurrentKey(int key) {
    const int row = m_queue.rowOf(key);
    if (row >= 0)
        m_view->setCurrentIndex(m_queue.index(row, 0));
    else
        m_view->setCurrentIndex({});
}

void RunsQueueBox::pauseOrResume() {
    const QueuedRun* entry = m_queue.active();
    if (entry == nullptr || entry->job.isNull())
        return;
    const QPointer<Job> job = entry->job;
    const bool paused = entry->state == State::Paused;
    if (paused)
        job->resume();
    else
        job->pause();
}

void RunsQueueBox::stopAndKeep() {
    const QueuedRun* entry = m_queue.active();
    if (entry != nullptr && !entry->job.isNull())
        entry->job->stopEarly();
}

void RunsQueueBox::discard() {
    const QueuedRun* entry = m_queue.active();
    if (entry != nullptr && !entry->job.isNull())
        entry->job->cancel();
}

void RunsQueueBox::removeOrClear() {
    const QueuedRun* entry = m_queue.find(currentKey());
    if (entry != nullptr && !entry->active())
        m_queue.remove(entry->key);
}

void RunsQueueBox::moveBy(int places) {
    const int row = m_queue.rowOf(currentKey());
    if (row >= 0)
        m_queue.move(row, places < 0 ? row - 1 : row + 2);
}

void RunsQueueBox::updateButtons() {
    const QueuedRun* active = m_queue.active();
    const QueuedRun* current = m_queue.find(currentKey());
    const bool waiting = current != nullptr && current->state == State::Waiting;
    m_empty->setVisible(m_queue.rowCount() == 0);
    m_pause->setEnabled(active != nullptr);
    m_pause->setText(active != nullptr && active->state == State::Paused ? tr("&Resume") : tr("&Pause"));
    m_stop->setEnabled(active != nullptr);
    m_discard->setEnabled(active != nullptr);
    m_up->setEnabled(waiting);
    m_down->setEnabled(waiting && m_queue.rowOf(current->key) + 1 < m_queue.rowCount());
    m_remove->setEnabled(current != nullptr && !current->active());
}

void RunsQueueBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_queue.retranslate();
        retranslateUi();
        updateButtons();
    }
    QWidget::changeEvent(event);
}

void RunsQueueBox::retranslateUi() {
    m_heading->setText(tr("Queue"));
    m_empty->setText(tr("The queue is empty. “Queue runs” on the Recipe stage fills it."));
    m_view->setAccessibleName(tr("Queue of runs"));
    m_view->setToolTip(tr("Waiting runs can be dragged to another place, or moved with Alt+Up and Alt+Down"));
    m_pause->setToolTip(tr("Pauses the running training, or goes on with it (Space in the queue)"));
    m_pause->setAccessibleName(tr("Pause or resume the running training"));
    m_stop->setText(tr("&Stop, keep best"));
    m_stop->setToolTip(tr("Ends the running training now and keeps its best epoch as the result"));
    m_stop->setAccessibleName(tr("Stop the running training and keep its best epoch"));
    m_discard->setText(tr("&Discard"));
    m_discard->setToolTip(tr("Ends the running training and stores no result of it"));
    m_discard->setAccessibleName(tr("Discard the running training"));
    m_up->setToolTip(tr("Move the waiting run up (Alt+Up)"));
    m_up->setAccessibleName(tr("Move the waiting run up"));
    m_down->setToolTip(tr("Move the waiting run down (Alt+Down)"));
    m_down->setAccessibleName(tr("Move the waiting run down"));
    m_remove->setText(tr("Re&move"));
    m_remove->setToolTip(tr("Takes the chosen run out of the queue (Delete); results in the project stay"));
    m_remove->setAccessibleName(tr("Remove the chosen run from the queue"));
}

} // namespace widgets
