// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/comparison.h"
#include "core/stats/metrics.h"
#include "widgets/panels/panel.h"

#include <QTimer>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace widgets {

class CompareControls;
class CompareExporter;
class ConfusionModel;
class ResultTable;
class StageHint;

/// Stage 5: runs side by side, computed from their stored predictions under the bucket rule of the workspace. Nothing
/// is trained again when rule, part or metric change.
class ComparePanel : public Panel {
    Q_OBJECT
public:
    explicit ComparePanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("compare"); }
    std::vector<charts::ChartView*> charts() const override { return {m_buckets, m_difference, m_support, m_borders}; }
    bool settled() const override;

    /// Chooses the runs; ones that are not in the project (yet) are waited for.
    void setRuns(const std::vector<core::RunId>& runs, std::optional<core::RunId> baseline);
    /// What is shown now; none while nothing is.
    const std::optional<core::output::Comparison>& comparison() const { return m_comparison; }
    CompareExporter& exporter() const { return *m_exporter; }
    void exportModelsTo(const QString& directory);
    void exportPredictionsTo(const QString& directory);
    void exportReportTo(const QString& directory);
    void exportChartsTo(const QString& directory, charts::ChartView::Format format);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Confusion {
        std::vector<std::string> names;
        std::vector<std::int64_t> counts;
    };

    QWidget* buildResults();
    QWidget* buildConfusion();
    void connectAll();
    void runsChanged();
    void chooseDefault();
    void applyPending();
    void request();
    void compute();
    void arrived(core::Result<core::output::Comparison> result);
    void showResults();
    void showNothing(const QString& text);
    void fillConfusionRuns();
    void computeConfusion();
    core::output::ComparisonRequest comparisonRequest() const;
    QString footnote() const;
    void selectionChanged();
    void selectClasses(const QStringList& names);
    void retranslateUi();

    bool m_userChosen = false; ///< then new runs do not change the choice
    std::optional<std::pair<std::vector<core::RunId>, std::optional<core::RunId>>> m_wanted;
    std::optional<core::output::Comparison> m_comparison;
    QTimer m_delay;
    bool m_dirty = true;
    bool m_pending = false;
    bool m_confusionPending = false;
    int m_token = 0;
    int m_confusionToken = 0;

    QStackedWidget* m_stack;
    StageHint* m_hint;
    CompareControls* m_controls;
    CompareExporter* m_exporter;
    QLabel* m_status;
    charts::ChartView* m_buckets;
    charts::ChartView* m_difference;
    charts::ChartView* m_support;
    charts::ChartView* m_borders;
    QTabWidget* m_tabs;
    ResultTable* m_metrics;
    ResultTable* m_classes;
    QLabel* m_confusionLabel;
    QComboBox* m_confusionRun;
    QTableView* m_confusionView;
    ConfusionModel* m_confusion;
};

} // namespace widgets
