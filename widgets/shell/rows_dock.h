// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDockWidget>

namespace widgets {
class RowsView;
}

namespace widgets::shell {

/// The rows behind the selection, beside any stage. Reads nothing while it is hidden.
class RowsDock : public QDockWidget {
    Q_OBJECT
public:
    explicit RowsDock(Workspace& workspace, QWidget* parent = nullptr);
    RowsView* view() const { return m_view; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void changeProject();
    void invalidate();

    Workspace& m_workspace;
    RowsView* m_view;
    bool m_stale = true;
};

} // namespace widgets::shell
