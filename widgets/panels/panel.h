// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_view.h"
#include "widgets/workspace.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace widgets {

/// One of the five stages. Built once; refreshes itself when shown after something it depends on changed. GUI thread only.
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(Workspace& workspace, QWidget* parent = nullptr) : QWidget(parent), m_workspace(workspace) {}

    virtual QString title() const = 0;
    /// One sentence for tooltip and empty state.
    virtual QString help() const = 0;
    /// Stable English name for screenshots and tests: "data", "distribution", "recipe", "runs", "compare".
    virtual QString id() const = 0;
    /// The charts it shows now, for export of all charts; each has an objectName that serves as file name.
    virtual std::vector<charts::ChartView*> charts() const { return {}; }
    /// True once everything it shows has arrived (screenshots wait for it).
    virtual bool settled() const { return true; }
    /// The tabs it consists of, by stable English names, in order; none when it is one picture (screenshots show each).
    virtual QStringList views() const { return {}; }
    virtual void showView(int /*index*/) {}

protected:
    Workspace& workspace() const { return m_workspace; }

private:
    Workspace& m_workspace;
};

} // namespace widgets
