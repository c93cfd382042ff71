// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDockWidget>

class QLabel;
class QTableView;

namespace widgets::models {
class ItemRowsModel;
}

namespace widgets::shell {

/// The catalogue rows behind the selection. Reads nothing while it is hidden.
class RowsDock : public QDockWidget {
    Q_OBJECT
public:
    explicit RowsDock(Workspace& workspace, QWidget* parent = nullptr);
    models::ItemRowsModel* model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void invalidate();
    void refresh();
    void updateSummary(const core::Error* error);
    void retranslateUi();

    Workspace& m_workspace;
    models::ItemRowsModel* m_model;
    QLabel* m_summary;
    QTableView* m_table;
    bool m_stale = true;
};

} // namespace widgets::shell
