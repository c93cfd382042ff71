// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "widgets/charts/chart_view.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace widgets {

class RunPicker;
class RunPickModel;
class Workspace;

/// The left column of the Compare stage: which runs, against which baseline, on which part, by which metric; and
/// exports.
class CompareControls : public QWidget {
    Q_OBJECT
public:
    explicit CompareControls(Workspace& workspace, QWidget* parent = nullptr);

    RunPickModel& runs() const;
    std::optional<core::RunId> baseline() const;
    void setBaseline(std::optional<core::RunId> baseline);
    /// Offers the checked runs as baselines, keeping the choice where it is still there.
    void fillBaselines();
    core::data::Part part() const;
    /// "recall", "precision" or "f1".
    std::string metricKind() const;
    void setExportEnabled(bool enabled);
    void showRule();

Q_SIGNALS:
    void runsChosen();     ///< by the user: checks or baseline
    void optionsChanged(); ///< part or metric
    void modelsRequested();
    void predictionsRequested();
    void reportRequested();
    void chartsRequested(widgets::charts::ChartView::Format format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildOptions();
    void buildExports();
    void retranslateUi();

    Workspace& m_workspace;
    RunPicker* m_picker;
    QLabel* m_baselineLabel;
    QComboBox* m_baseline;
    QLabel* m_partLabel;
    QComboBox* m_part;
    QLabel* m_metricLabel;
    QComboBox* m_metric;
    QLabel* m_rule;
    QLabel* m_exportHeading;
    QPushButton* m_models;
    QPushButton* m_predictions;
    QPushButton* m_report;
    QToolButton* m_charts;
};

} // namespace widgets
