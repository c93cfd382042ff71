// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/insight/insight.h"
#include "widgets/lab/lab_page.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace widgets {

/// Exposure and demand: whether the tail is not shown or not wanted.
class ExposurePage : public LabPage {
    Q_OBJECT
public:
    ExposurePage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("exposure"); }
    std::vector<charts::ChartView*> charts() const override { return {m_scatter, m_reasons, m_positions}; }
    void retranslateUi() override;

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    QString noData() const override;

private:
    QLabel* m_demandLabel;
    QComboBox* m_demand;
    QCheckBox* m_corrected;
    QLabel* m_note;
    charts::ChartView *m_scatter, *m_reasons, *m_positions;
    std::optional<core::store::ExposureTable> m_exposure;
    std::vector<std::size_t> m_places; ///< of its rows in the table
};

} // namespace widgets
