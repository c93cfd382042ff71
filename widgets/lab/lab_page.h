// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_view.h"
#include "widgets/panels/distribution_charts.h"
#include "widgets/workspace.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace widgets {

/// One tab of the Distribution stage beside the first. It loads what it needs by a job when it is shown after the table
/// changed, and draws anew when only the borders did. `view` is the panel's and outlives the page. GUI thread only.
class LabPage : public QWidget {
    Q_OBJECT
public:
    LabPage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);

    virtual QString title() const = 0;
    virtual QString help() const = 0; ///< tooltip of the tab
    virtual QString id() const = 0;   ///< stable English name: "time", "exposure", "causes", "advice"
    virtual std::vector<charts::ChartView*> charts() const { return {}; }
    virtual bool settled() const;

    /// Another table, or none.
    void tableChanged();
    /// The same table under another rule; `final` = no border is being dragged any longer.
    void ruleChanged(bool final);
    virtual void retranslateUi() = 0;

Q_SIGNALS:
    /// Shows the chart of this object name, on whatever tab.
    void chartRequested(const QString& name);

protected:
    Workspace& workspace() const { return m_workspace; }
    const DistributionView& view() const { return m_view; }
    charts::ChartView* makeChart(const char* name);
    /// Loads for the table there is; only called with one.
    virtual void load() = 0;
    /// Nothing is loaded any longer: empty charts with this sentence.
    virtual void clear(const QString& sentence) = 0;
    virtual void redraw() = 0; ///< from what is loaded, if anything is
    /// What to do when the project has not what the page is about; empty = the error says it.
    virtual QString noData() const { return {}; }
    /// Whether what is loaded depends on the borders: then load() follows a moment after they were let go.
    virtual bool dependsOnBorders() const { return false; }
    /// Runs `work` off the thread, one at a time; `take` gets what it read, clear() the sentence of an error.
    template <class T> void run(const QString& title, std::function<core::Result<T>(core::JobContext&)> work,
                                std::function<void(T)> take) {
        JobRunner::Options options;
        options.title = title;
        options.supersedes = QStringLiteral("lab.") + id();
        clear(tr("Looking at the data …"));
        const std::uint64_t asked = ++m_asked;
        m_job = m_workspace.jobs().run<T>(options, this, std::move(work),
                                          [this, asked, take = std::move(take)](core::Result<T> result) {
                                              if (asked != m_asked)
                                                  return;
                                              if (result.ok())
                                                  take(std::move(*result));
                                              else
                                                  fail(result.error());
                                          });
    }

    /// What is being read is not wanted any longer: nothing, with this sentence.
    void giveUp(const QString& sentence);

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fail(const core::Error& error);
    std::uint64_t m_asked = 0; ///< number of the latest question: answers to others are dropped

    Workspace& m_workspace;
    const DistributionView& m_view;
    QTimer m_later;
    QPointer<Job> m_job;
    bool m_stale = true;     ///< to be loaded when shown
    bool m_outdated = false; ///< to be drawn when shown
};

} // namespace widgets
