// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/activity.h"
#include "widgets/lab/lab_page.h"

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

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    QString noData() const override;

private:
    core::stats::Period period() const;

    QLabel* m_periodLabel;
    QComboBox* m_period;
    QLabel* m_valuesLabel;
    QComboBox* m_values;
    charts::ChartView *m_lines, *m_flow, *m_fresh, *m_season, *m_lives;
    std::optional<core::stats::Activity> m_activity;
};

} // namespace widgets
