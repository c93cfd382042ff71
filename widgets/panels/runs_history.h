// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/run_store.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

class CellTableModel;
class Workspace;

/// The runs that the project holds, newest first.
class RunsHistory : public QWidget {
    Q_OBJECT
public:
    explicit RunsHistory(Workspace& workspace, QWidget* parent = nullptr);

    /// The run whose row is the current one.
    std::optional<core::RunId> currentRun() const;
    void setCurrentRun(std::optional<core::RunId> run);
    const core::store::RunRecord* record(core::RunId run) const;

Q_SIGNALS:
    // Run ids as plain numbers: Qt's meta-object system cannot handle a 64-bit enumeration.
    void runSelected(qint64 run);
    void resumeRequested(qint64 run);
    void removeRequested(qint64 run);
    void compareRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void updateButtons();
    void retranslateUi();

    Workspace& m_workspace;
    QLabel* m_heading;
    CellTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_view;
    QPushButton* m_resume;
    QPushButton* m_remove;
    QPushButton* m_compare;
    bool m_filling = false;
};

} // namespace widgets
