// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/activity.h"
#include "widgets/lab/lab_page.h"

#include <array>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace widgets {

/// Support over time: lines by bucket or a calendar, the flow between buckets, what is new or silent, half-lives,
/// the rhythm of weeks and years.
class TimePage : public LabPage {
    Q_OBJECT
public:
    TimePage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("time"); }
    std::vector<charts::ChartView*> charts() const override;
    void retranslateUi() override;
    bool settled() const override;

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    QString noData() const override;

private:
    /// What the charts are drawn from: counted off the thread, a million entities take a while.
    struct Counted {
        core::stats::Period period, step;
        core::stats::BucketLines lines, days;
        core::stats::BucketFlow flow;
        std::array<core::stats::HalfLife, core::stats::kBucketCount> lives;
        core::stats::Seasonality season;
    };
    void draw();
    void drawCalendar();
    void nameShown();

    QLabel* m_periodLabel;
    QComboBox* m_period;
    QLabel* m_valuesLabel;
    QComboBox* m_values;
    QLabel* m_shownLabel;
    QComboBox* m_shown; ///< lines, or the calendar of all or of one bucket
    QLabel* m_rhythmLabel;
    QComboBox* m_rhythm; ///< of the week or of the year
    QStackedWidget *m_over, *m_rhythms;
    charts::ChartView *m_lines, *m_calendar, *m_flow, *m_fresh, *m_season, *m_months, *m_lives;
    std::shared_ptr<const core::stats::Activity> m_activity;
    std::optional<Counted> m_counted;
    QPointer<Job> m_countJob;
};

} // namespace widgets
