// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/run_queue_model.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace widgets {

/// Draws the fraction of RunQueueModel::kFractionRole as a progress bar.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The queue's table and the buttons that act on its current row. Acts on the queue itself; the job of a run is its
/// own.
class RunsQueueBox : public QWidget {
    Q_OBJECT
public:
    explicit RunsQueueBox(RunQueueModel& queue, QWidget* parent = nullptr);

    int currentKey() const; ///< 0 = none
    void setCurrentKey(int key);

Q_SIGNALS:
    void currentChanged(int key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildButtons();
    void pauseOrResume();
    void stopAndKeep();
    void discard();
    void removeOrClear();
    void moveBy(int places);
    void updateButtons();
    void retranslateUi();

    RunQueueModel& m_queue;
    QLabel* m_heading;
    QTableView* m_view;
    QLabel* m_empty;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_discard;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
};

} // namespace widgets
