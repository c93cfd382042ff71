// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"
#include "widgets/charts/chart_view.h"
#include "widgets/panels/recipe_effect_data.h"
#include "widgets/workspace.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QTextBrowser;

namespace widgets {

/// Shows what a recipe does to the current split before anything is trained. Computes off the GUI thread; a newer
/// recipe supersedes an older one. Works only while it is visible.
class RecipePreview : public QWidget {
    Q_OBJECT
public:
    explicit RecipePreview(Workspace& workspace, QWidget* parent = nullptr);

    /// `problem` is shown in place of the effect when the recipe cannot be made (an invalid field).
    void setRecipe(const core::strategies::Recipe& recipe, const QString& problem);
    /// Which text the samples are made of: TrainingConfig::text.
    void setTextField(const std::string& field);
    bool settled() const;
    std::vector<charts::ChartView*> charts() const { return {m_before, m_meter}; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildUi();
    void request();
    void compute();
    void arrived(core::Result<std::pair<core::data::DatasetPtr, RecipePreviewData>> result);
    void showEmpty(const QString& text);
    void showPreview();
    void showWarning();
    void showSamples();
    QString footnote() const;
    void forgetDataset();
    void retranslateUi();

    Workspace& m_workspace;
    core::strategies::Recipe m_recipe;
    QString m_problem;
    std::string m_textField = "title";
    core::data::DatasetPtr m_dataset; ///< of the split and text field last read
    std::optional<core::SplitId> m_datasetSplit;
    std::string m_datasetText;
    std::optional<RecipePreviewData> m_preview;
    QTimer m_delay;
    bool m_dirty = true;
    bool m_pending = false;
    int m_token = 0; ///< of the newest request

    QLabel* m_heading;
    QLabel* m_counts;
    charts::ChartView* m_before;
    charts::ChartView* m_meter;
    QLabel* m_warning;
    QLabel* m_samplesHeading;
    QTextBrowser* m_samples;
};

} // namespace widgets
