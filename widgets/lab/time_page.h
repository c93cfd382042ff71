// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/activity.h"
#include "widgets/lab/lab_page.h"

#include <array>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;

namespace widgets {

/// Support over time: lines by bucket, the flow between buckets, what is new or silent, half-lives, weekly rhythm.
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
        core::stats::BucketLines lines;
        core::stats::BucketFlow flow;
        std::array<core::stats::HalfLife, core::stats::kBucketCount> lives;
        core::stats::Seasonality season;
    };
    void draw();

    QLabel* m_periodLabel;
    QComboBox* m_period;
    QLabel* m_valuesLabel;
    QComboBox* m_values;
    charts::ChartView *m_lines, *m_flow, *m_fresh, *m_season, *m_lives;
    std::shared_ptr<const core::stats::Activity> m_activity;
    std::optional<Counted> m_counted;
    QPointer<Job> m_countJob;
};

} // namespace widgets
