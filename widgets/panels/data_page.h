// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>

namespace widgets {

/// One tab of the Data stage. It reads the project when it is shown after something changed, never before. GUI thread
/// only.
class DataPage : public QWidget {
    Q_OBJECT
public:
    explicit DataPage(Workspace& workspace, QWidget* parent = nullptr);

    virtual QString title() const = 0;
    /// One sentence for the tooltip of the tab.
    virtual QString help() const = 0;
    /// Stable English name for screenshots and tests: "sources", "quality", "cleaning", "rows", "splits",
    /// "privacy".
    virtual QString id() const = 0;
    /// True once everything it shows has arrived.
    virtual bool settled() const { return !m_stale || !isVisible(); }

Q_SIGNALS:
    /// Opens the import wizard, on these files and folders when there are any.
    void importRequested(const QStringList& paths);

protected:
    Workspace& workspace() const { return m_workspace; }
    /// Reads the project anew; `project` may be none, then nothing of the old one may be held any longer.
    virtual void refresh(const core::store::ProjectPtr& project) = 0;
    virtual void retranslateUi() = 0;
    /// What is shown is old: refreshes at once when the page is visible, otherwise when it is shown.
    void invalidate();
    /// An error that is no cancel, for the message bar.
    void tell(const core::Error& error) const;

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void changeProject();

    Workspace& m_workspace;
    bool m_stale = true;
};

} // namespace widgets
